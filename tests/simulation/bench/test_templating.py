"""The two programs that are put beside each other, each measured as a whole process."""

import pytest

from simulation.bench.templating import planned, templated
from tests.support.helm import helm


def test_a_plan_is_measured_with_what_it_printed() -> None:
    ours = planned(1)

    assert len(ours.printed.split()) == 3
    assert ours.seconds > 0
    assert ours.peak_mib > 1


@pytest.mark.parametrize("models", [1, 2])
def test_helm_is_measured_over_every_model(models: int) -> None:
    theirs = templated(models, helm())

    assert theirs.printed.count("kind: InferenceService\n") == models
