"""What is being built, how far it is and how long it takes: one line a module, redrawn in place."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Building:
    """Draws a toolchain's progress; where the output is no terminal, a line now and then."""

    EVERY_PERCENT = 20

    def __init__(self, console: Console) -> None:
        self._console = console
        self._drawn = Progress(
            TextColumn("          {task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.completed:.0f}/{task.total} packages"),
            TimeElapsedColumn(),
            TextColumn("of about {task.fields[expected]:.0f} s"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}
        self._told: dict[str, int] = {}

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None:
        """A module's build begins."""
        self._say(f"building {', '.join(tools)} (about {expected:.0f} s on two cores)")
        self._drawn.start()
        self._tasks[module] = self._drawn.add_task(module, total=None, expected=expected)

    def step(self, module: str, done: int, total: int, detail: str) -> None:
        """So many of its packages are compiled."""
        self._drawn.update(self._tasks[module], completed=done, total=total or None)
        share = 100 * done // total if total else 0
        if (
            not self._console.is_terminal
            and share >= self._told.get(module, 0) + self.EVERY_PERCENT
        ):
            self._told[module] = share
            self._say(f"{module}: {done} of {total} packages")

    def finished(self, module: str, seconds: float) -> None:
        """Its programs are there."""
        self._over(module, f"built {module} in {seconds:.0f} s")

    def failed(self, module: str, reason: str) -> None:
        """It ended without some of its programs; who waits for one of them is told why."""
        self._over(module, f"{module} could not be built")

    def _over(self, module: str, text: str) -> None:
        self._drawn.remove_task(self._tasks.pop(module))
        if not self._tasks:
            self._drawn.stop()
        self._say(text)

    def _say(self, text: str) -> None:
        self._console.print(f"          {text}", highlight=False, soft_wrap=True)
