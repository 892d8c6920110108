from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.plugin.values import (
    UNKNOWN,
    Secret,
    Unknown,
    contains,
    properties,
    revealed,
    struct,
)

LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.just(UNKNOWN)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.builds(Secret, inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), TREES))
def test_what_is_written_for_the_engine_is_read_back(values: dict[str, Any]) -> None:
    assert properties(struct(values)) == values


def test_whole_numbers_stay_whole_and_fractions_stay_fractions() -> None:
    found = properties(struct({"whole": 3, "part": 0.5}))

    assert (str(found["whole"]), str(found["part"])) == ("3", "0.5")


def test_secrets_are_revealed_to_the_leaves() -> None:
    assert revealed({"a": [Secret({"b": Secret(1)})]}) == {"a": [{"b": 1}]}


@pytest.mark.parametrize("value", [UNKNOWN, [UNKNOWN], {"a": Secret({"b": UNKNOWN})}])
def test_an_unknown_is_found_wherever_it_is(value: Any) -> None:
    assert contains(Unknown, value)
    assert not contains(Unknown, revealed({"a": [1, "b"]}))
