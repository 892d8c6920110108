"""Why an inspection fails: what checkers found, and what they did not look at."""

from collections.abc import Iterable, Iterator, Sequence

from components.types import Manifest
from simulation.inspection.exceptions import Sorted
from simulation.inspection.identity import identity, nature
from simulation.inspection.scan import Scan

MUST_SEE = {"checkov": frozenset({"Pod", "Deployment"})}
"""Where a checker has rules for some kinds only: it must have looked at every such object."""


def objections(objects: Sequence[Manifest], scans: Iterable[Scan], found: Sorted) -> Iterator[str]:
    """A line for each; none is a clean bill. What is not there needs no exception."""
    yield from _without_pods(objects)
    for scan in scans:
        yield from _unseen(objects, scan)
    for one in found.left:
        yield f"{one.check} {one.about}: {one.text}"
    there = {nature(made) for made in objects}
    for exempt in found.unused:
        if there.intersection(exempt.kinds):
            about = ", ".join(exempt.kinds)
            yield f"the exception {exempt.check} ({about}) matches nothing; remove it"


def _without_pods(objects: Sequence[Manifest]) -> Iterator[str]:
    """A clean scan of nothing proves nothing."""
    pods = [identity(made) for made in objects if made["kind"] == "Pod"]
    if not pods:
        yield "there is no Pod to look at"
    for made in objects:
        if made["kind"] == "Deployment" and made["spec"].get("replicas", 1):
            name = identity(made).replace("Deployment", "Pod", 1)
            if not any(pod.startswith(f"{name}-") for pod in pods):
                yield f"{identity(made)} has no Pod to look at"


def _unseen(objects: Iterable[Manifest], scan: Scan) -> Iterator[str]:
    if not scan.seen:
        yield f"{scan.tool} has scanned nothing"
        return
    for made in objects:
        must = made["kind"] in MUST_SEE.get(scan.tool, {made["kind"]})
        if must and identity(made) not in scan.seen:
            yield f"{scan.tool} has not looked at {identity(made)}"
