from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.gameday.overlay import changed, laid
from stacks.parse import parse
from stacks.problem import Refused
from tests.support.stack import STACK

TREES = st.recursive(
    st.integers(), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8
).filter(lambda tree: isinstance(tree, dict))


@pytest.mark.parametrize(
    ("over", "made"),
    [
        ({}, {"a": {"x": 1}, "b": {"x": 2}}),
        ({"a": {"x": 9}}, {"a": {"x": 9}, "b": {"x": 2}}),
        ({"a": {"y": 9}}, {"a": {"x": 1, "y": 9}, "b": {"x": 2}}),
        ({"a": None}, {"b": {"x": 2}}),
        ({"*": {"x": 0}}, {"a": {"x": 0}, "b": {"x": 0}}),
        ({"*": {"x": 0}, "a": {"x": 7}}, {"a": {"x": 7}, "b": {"x": 0}}),
        ({"c": {"x": 3}}, {"a": {"x": 1}, "b": {"x": 2}, "c": {"x": 3}}),
    ],
)
def test_what_an_overlay_makes(over: dict[str, Any], made: dict[str, Any]) -> None:
    assert laid(over, {"a": {"x": 1}, "b": {"x": 2}}) == made


@pytest.mark.parametrize("before", [{}, {"zone_tainter": {}}])
def test_an_operator_that_is_there_by_default_can_be_taken_away(before: dict[str, Any]) -> None:
    config = parse({**STACK, "platform": before})

    assert changed(config, {"platform": {"zone_tainter": None}}).platform.zone_tainter is None


@given(TREES, TREES)
def test_laying_the_same_twice_changes_nothing_more(
    over: dict[str, Any], under: dict[str, Any]
) -> None:
    once = laid(over, under)

    assert laid(over, once) == once


def test_a_stack_that_is_not_sound_any_more_is_refused() -> None:
    with pytest.raises(Refused, match=r"models\.small\.node_group"):
        changed(parse(STACK), {"models": {"*": {"node_group": "nowhere"}}})
