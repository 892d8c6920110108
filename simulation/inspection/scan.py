"""What one checker saw and what it says against it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One objection: the rule's name, the kind it is about, the object, and the rule's words."""

    check: str
    kind: str
    about: str
    text: str


@dataclass(frozen=True)
class Scan:
    """A checker's whole answer; `seen` are the identities of the objects it has looked at."""

    tool: str
    seen: frozenset[str]
    passed: int
    findings: tuple[Finding, ...]
