"""What the API server says to every object and to the pods of every workload: a dry run."""

from collections.abc import Collection, Iterator

from components.types import Manifest
from simulation.charts.kinds import Kinds
from simulation.control_plane.api import Api, Refused
from simulation.inspection.identity import identity
from simulation.inspection.scan import Finding, Scan

TOOL = "API server"


def judged(api: Api, kinds: Kinds, objects: Collection[Manifest]) -> Scan:
    """Strictly, by every admission plugin, and with no trace left."""
    findings = [found for made in objects for found in _refusal(api, kinds, made)]
    return Scan(
        tool=TOOL,
        seen=frozenset(identity(made) for made in objects),
        passed=len(objects) - len(findings),
        findings=tuple(findings),
    )


def ground(api: Api, objects: Collection[Manifest]) -> None:
    """What pods must find before they are admitted: their namespaces and their accounts."""
    for kind in ("Namespace", "ServiceAccount"):
        for made in objects:
            if made["kind"] == kind:
                api.apply(made)


def _refusal(api: Api, kinds: Kinds, made: Manifest) -> Iterator[Finding]:
    kind = kinds.of(made)
    try:
        api.check(made, kind.plural if kind else None)
    except Refused as refusal:
        yield Finding("dry-run", made["kind"], identity(made), str(refusal))
