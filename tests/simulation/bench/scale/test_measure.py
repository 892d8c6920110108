from hypothesis import given
from hypothesis import strategies as st

from simulation.bench.scale.events import Work
from simulation.bench.scale.measure import (
    Seen,
    in_part,
    missing,
    overfull,
    packing,
    passed_over,
    quantile,
    times,
)

NODES = 5
PODS = st.lists(
    st.builds(
        Seen,
        name=st.just("pod"),
        work=st.just("work"),
        gpus=st.sampled_from([1, 2, 4, 8]),
        created=st.just(0.0),
        node=st.none() | st.sampled_from([f"node-{index}" for index in range(NODES)]),
    )
)
SOUND = PODS.filter(lambda pods: not overfull(pods))


def pod(work: str, node: str | None, gpus: int = 1, created: float = 0, after: float = 1) -> Seen:
    bound = None if node is None else created + after
    return Seen("pod", work, gpus, created, node, bound)


def gang(pods: int) -> dict[str, Work]:
    return {"gang": Work("gang", 1, pods, "training", "training")}


@given(SOUND)
def test_nobody_uses_fewer_nodes_than_the_bound(pods: list[Seen]) -> None:
    found = packing(pods, NODES)

    assert found.over_bound >= 1
    assert found.nodes_used >= found.fewest_nodes
    assert 0 < found.allocated <= 1
    assert 0 <= found.stranded <= 1


def test_a_pod_a_node_is_eight_times_the_bound_and_strands_what_it_can() -> None:
    found = packing([pod("m", f"node-{index}") for index in range(8)], nodes=9)

    assert (found.nodes_used, found.fewest_nodes, found.over_bound) == (8, 1, 8.0)
    assert found.allocated == 1 / 8
    assert found.stranded == 56 / 64


def test_whole_nodes_strand_nothing() -> None:
    found = packing([pod("m", "a", 8), pod("m", "b", 4), pod("m", "b", 4)], nodes=4)

    assert (found.over_bound, found.allocated, found.stranded) == (1.0, 1.0, 0.0)


def test_more_gpus_than_a_node_has_are_found() -> None:
    assert overfull([pod("m", "a", 8), pod("m", "a", 1), pod("m", "b", 8)]) == ["a"]


def test_pods_that_do_not_exist_yet_are_missing_too() -> None:
    assert missing([pod("gang", "a"), pod("gang", None)], gang(4)) == 3


def test_a_pod_that_would_fit_and_waits_was_passed_over() -> None:
    waiting = Seen("waiting", "m", 4, 0.0)

    assert passed_over([pod("m", "a", 4), waiting], nodes=1) == ["waiting"]
    assert passed_over([pod("m", "a", 5), waiting], nodes=1) == []
    assert passed_over([pod("m", "a", 5), waiting], nodes=2) == ["waiting"]


def test_a_gang_of_which_some_have_a_place_is_in_part() -> None:
    assert in_part([pod("gang", "a"), pod("gang", None)], gang(2)) == ["gang"]
    assert in_part([pod("gang", None)], gang(2)) == []
    assert in_part([pod("gang", "a"), pod("gang", "b")], gang(2)) == []


def test_replicas_of_a_model_are_no_gang() -> None:
    assert in_part([pod("m", "a")], {"m": Work("m", 1, 2)}) == []


def test_times_are_those_of_the_new_pods() -> None:
    old, quick = pod("m", "a", created=1), pod("m", "a", created=10, after=1)
    slow, waiting = pod("m", "b", created=10, after=4), pod("m", None, created=10)

    found = times([old, quick, slow, waiting], since=9)

    assert (found.placed, found.median, found.worst_percent, found.last) == (2, 1, 4, 4)
    assert found.pods_a_second == 2 / 5


def test_nothing_placed_has_no_times() -> None:
    found = times([pod("m", None)], since=0)

    assert (found.placed, found.median, found.last, found.pods_a_second) == (0, None, None, None)


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0.01, 1))
def test_a_quantile_is_a_value_that_so_many_do_not_exceed(
    values: list[float], share: float
) -> None:
    found = quantile(values, share)

    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-6
