"""What a build tells whoever waits for it."""

from typing import Protocol


class Progress(Protocol):
    """Hears of each module's build; `module` is a directory name under `modules/`."""

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None: ...

    def step(self, module: str, done: int, total: int, detail: str) -> None: ...

    def finished(self, module: str, seconds: float) -> None: ...

    def failed(self, module: str, reason: str) -> None: ...
