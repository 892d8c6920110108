from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.bench.scale.bound import fewest_nodes

CAPACITY = 8
PODS = st.lists(st.integers(1, CAPACITY), max_size=60)
HALVES = st.lists(st.sampled_from([1, 2, 4, 8]), max_size=60)


def first_fit_decreasing(sizes: list[int]) -> int:
    """The nodes that one particular way of packing takes."""
    free: list[int] = []
    for size in sorted(sizes, reverse=True):
        place = next((i for i, room in enumerate(free) if room >= size), None)
        if place is None:
            free.append(CAPACITY - size)
        else:
            free[place] -= size
    return len(free)


def fits(sizes: list[int], free: tuple[int, ...]) -> bool:
    """Whether the pods can be packed at all, by trying everything."""
    if not sizes:
        return True
    first, *rest = sizes
    return any(
        fits(rest, (*free[:i], room - first, *free[i + 1 :]))
        for i, room in enumerate(free)
        if room >= first and room not in free[:i]
    )


@given(PODS)
def test_no_packing_is_better(sizes: list[int]) -> None:
    assert fewest_nodes(sizes, CAPACITY) <= first_fit_decreasing(sizes)


@given(st.lists(st.integers(1, CAPACITY), max_size=7))
def test_trying_everything_finds_nothing_better(sizes: list[int]) -> None:
    ordered = sorted(sizes, reverse=True)
    best = next(n for n in count() if fits(ordered, (CAPACITY,) * n))

    assert fewest_nodes(sizes, CAPACITY) <= best


@given(PODS)
def test_it_is_no_worse_than_counting_gpus(sizes: list[int]) -> None:
    assert fewest_nodes(sizes, CAPACITY) * CAPACITY >= sum(sizes)


@given(HALVES)
def test_where_sizes_divide_each_other_it_can_be_reached(sizes: list[int]) -> None:
    assert fewest_nodes(sizes, CAPACITY) == first_fit_decreasing(sizes) == -(-sum(sizes) // 8)


def test_pods_of_more_than_half_a_node_take_one_each() -> None:
    assert fewest_nodes([5, 5, 5], CAPACITY) == 3
    assert fewest_nodes([], CAPACITY) == 0


@pytest.mark.parametrize("size", [0, 9])
def test_a_pod_that_no_node_can_hold_has_no_bound(size: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 8"):
        fewest_nodes([size], CAPACITY)
