"""What it takes to say which chart goes where, and after what."""

from typing import Any

from pydantic import Field

from components.types import AtLeastOne, DnsLabel, Manifest, Spec

OCI = "oci://"
KEEP_KINDS = "components/helm/keep_kinds.sh"
"""Marks every CRD among a chart's templates as one that Helm never deletes."""


class Chart(Spec):
    """A chart at one version, in a classic repository or in an OCI registry."""

    name: str
    repository: str
    version: str

    @property
    def reference(self) -> str:
        """What Helm is asked to install: in a registry, the repository is part of the name."""
        return f"{self.repository}/{self.name}" if self._in_registry else self.name

    @property
    def repository_option(self) -> str | None:
        """Where a chart that is not in a registry comes from."""
        return None if self._in_registry else self.repository

    @property
    def _in_registry(self) -> bool:
        return self.repository.startswith(OCI)


class Release(Spec):
    """One chart, its values, the releases whose kinds or webhooks it needs, and what follows it.

    `objects` are made once the chart is ready: custom resources of the kinds it brings. `kept` is
    for charts of CRDs: a destroy or a rename leaves them in the cluster, for with a CRD every
    object of its kind goes. `kinds_elsewhere`: its folder of CRDs is left out, another release has
    them. `timeout_seconds` is how long its pods may take to be ready; `postrender` is a program of
    this repository that mends what the values cannot.
    """

    name: DnsLabel
    namespace: DnsLabel
    chart: Chart
    values: dict[str, Any] = Field(default_factory=dict)
    after: frozenset[str] = frozenset()
    objects: tuple[Manifest, ...] = ()
    kept: bool = False
    kinds_elsewhere: bool = False
    timeout_seconds: AtLeastOne = 600
    postrender: str | None = None

    @property
    def postrenderer(self) -> str | None:
        """A chart of CRDs loses none to an upgrade either, should its next version drop a kind."""
        return self.postrender or (KEEP_KINDS if self.kept else None)

    def homes(self) -> list[str]:
        """Every namespace that it or its objects live in."""
        objects = {str(made["metadata"].get("namespace", self.namespace)) for made in self.objects}
        return sorted({self.namespace} | objects)
