import os
from pathlib import Path

import pytest

from simulation.bench.scale.usage import cpu_seconds, peak_mib

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks the Linux kernel")


@linux
def test_this_process_has_cost_something() -> None:
    assert peak_mib(os.getpid()) > 1
    assert cpu_seconds(os.getpid()) == pytest.approx(sum(os.times()[:2]), abs=0.5)


def test_a_process_that_is_gone_costs_nothing() -> None:
    assert peak_mib(2**30) == cpu_seconds(2**30) == 0
