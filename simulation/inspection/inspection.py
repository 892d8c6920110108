"""One stack's objects, and what its cluster made of them, past every checker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from components.types import Manifest
from simulation.control_plane.api import Readable
from simulation.inspection import checkov, files, kubeconform, schemas
from simulation.inspection.exceptions import Sorted, exceptions, sort
from simulation.inspection.identity import identity, nature
from simulation.inspection.objections import objections
from simulation.inspection.scan import Scan


@dataclass(frozen=True, kw_only=True)
class Checkers:
    """The programs."""

    kubeconform: Path
    checkov: Path


@dataclass(frozen=True)
class Inspection:
    """What was looked at, what each checker says, and what that comes to."""

    objects: tuple[Manifest, ...]
    scans: tuple[Scan, ...]
    sorted: Sorted

    @property
    def objections(self) -> list[str]:
        """Why it fails; empty where it does not."""
        return list(objections(self.objects, self.scans, self.sorted))


def inspection(
    api: Readable, objects: Collection[Manifest], checkers: Checkers, folder: Path
) -> Inspection:
    """Write everything under `folder`, where people may look too, and have it checked."""
    distinct = tuple({identity(made): made for made in objects}.values())
    files.write(distinct, folder / "objects")
    schemas.write(api, {(m["apiVersion"], m["kind"]) for m in distinct}, folder / "schemas")
    natures = {identity(made): nature(made) for made in distinct}
    scans = (
        kubeconform.run(checkers.kubeconform, folder / "objects", folder / "schemas"),
        _of(natures, checkov.run(checkers.checkov, folder / "objects")),
    )
    findings = [one for scan in scans for one in scan.findings]
    return Inspection(distinct, scans, sort(findings, exceptions()))


def _of(natures: Mapping[str, str], scan: Scan) -> Scan:
    """The same, each finding about what the object is and not only what it is called."""
    said = (replace(one, kind=natures.get(one.about, one.kind)) for one in scan.findings)
    return replace(scan, findings=tuple(said))
