"""Versions that go together: each component's window holds the others' versions."""

from collections.abc import Iterator

from catalogue.windows import KUBERNETES
from stacks.compatibility import outside, versions_of
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def version_windows(config: StackConfig) -> Iterator[Problem]:
    """Refuses a combination outside a window, naming both sides and who says so."""
    running = versions_of(config)
    kind = "eks" if config.cluster.eks else "existing"
    for window in outside(running):
        at: Path = ("cluster", kind, "kubernetes") if window.of == KUBERNETES else ("platform",)
        what = (
            f"{window.component} {running[window.component]} needs {window.of} {window.range}, "
            f"and this is {running[window.of]} ({window.source})"
        )
        yield Problem(at, what, "change one of the two versions")
