"""The real charts, where somebody has them: one unpacked chart in each folder of a directory."""

import os
from pathlib import Path

import pytest

from simulation.charts.render import Charts
from simulation.toolchain.pins import pinned
from simulation.toolchain.tools import KUBERNETES
from tests.support.helm import helm

VARIABLE = "CHARTS"


def folder() -> Path:
    """Where they are; skips where nobody says so."""
    found = os.environ.get(VARIABLE)
    if not found:
        pytest.skip(f"${VARIABLE} names no folder of unpacked charts")
    return Path(found)


def charts() -> Charts:
    """They and Helm; skips where either is missing."""
    return Charts(helm(), folder(), pinned(KUBERNETES))
