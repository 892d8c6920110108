"""What a user asks of the engine: preview, up, destroy; and how a killed run is picked up again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pulumi import automation
from pulumi.automation import CommandError

from simulation.engine.made import made
from simulation.engine.tools import Tools
from simulation.engine.workspace import workspace
from stacks.config import StackConfig

Line = Callable[[str], None]
Result = TypeVar("Result")


class UpdateFailed(RuntimeError):
    """The engine refused or could not finish; it has said why in its own output."""


@dataclass(frozen=True)
class Engine:
    """One stack on one simulated cluster; `say` gets Pulumi's own output, line by line."""

    name: str
    state: Path
    tools: Tools
    say: Line

    def up(self, config: StackConfig) -> dict[str, int]:
        """Make the cluster what `config` says; how many resources were created, updated, kept."""
        stack = self._stack(config)
        result = _asked(lambda: stack.up(on_output=self.say, on_error=self.say))
        changes = result.summary.resource_changes or {}
        return {str(operation): count for operation, count in changes.items()}

    def preview(self, config: StackConfig) -> dict[str, int]:
        """What `up` would do, and field by field where something is there to compare with."""
        stack = self._stack(config)
        known = any(made(self.state, self.name))
        result = _asked(lambda: stack.preview(on_output=self.say, on_error=self.say, diff=known))
        return {str(operation): count for operation, count in result.change_summary.items()}

    def destroy(self, config: StackConfig) -> None:
        """Remove all that this stack has made."""
        stack = self._stack(config)
        _asked(lambda: stack.destroy(on_output=self.say, on_error=self.say))

    def _stack(self, config: StackConfig) -> automation.Stack:
        """The stack, freed of the lock that a killed run has left behind.

        Only one run at a time holds the state folder, so a lock found here belongs to nobody.
        """
        stack = workspace(self.name, config, self.state, self.tools)
        if list((self.state / "backend" / ".pulumi" / "locks").rglob("*.json")):
            self.say("an earlier run was killed: its lock is removed, its work continued")
            stack.cancel()
        return stack


def _asked(act: Callable[[], Result]) -> Result:
    try:
        return act()
    except CommandError as error:
        raise UpdateFailed("the engine did not finish") from error
