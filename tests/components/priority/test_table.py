from hypothesis import given
from hypothesis import strategies as st

from components.priority.spec import PrioritySpec
from components.priority.table import effects, victims

CLASSES = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(
        PrioritySpec,
        value=st.integers(0, 5),
        preemption_policy=st.sampled_from(["PreemptLowerPriority", "Never"]),
    ),
    min_size=1,
)


@given(CLASSES)
def test_no_two_classes_preempt_each_other(classes: dict[str, PrioritySpec]) -> None:
    assert all(
        name not in victims(other, classes) for name in classes for other in victims(name, classes)
    )


@given(CLASSES)
def test_whoever_preempts_a_preemptor_preempts_its_victims(
    classes: dict[str, PrioritySpec],
) -> None:
    for name in classes:
        for other in victims(name, classes):
            assert victims(other, classes) <= victims(name, classes)


def test_a_class_that_never_preempts_still_goes_first() -> None:
    table = effects(
        {
            "batch": PrioritySpec(value=1),
            "polite": PrioritySpec(value=2, preemption_policy="Never"),
            "online": PrioritySpec(value=3),
        }
    )

    assert table == {
        "online": {"polite": "preempts", "batch": "preempts"},
        "polite": {"online": "waits", "batch": "goes first"},
        "batch": {"online": "waits", "polite": "waits"},
    }


def test_equals_wait_for_each_other() -> None:
    table = effects({"a": PrioritySpec(value=1), "b": PrioritySpec(value=1)})

    assert table == {"a": {"b": "waits"}, "b": {"a": "waits"}}
