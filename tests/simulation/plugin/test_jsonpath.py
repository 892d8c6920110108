import pytest

from simulation.plugin.jsonpath import matches, select
from simulation.plugin.refusal import Refusal

POD = {
    "status": {
        "phase": "Running",
        "ready": True,
        "conditions": [
            {"type": "Ready", "status": "True"},
            {"type": "Scheduled", "status": "False"},
        ],
    },
    "metadata": {"labels": {"a.b/c": "x"}},
}


@pytest.mark.parametrize(
    "expression",
    [
        "{.status.phase}=Running",
        "{.status.ready}=true",
        "{.status.phase}",
        "{.status.conditions[0].type}=Ready",
        "{.status.conditions[-1].type}=Scheduled",
        "{.status.conditions[*].status}=False",
        "{.status.conditions[?(@.type=='Ready')].status}=True",
        '{.status.conditions[?(@.type=="Ready")].status}="True"',
        "{.metadata.labels['a.b/c']}=x",
    ],
)
def test_these_are_true_of_the_pod(expression: str) -> None:
    assert matches(expression, POD)


@pytest.mark.parametrize(
    "expression",
    ["{.status.phase}=Failed", "{.status.none}", "{.status.conditions[7].type}=Ready"],
)
def test_these_are_not(expression: str) -> None:
    assert not matches(expression, POD)


@pytest.mark.parametrize("expression", [".status.phase=Running", "{status.phase}=Running", ""])
def test_what_is_not_understood_is_refused(expression: str) -> None:
    with pytest.raises(Refusal):
        matches(expression, POD)


def test_every_value_of_a_map_is_found() -> None:
    assert select(".metadata.labels[*]", POD) == ["x"]
