"""What a stack may ask of a served model."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator

from components.hours.spec import Hours
from components.model.delivery import Delivery
from components.model.engine import EngineSpec
from components.model.protection import Access, GpuKind, Protection, Rollout
from components.model.rules.all import contradictions
from components.model.server import (
    EnvironmentName,
    ServerSpec,
    SideContainer,
    checked_environment,
)
from components.model.slo import Slo
from components.model.source import Source
from components.model.startup import StartupSpec
from components.model.versions import Traffic, VersionSpec
from components.scaler.spec import Scaling
from components.types import AtLeastOne, Count, DnsLabel, PinnedImage, Positive, Spec

Mode = Literal["standard", "knative"]
Environment = Annotated[dict[EnvironmentName, str], AfterValidator(checked_environment)]


def _gpus(said: dict[str, Any]) -> int:
    """vLLM needs a GPU; the other servers get one only when they are given one."""
    return 0 if said.get("server") else 1


class ModelResources(Spec):
    """CPU in cores and memory in GiB of one replica, as request and as limit."""

    cpu: Positive
    memory_gib: Positive


class ModelSpec(Spec):
    """One model, served by vLLM on `gpus` GPUs of each of its `nodes`, split as its `engine` says.

    `queue` and `priority` come from the tenant, and `resources` from the node group (the replica's
    share of a node), unless they are said here. `mig_profile` is needed only where the node group
    cuts its GPUs into a layout: it says which part. `architecture` says what the plan counts with
    where `source` is no Hugging Face id that the catalogue knows: another id, an entry of the
    stack's `architectures`, or the path of a `config.json`.
    `server` is what serves it when vLLM does not. `reserve` names a priority: while the model is
    stopped, placeholders of that priority hold its GPUs.
    """

    source: Source | None = None
    tenant: DnsLabel
    node_group: DnsLabel
    server: ServerSpec | None = None
    gpus: Count = Field(default_factory=_gpus)
    nodes: AtLeastOne = 1
    mig_profile: str | None = None
    mode: Mode = "standard"
    engine: EngineSpec = EngineSpec()
    image: PinnedImage | None = None
    environment: Environment = Field(default_factory=dict)
    delivery: Delivery = Delivery()
    access: Access = Access()
    scaling: Scaling = Scaling()
    slo: Slo | None = None
    startup: StartupSpec = StartupSpec()
    rollout: Rollout = Rollout()
    protection: Protection = Protection()
    transformer: SideContainer | None = None
    explainer: SideContainer | None = None
    versions: dict[DnsLabel, VersionSpec] = Field(default_factory=dict)
    traffic: Traffic | None = None
    queue: DnsLabel | None = None
    priority: DnsLabel | None = None
    preemptable: bool = False
    gpu_kind: GpuKind | None = None
    resources: ModelResources | None = None
    architecture: str | None = None
    timeout_seconds: AtLeastOne = 600
    stopped: bool = False
    hours: Hours | None = None
    reserve: DnsLabel | None = None

    @property
    def vllm(self) -> bool:
        """Whether vLLM serves it."""
        return self.server is None

    def version(self, name: str) -> Self:
        """The model as that one of its versions."""
        said = self.model_dump(exclude_unset=True, exclude={"versions", "traffic"})
        return self.model_validate(self.versions[name].over(said))

    @model_validator(mode="after")
    def _each_version_is_a_model(self) -> Self:
        for name in self.versions:
            try:
                self.version(name)
            except ValidationError as error:
                reasons = "; ".join(e["msg"].removeprefix("Value error, ") for e in error.errors())
                raise ValueError(f"version {name}: {reasons}") from None
        return self

    @model_validator(mode="after")
    def _does_not_contradict_itself(self) -> Self:
        wrong = list(contradictions(self))
        if wrong:
            raise ValueError("; ".join(wrong))
        return self
