"""The releases of one stack past kubeconform, Checkov and the API server."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from components.namespace.manifest import namespace, network_policies
from components.namespace.spec import NamespaceSpec
from components.types import Manifest
from simulation.charts.admitted import ground, judged
from simulation.charts.kinds import Kinds, bring
from simulation.charts.placed import placed
from simulation.charts.set import Installed
from simulation.control_plane.api import Api
from simulation.inspection import checkov, files, kubeconform, schemas
from simulation.inspection.identity import identity
from simulation.inspection.inspection import Checkers
from simulation.inspection.pods import pods
from simulation.inspection.scan import Finding, Scan

OPEN = NamespaceSpec(level="privileged")
"""Namespaces that are not the platform's own, such as kube-system."""
WALL = "namespaces"
"""Who owns the namespaces and their policies, among the names of releases."""


@dataclass(frozen=True)
class Judged:
    """What each checker says, and of which release each object is."""

    owners: Mapping[str, str]
    scans: tuple[Scan, ...]
    twice: tuple[str, ...]

    def findings(self) -> list[tuple[str, Finding]]:
        """Of all checkers, by release."""
        found = [one for scan in self.scans for one in scan.findings]
        return sorted((self.owners.get(one.about, WALL), one) for one in found)


@dataclass(frozen=True)
class Inspector:
    """An API server that may be filled with kinds, the checkers, and a folder to write to."""

    api: Api
    checkers: Checkers
    folder: Path

    def judge(self, installed: Sequence[Installed], walls: Mapping[str, NamespaceSpec]) -> Judged:
        """Bring the kinds and the namespaces with their Pod Security levels; then the rest."""
        bring(self.api, installed)
        kinds = Kinds(self.api)
        charted = [(one.release.name, made) for one in installed for made in placed(one, kinds)]
        homes = {made["metadata"]["namespace"] for _, made in charted if _housed(made)}
        for home in sorted(homes):
            charted += [(WALL, made) for made in _wall(home, walls.get(home, OPEN))]
        objects = [made for _, made in charted]
        ground(self.api, objects)
        owned = [*charted, *((name, pod) for name, made in charted for pod in pods([made]))]
        counts = Counter(identity(made) for made in objects)
        return Judged(
            owners={identity(made): name for name, made in owned},
            scans=(
                *self._static([made for made in objects if kinds.of(made)]),
                judged(self.api, kinds, [made for _, made in owned]),
            ),
            twice=tuple(sorted(name for name, count in counts.items() if count > 1)),
        )

    def _static(self, objects: Sequence[Manifest]) -> Iterator[Scan]:
        written, described = self.folder / "objects", self.folder / "schemas"
        files.write(objects, written)
        schemas.write(self.api, {(m["apiVersion"], m["kind"]) for m in objects}, described)
        yield kubeconform.run(self.checkers.kubeconform, written, described)
        yield checkov.run(self.checkers.checkov, written)


def _housed(made: Manifest) -> bool:
    return "namespace" in made["metadata"]


def _wall(name: str, spec: NamespaceSpec) -> list[Manifest]:
    return [namespace(name, spec), *network_policies(name, spec)]
