"""Which cluster a stack fills: one it builds, or one that exists."""

from typing import Self

from pydantic import Field, model_validator

from components.cluster.eks import EksCluster, KubernetesMinor
from components.types import Spec


class ExistingCluster(Spec):
    """A cluster that somebody else runs: a private cloud, or the simulation.

    `identifier` is what makes it *this* cluster: change it and every object is replaced; leave it
    and the kubeconfig may be renewed or moved freely (pulumi-kubernetes#4019). `kubernetes` is its
    version, where the operators' windows are to be checked against it.
    """

    kubeconfig: str = Field(min_length=1)
    context: str = Field(min_length=1)
    identifier: str | None = None
    kubernetes: KubernetesMinor | None = None


class ClusterSpec(Spec):
    """Exactly one kind of cluster."""

    existing: ExistingCluster | None = None
    eks: EksCluster | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.existing is None and self.eks is None:
            raise ValueError("names no cluster; add `eks: {…}`, or `existing: {kubeconfig: …}`")
        if self.existing is not None and self.eks is not None:
            raise ValueError("names two clusters; keep one of `existing` and `eks`")
        return self
