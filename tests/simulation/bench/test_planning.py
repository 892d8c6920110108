"""What is measured without an engine."""

import pytest

from simulation.bench.planning import main


def test_the_seconds_of_each_part_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(2)

    check, render, plan = map(float, capsys.readouterr().out.split())
    assert min(check, render, plan) >= 0
