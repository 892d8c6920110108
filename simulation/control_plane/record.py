"""What a supervisor writes down about itself, so that others can find it and judge its state."""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from signal import SIGKILL
from typing import Any, Self

from simulation.control_plane.identity import Identity

NAME = "supervisor.json"


@dataclass(frozen=True, kw_only=True)
class Record:
    """Who supervises, for whom, where it listens, and what it owns."""

    supervisor: Identity
    starter: Identity
    socket: str
    detached: bool
    ending: bool
    children: tuple[Identity, ...]

    @classmethod
    def read(cls, state: Path) -> Self | None:
        """The record of a supervisor that still runs."""
        record = cls._last(state)
        return record if record is not None and record.supervisor.alive() else None

    @classmethod
    def _last(cls, state: Path) -> Self | None:
        try:
            data: dict[str, Any] = json.loads((state / NAME).read_text())
        except FileNotFoundError:
            return None
        supervisor, starter = (Identity(**data.pop(who)) for who in ("supervisor", "starter"))
        children = tuple(Identity(**child) for child in data.pop("children"))
        return cls(supervisor=supervisor, starter=starter, children=children, **data)

    @classmethod
    def clear(cls, state: Path) -> None:
        """Remove what a killed supervisor left: where the kernel does not, its children too."""
        record = cls._last(state)
        if record is None:
            return
        for child in record.children:
            child.signal_group(SIGKILL)
        shutil.rmtree(Path(record.socket).parent, ignore_errors=True)
        (state / NAME).unlink(missing_ok=True)

    @property
    def doomed(self) -> bool:
        """Whether it is ending, or is about to because its starter is gone."""
        return self.ending or not (self.detached or self.starter.alive())

    def write(self, state: Path) -> None:
        """Replace the record as a whole, so that no reader sees half of it."""
        fresh = state / f"{NAME}.new"
        fresh.write_text(json.dumps(asdict(self)))
        fresh.replace(state / NAME)
