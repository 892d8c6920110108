from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.bench.scale.events import End, Lose, Want, Work, gpus, wanted
from simulation.bench.scale.trace import GPUS_A_NODE, SHARES, Trace, apportioned, trace

TRACES = st.builds(trace, st.integers(10, 300), st.integers(0, 10_000))


def standing(made: Trace, until: str) -> dict[str, Work]:
    """What there is once the phase of that name has been played."""
    works: dict[str, Work] = {}
    for phase in made.phases:
        works = wanted(works.values(), phase.events)
        if phase.name == until:
            break
    return works


@given(st.integers(10, 200), st.integers(0, 1000))
def test_the_same_seed_gives_the_same_trace(nodes: int, seed: int) -> None:
    assert trace(nodes, seed) == trace(nodes, seed)


def test_another_seed_gives_another_trace() -> None:
    assert trace(10, 1).phases != trace(10, 2).phases


def test_at_a_thousand_nodes_it_is_the_size_that_was_asked_for() -> None:
    made = trace(1_000)
    arrivals = made.phases[0].events
    brought = Counter(
        {event.work.name: event.work.pods for p in made.phases for event in p.events
         if isinstance(event, Want)}
    )  # fmt: skip

    assert made.nodes * GPUS_A_NODE == 8_000
    assert len(arrivals) == 500
    assert brought.total() == pytest.approx(5_000, rel=0.2)


@given(TRACES)
def test_what_serves_always_fits_the_cluster(made: Trace) -> None:
    total = made.nodes * GPUS_A_NODE

    assert gpus(standing(made, "arrivals").values()) < total
    assert gpus(standing(made, "scaling").values()) < total
    assert gpus(standing(made, "node loss").values()) < total - GPUS_A_NODE


@given(TRACES)
def test_training_fills_every_gpu_that_is_left(made: Trace) -> None:
    assert gpus(standing(made, "training").values()) == made.nodes * GPUS_A_NODE


@given(TRACES)
def test_training_can_make_room_for_what_goes_first(made: Trace) -> None:
    works = standing(made, "reclaim").values()
    urgent = [work for work in works if work.rank == "urgent"]

    assert {work.queue for work in urgent} == {"online", "training"}
    assert gpus(urgent) <= gpus(work for work in works if work.rank == "training")


@given(TRACES)
def test_only_what_is_there_ends_and_nothing_is_empty(made: Trace) -> None:
    names: set[str] = set()
    for phase in made.phases:
        for event in phase.events:
            match event:
                case Want(work):
                    assert work.pods > 0
                    assert 0 < work.gpus <= GPUS_A_NODE
                    names.add(work.name)
                case End(name):
                    names.remove(name)
                case Lose(nodes):
                    assert 0 < nodes < made.nodes


@given(TRACES)
def test_models_come_in_every_size(made: Trace) -> None:
    assert {work.gpus for work in standing(made, "arrivals").values()} == set(SHARES)


@given(st.integers(4, 5_000), st.lists(st.floats(0.01, 10), min_size=1, max_size=4))
def test_shares_add_up_and_nobody_goes_without(total: int, weights: list[float]) -> None:
    shares = dict(enumerate(weights))
    found = apportioned(total, shares)

    assert sum(found.values()) == total
    assert min(found.values()) >= 1
    for key, share in shares.items():
        assert abs(found[key] - 1 - (total - len(shares)) * share / sum(weights)) < 1 + 1e-6
