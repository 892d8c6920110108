"""What is argued for each release: in the folder of its operator, beside its values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from simulation.inspection.exceptions import Exempt, exceptions, exempted, sort
from simulation.inspection.scan import Finding

ROOT = Path(__file__).parents[2]
PATTERN = "components/*/exceptions.yaml"
EVERY = Path(__file__).with_name("exceptions.yaml")
"""What is true of every chart."""


@dataclass(frozen=True)
class Verdict:
    """What nobody argues for, and what is argued for in vain."""

    left: tuple[tuple[str, Finding], ...]
    unused: tuple[str, ...]


def verdict(found: Iterable[tuple[str, Finding]], releases: Iterable[str]) -> Verdict:
    """`found` by release; an exception of a release that is not among `releases` is not judged."""
    said, every, listed = argued(), exceptions(EVERY), list(found)
    left: list[tuple[str, Finding]] = []
    unused: list[str] = []
    rest = sort([one for _, one in listed], every)
    unused += [f"every chart: {exempt.check}" for exempt in rest.unused]
    for release in sorted({*releases} | {name for name, _ in listed}):
        own = [one for name, one in listed if name == release and one in rest.left]
        done = sort(own, said.get(release, ()))
        left += [(release, one) for one in done.left]
        unused += [f"{release}: {exempt.check}" for exempt in done.unused]
    return Verdict(tuple(left), tuple(unused))


def argued(root: Path = ROOT) -> Mapping[str, tuple[Exempt, ...]]:
    """By release: each file says of which releases it speaks."""
    said: dict[str, tuple[Exempt, ...]] = {}
    for file in sorted(root.glob(PATTERN)):
        for release, entries in yaml.safe_load(file.read_text()).items():
            if release in said:
                raise ValueError(f"{file}: {release} has its exceptions in another folder too")
            said[release] = exempted(entries)
    return said
