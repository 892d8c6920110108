from hypothesis import given
from hypothesis import strategies as st

from simulation.bench.scale.compaction import moves
from simulation.bench.scale.measure import Seen

ONES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 8), min_size=1)


def pods(**nodes: list[int]) -> list[Seen]:
    return [Seen("pod", "m", size, 0, node, 1) for node, sizes in nodes.items() for size in sizes]


def test_two_halves_become_a_whole() -> None:
    assert moves(pods(a=[4], b=[4]), 1) == 1


def test_the_emptiest_node_is_emptied_first() -> None:
    assert moves(pods(a=[4, 2], b=[1, 1], c=[8]), 2) == 2


def test_what_fits_nowhere_stays_and_is_said() -> None:
    assert moves(pods(a=[4, 1], b=[4, 1]), 1) is None


def test_who_has_no_place_moves_nowhere() -> None:
    assert moves([Seen("pod", "m", 4, 0)], 0) == 0


@given(ONES)
def test_single_gpus_always_get_down_to_the_bound(counts: dict[str, int]) -> None:
    placed = pods(**{node: [1] * count for node, count in counts.items()})
    fewest = -(-len(placed) // 8)
    found = moves(placed, fewest)

    assert found is not None
    assert found <= len(placed)
    assert found > 0 or len(counts) == fewest
