from hypothesis import given
from hypothesis import strategies as st

from simulation.bench.scale.compaction import moves, next_to_go
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


def test_the_emptiest_node_below_the_threshold_goes_next() -> None:
    assert next_to_go(pods(a=[3], b=[2], c=[4, 1]), 50) == "b"


def test_a_node_at_the_threshold_stays() -> None:
    assert next_to_go(pods(a=[4], b=[4]), 50) is None


def test_a_node_whose_pods_fit_nowhere_else_stays_and_the_next_is_asked() -> None:
    assert next_to_go(pods(a=[2], b=[1, 1, 1], c=[7]), 50) == "a"
    assert next_to_go(pods(a=[2], c=[7]), 50) is None


@given(ONES)
def test_emptying_ends_and_loses_nobody(counts: dict[str, int]) -> None:
    placed = {node: [1] * count for node, count in counts.items()}
    while (node := next_to_go(pods(**placed), 50)) is not None:
        moving = placed.pop(node)
        for size in moving:
            fullest = max((n for n in placed if sum(placed[n]) < 8), key=lambda n: sum(placed[n]))
            placed[fullest].append(size)

    assert sum(map(len, placed.values())) == sum(counts.values())
    assert sum(sum(held) < 4 for held in placed.values()) <= 1
