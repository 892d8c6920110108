from components.priority.manifest import priority_class
from components.priority.spec import PrioritySpec


def test_carries_its_value_and_its_policy() -> None:
    made = priority_class("batch", PrioritySpec(value=10, preemption_policy="Never"))

    assert (made["metadata"]["name"], made["value"], made["preemptionPolicy"]) == (
        "batch",
        10,
        "Never",
    )


def test_nobody_gets_a_priority_by_accident() -> None:
    assert priority_class("batch", PrioritySpec(value=10))["globalDefault"] is False
