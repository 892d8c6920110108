"""One thing that is wrong with a stack file: what, where, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where in the YAML: keys and list indices from `gpu-inference:stack` down."""


@dataclass(frozen=True)
class Problem:
    """`what` is wrong and `mend` says what to do; neither repeats a value that may be a secret."""

    path: Path
    what: str
    mend: str = ""
    about: Path = ()
    """Another entry that this one needs; when that one is itself refused, this is an echo."""

    def __str__(self) -> str:
        where = ".".join(map(str, self.path)) or "stack"
        return f"{where}: {self.what}" + (f"; {self.mend}" if self.mend else "")


class Refused(Exception):
    """The configuration is not valid: every problem of the file at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda p: (tuple(map(str, p.path)), p.what))
        lines = ["the stack configuration is not valid:", *map(str, self.problems)]
        super().__init__("\n  ".join(lines))
