"""What the engine asks about one resource, and what it is told."""

from dataclasses import dataclass, field
from functools import cached_property

from simulation.plugin import checkpoint, objects, ownership
from simulation.plugin.checkpoint import Checkpoint
from simulation.plugin.values import Properties

NOTHING = Checkpoint({}, {}, "")


@dataclass(frozen=True)
class Outcome:
    """What the engine keeps; reasons, where there are any, say what is not complete."""

    id: str
    state: Properties
    inputs: Properties
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """One resource in the engine's hands, its inputs still with their secrets."""

    urn: str
    inputs: Properties
    old: Checkpoint = NOTHING
    timeout: float = 0.0
    ignored: tuple[str, ...] = field(default=())

    @cached_property
    def asked(self) -> Properties:
        """The object that the inputs describe."""
        return checkpoint.asked(self.inputs)

    @cached_property
    def manager(self) -> str:
        """The field manager that it is applied by."""
        return ownership.manager(self.urn, self.asked, self.old.manager)

    def outcome(self, live: Properties, inputs: Properties, *reasons: str) -> Outcome:
        """What the engine keeps of the object as it is now."""
        state = Checkpoint(live, inputs, self.manager).state(self.inputs)
        return Outcome(objects.identity(live), state, inputs, reasons)
