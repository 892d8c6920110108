"""What somebody sees who runs a simulation."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote
from time import monotonic

from rich.console import Console
from rich.markup import escape

from planning.plan import plan
from planning.report.terminal.summary import summary
from simulation.outcome.outcome import Outcome
from simulation.outcome.table import job_table, reasons, remarks, table
from simulation.outcome.training import JobOutcome
from simulation.run.place import Place
from stacks.config import StackConfig

LOG_WIDTH = 110


@dataclass
class Screen:
    """A console with a clock: every step says when it began."""

    console: Console = field(default_factory=lambda: Console(width=_width()))
    began: float = field(default_factory=monotonic)

    def step(self, text: str) -> None:
        """A new part of the run."""
        seconds = monotonic() - self.began
        self.console.print(f"[dim]{seconds:6.1f} s[/]  [bold]{escape(text)}[/]")

    def line(self, text: str) -> None:
        """A detail of the present part, or a line of Pulumi's own output."""
        self.console.print(
            f"          {text.rstrip()}", markup=False, highlight=False, soft_wrap=True
        )

    def asked(self, config: StackConfig) -> None:
        """What the stack asks for and what it would cost, before anything is built."""
        self.console.print(summary(plan(config)))

    def progress(self, found: Sequence[Outcome]) -> None:
        """How many models have settled."""
        done = sum(one.settled for one in found)
        self.line(f"{done} of {len(found)} models settled")

    def result(self, config: StackConfig, found: Sequence[Outcome]) -> None:
        """The table, and the reason of each model that is not Ready."""
        self.console.print()
        self.console.print(table(config, found))
        for text in reasons(found):
            self.console.print(f"[yellow]not Ready[/] {escape(text)}", soft_wrap=True)

    def jobs(self, config: StackConfig, found: Sequence[JobOutcome]) -> None:
        """Their table, and in words why one does not run; nothing where there are none."""
        if not found:
            return
        self.console.print()
        self.console.print(job_table(config, found))
        for text in remarks(found):
            self.console.print(f"[yellow]waiting[/] {escape(text)}", soft_wrap=True)

    def next_steps(self, place: Place, kubeconfig: Path) -> None:
        """How to look around, change and take down."""
        stack, access = place.stack, quote(str(kubeconfig))
        self.console.print(
            f"\nlook around:  export KUBECONFIG={access}; kubectl get isvc,pods -Ao wide"
            f"\nchange:       edit {place.file.name}, then  make preview STACK={stack}"
            f"  and  make simulate STACK={stack}"
            f"\ntake down:    make simulate-down STACK={stack}",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


def _width() -> int | None:
    """A log is as wide as the widest table; a terminal knows its own width."""
    return None if sys.stdout.isatty() else LOG_WIDTH
