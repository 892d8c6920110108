"""What a build tells whoever waits for it."""

from typing import Protocol


class Progress(Protocol):
    """Hears of each module's build; `module` is a directory name under `modules/`."""

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None:
        """A build begins; on a cold machine it takes about `expected` seconds."""

    def step(self, module: str, done: int, total: int, detail: str) -> None:
        """So many packages of `total` are compiled, or begun; no total is known yet if 0."""

    def finished(self, module: str, seconds: float) -> None:
        """All its programs are there."""

    def failed(self, module: str, reason: str) -> None:
        """It ended without some of its programs."""


class Silence:
    """Says nothing."""

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None: ...

    def step(self, module: str, done: int, total: int, detail: str) -> None: ...

    def finished(self, module: str, seconds: float) -> None: ...

    def failed(self, module: str, reason: str) -> None: ...
