"""Where everything of one simulated stack lies: in this checkout, ignored by git."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIMULATIONS = ".simulation"


@dataclass(frozen=True)
class Place:
    """One stack of one checkout; two of either live side by side.

    `used_for` gives a run that is not `make simulate` a cluster of its own.
    """

    stack: str
    root: Path = ROOT
    used_for: str = ""

    @property
    def file(self) -> Path:
        """The stack file."""
        return self.root / f"Pulumi.{self.stack}.yaml"

    @property
    def state(self) -> Path:
        """All there is of the simulation of this stack."""
        name = f"{self.stack}-{self.used_for}" if self.used_for else self.stack
        return self.root / SIMULATIONS / name

    @property
    def gamedays(self) -> Path:
        """The verdicts and pictures of this stack's game days."""
        return self.root / SIMULATIONS / "gamedays" / self.stack

    @property
    def cluster(self) -> Path:
        """The control plane: data, credentials, one log a process."""
        return self.state / "cluster"

    @property
    def engine(self) -> Path:
        """The engine's state and tools."""
        return self.state / "engine"

    @property
    def inspection(self) -> Path:
        """Every object of the stack as YAML, and the schemas that they must meet."""
        return self.state / "inspection"

    def simulated(self) -> list[str]:
        """The stacks of this checkout that have been simulated, and not been taken down."""
        return sorted(state.name for state in (self.root / SIMULATIONS).glob("*"))

    @property
    def checkers(self) -> Path:
        """The programs of the environment that `make check` installs for them."""
        return self.root / ".venv-checkers" / "bin"
