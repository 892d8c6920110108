"""Which cluster a stack fills: one it builds, or one that exists."""

from typing import Self

from pydantic import Field, model_validator

from components.types import Spec


class ExistingCluster(Spec):
    """A cluster that somebody else runs: a private cloud, or the simulation.

    `identifier` is what makes it *this* cluster: change it and every object is replaced; leave it
    and the kubeconfig may be renewed or moved freely (pulumi-kubernetes#4019).
    """

    kubeconfig: str = Field(min_length=1)
    context: str = Field(min_length=1)
    identifier: str | None = None


class ClusterSpec(Spec):
    """Exactly one kind of cluster."""

    existing: ExistingCluster | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.existing is None:
            raise ValueError("names no cluster; add `existing: {kubeconfig: …, context: …}`")
        return self
