from graphlib import CycleError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.queue.order import parents_first
from components.queue.spec import QueueSpec


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_every_queue_comes_after_its_parent(names: list[int], parents: list[int]) -> None:
    """A queue's parent is drawn from those of lower number, so there is no circle."""
    specs = {
        f"q{n}": QueueSpec(parent=f"q{parents[n] % n}" if n and parents[n] else None) for n in names
    }
    order = parents_first(specs)

    assert sorted(order) == sorted(specs)
    assert all(
        spec.parent is None or order.index(spec.parent) < order.index(name)
        for name, spec in specs.items()
    )


def test_a_circle_is_an_error() -> None:
    with pytest.raises(CycleError):
        parents_first({"a": QueueSpec(parent="b"), "b": QueueSpec(parent="a")})


def test_a_parent_that_is_elsewhere_is_no_queue_of_this_stack() -> None:
    assert parents_first({"a": QueueSpec(parent="root")}) == ["a"]
