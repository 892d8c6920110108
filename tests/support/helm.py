"""Helm, where somebody has built it: a minute that no test is worth."""

from pathlib import Path

import pytest

from simulation.toolchain.cache import Shelf, default_cache
from simulation.toolchain.module import Module

HELM = "helm"


def helm() -> Path:
    """The program; skips where it was not built before."""
    shelf = Shelf(default_cache(), Module(HELM).digest)
    if not shelf.has(HELM):
        pytest.skip("Helm is not built: python -m simulation.toolchain helm")
    return shelf.place(HELM)
