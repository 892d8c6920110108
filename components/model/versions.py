"""Several versions of one model side by side, and how requests are shared between them."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from components.model.engine import EngineSpec
from components.model.server import EnvironmentName, checked_environment
from components.model.source import Source
from components.types import AtLeastOne, Count, DnsLabel, PinnedImage, Spec

Percent = Annotated[int, Field(ge=1, le=100)]
HeaderName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]+$")]
WHOLE = 100


class VersionSpec(Spec):
    """What one version has that the model does not say; `engine` adds to the model's own."""

    source: Source | None = None
    image: PinnedImage | None = None
    gpus: AtLeastOne | None = None
    engine: EngineSpec = EngineSpec()
    environment: Annotated[dict[EnvironmentName, str], AfterValidator(checked_environment)] = Field(
        default_factory=dict
    )

    def over(self, said: dict[str, Any]) -> dict[str, Any]:
        """`said` of the model, with what this version says instead or besides."""
        own = self.model_dump(exclude_unset=True)
        besides: dict[str, Any] = {
            field: {**said.get(field, {}), **own[field]}
            for field in ("engine", "environment")
            if field in own
        }
        return {**said, **own, **besides}


class Header(Spec):
    """Requests with this header go to the canary, whatever its share."""

    name: HeaderName
    value: str = Field(min_length=1)


class Traffic(Spec):
    """`stable` answers, and a `canary` takes the share of the step it is at.

    Step 0 runs the canary without traffic. Promotion and rollback are one changed `step`; a canary
    of which `steps` are `[100]` is a blue-green change. A version that is neither is history: it
    costs nothing, and naming it `stable` again brings it back.
    """

    stable: DnsLabel
    canary: DnsLabel | None = None
    steps: tuple[Percent, ...] = Field(default=(5, 50, 100), min_length=1)
    step: Count = 0
    header: Header | None = None

    @property
    def percent(self) -> int:
        """The canary's share of all requests now."""
        return self.steps[self.step - 1] if self.canary and self.step else 0

    @model_validator(mode="after")
    def _climbs_its_steps(self) -> Self:
        if list(self.steps) != sorted(set(self.steps)):
            raise ValueError("steps do not climb; each is more than the one before")
        if self.step > len(self.steps):
            raise ValueError(f"step {self.step} is beyond the last, which is {len(self.steps)}")
        return self

    @model_validator(mode="after")
    def _has_a_canary_to_send_to(self) -> Self:
        if self.canary == self.stable:
            raise ValueError("canary and stable are the same version; remove `canary`")
        if self.canary is None and (self.step or self.header):
            raise ValueError("step and header are a canary's; name the `canary`")
        return self
