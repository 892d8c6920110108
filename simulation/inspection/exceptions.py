"""Findings that we live with, each with the reason; one that is no longer needed is an error."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from components.types import Spec
from simulation.inspection.scan import Finding

FILE = Path(__file__).with_name("exceptions.yaml")


class Exempt(Spec):
    """One rule, for objects of some kinds."""

    check: str
    kinds: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: Annotated[str, Field(min_length=20)]

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is what this is about."""
        return finding.check == self.check and finding.kind in self.kinds


class Argument(Spec):
    """Rules that one reason answers, for objects of some kinds."""

    checks: Annotated[tuple[str, ...], Field(min_length=1)]
    kinds: tuple[str, ...]
    reason: str

    def exempt(self) -> Iterator[Exempt]:
        """One for each rule, for each must be needed."""
        for check in self.checks:
            yield Exempt(check=check, kinds=self.kinds, reason=self.reason)


@dataclass(frozen=True)
class Sorted:
    """Findings, by what becomes of them; `unused` are the exceptions that nothing needed."""

    left: tuple[Finding, ...]
    excepted: tuple[Finding, ...]
    unused: tuple[Exempt, ...]


def exceptions(file: Path = FILE) -> tuple[Exempt, ...]:
    """All that are argued in the file."""
    return exempted(yaml.safe_load(file.read_text()))


def exempted(entries: Iterable[object]) -> tuple[Exempt, ...]:
    """What a list of arguments comes to."""
    arguments = (Argument.model_validate(entry) for entry in entries)
    return tuple(exempt for argument in arguments for exempt in argument.exempt())


def sort(findings: Iterable[Finding], exempt: Sequence[Exempt]) -> Sorted:
    """Take off what is excepted, and see that every exception is still needed."""
    known = tuple(findings)
    excepted = tuple(one for one in known if any(e.covers(one) for e in exempt))
    return Sorted(
        left=tuple(one for one in known if one not in excepted),
        excepted=excepted,
        unused=tuple(e for e in exempt if not any(e.covers(one) for one in known)),
    )
