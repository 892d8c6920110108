"""Which registries a stack keeps copies of."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from components.types import Spec

Registry = Literal["public.ecr.aws", "registry.k8s.io", "quay.io", "docker.io", "ghcr.io"]
"""Those of the platform's images that ECR can cache; nvcr.io, NVIDIA's, is not among them."""

ANONYMOUS = frozenset({"public.ecr.aws", "registry.k8s.io", "quay.io"})
SecretArn = Annotated[
    str,
    StringConstraints(
        pattern=r"^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:ecr-pullthroughcache/\S+$"
    ),
]
"""ECR reads secrets of this name only (ECR guide, pull-through cache)."""


class ImageCacheSpec(Spec):
    """ECR pull-through caches; `credentials` are the secrets of registries that want to know who.

    The secret itself is made outside, so it is in no state file. A registry has one cache in an
    account and region: a second stack there leaves the section out and uses the first one's.
    """

    registries: tuple[Registry, ...] = ("public.ecr.aws", "registry.k8s.io", "quay.io")
    credentials: dict[Registry, SecretArn] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whoever_asks_gets_an_answer(self) -> Self:
        unknown = [r for r in self.registries if r not in ANONYMOUS and r not in self.credentials]
        if unknown:
            raise ValueError(f"{unknown[0]} wants credentials; add them, or leave it out")
        return self
