"""One thing about a plan that somebody should know before it is paid for."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["refusal", "warning", "waived"]
LEVELS: tuple[Level, ...] = ("refusal", "warning", "waived")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`rule` is its stable id, `about` the entry of the stack (`models.x`), `mend` what to do."""

    level: Level
    rule: str
    about: str
    what: str
    mend: str = ""
