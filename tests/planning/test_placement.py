"""No node holds more than it has, nobody is lost, and whoever waits really has no room."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from components.node_group.capacity import MIB_PER_GIB
from planning.gangs import gangs
from planning.node import TOLERANCE
from planning.placement import place
from planning.spec import SCALES, Scale
from stacks.config import StackConfig
from tests.planning.configs import MODEL
from tests.support.stack import JOB, STACK

GROUP = {"instance_type": "g5.48xlarge"}
GPUS = st.sampled_from([1, 2, 4, 8])
HERE = st.sampled_from(["a", "b"])


@st.composite
def models(draw: st.DrawFn) -> dict[str, Any]:
    low, more = draw(st.integers(1, 3)), draw(st.integers(0, 3))
    return MODEL | {
        "node_group": draw(HERE),
        "gpus": draw(GPUS),
        "preemptable": draw(st.booleans()),
        "scaling": {"min_replicas": low, "max_replicas": low + more},
    }


@st.composite
def jobs(draw: st.DrawFn) -> dict[str, Any]:
    workers = draw(st.integers(1, 4))
    return JOB | {
        "node_group": draw(HERE),
        "gpus": draw(GPUS),
        "workers": workers,
        "min_workers": draw(st.integers(1, workers)),
        "priority": draw(st.sampled_from(["online", "urgent"])),
    }


@st.composite
def stacks(draw: st.DrawFn, most_jobs: int = 3) -> StackConfig:
    """Up to six models and three jobs of 1, 2, 4 or 8 GPUs on two groups of a few 8-GPU nodes."""
    groups: dict[str, Any] = {
        name: GROUP | {"max_nodes": draw(st.integers(1, 3)), "min_nodes": draw(st.integers(0, 1))}
        for name in ("a", "b")
    }
    sections = {
        "node_groups": groups,
        "priorities": {"online": {"value": 1000}, "urgent": {"value": 2000}},
        "models": {f"m{i}": draw(models()) for i in range(draw(st.integers(1, 6)))},
        "jobs": {f"j{i}": draw(jobs()) for i in range(draw(st.integers(0, most_jobs)))},
    }
    return StackConfig.model_validate({**STACK, **sections})


@given(stacks(), st.sampled_from(SCALES))
def test_no_node_is_overcommitted(config: StackConfig, scale: Scale) -> None:
    for node in place(config, scale).nodes:
        assert sum(pod.gpus for pod in node.pods) == node.gpus_used <= node.capacity.gpus
        assert sum(pod.cpu for pod in node.pods) <= node.capacity.cpu + TOLERANCE
        asked = sum(pod.memory_gib for pod in node.pods)
        assert asked <= node.capacity.memory_mib / MIB_PER_GIB + TOLERANCE


@given(stacks(), st.sampled_from(SCALES))
def test_everybody_is_placed_once_or_waits(config: StackConfig, scale: Scale) -> None:
    everybody = sorted(pod.name for gang in gangs(config, scale) for pod in gang)

    assert sorted(pod.name for pod in place(config, scale).pods) == everybody


@given(stacks(), st.sampled_from(SCALES))
def test_a_gang_is_placed_whole_or_not_at_all(config: StackConfig, scale: Scale) -> None:
    placed = [pod for node in place(config, scale).nodes for pod in node.pods]

    numbers = Counter(pod.gang for pod in placed)
    assert all(numbers[pod.gang] >= pod.together for pod in placed)


@given(stacks(), st.sampled_from(SCALES))
def test_whoever_waits_has_no_room_and_his_group_no_node_to_add(
    config: StackConfig, scale: Scale
) -> None:
    """Of a gang there may be room for some, on the nodes that there are and that could be."""
    found = place(config, scale)
    together = Counter(pod.gang for pod in found.waiting)

    for pod in found.waiting:
        nodes = found.of_group(pod.node_group)
        if pod.together == 1 or together[pod.gang] < pod.together:
            assert not any(node.has_room(pod) for node in nodes)
            assert len(nodes) == config.node_groups[pod.node_group].max_nodes
        else:
            more = config.node_groups[pod.node_group].max_nodes - len(nodes)
            free = [node.capacity.gpus - node.gpus_used for node in nodes] + [8] * more
            assert sum(gpus // pod.gpus for gpus in free) < pod.together


@given(stacks(most_jobs=0))
def test_more_replicas_never_need_fewer_nodes(config: StackConfig) -> None:
    numbers = [len(place(config, scale).nodes) for scale in SCALES]

    assert numbers == sorted(numbers)


@given(stacks())
def test_a_job_takes_no_place_from_a_model_of_its_priority(config: StackConfig) -> None:
    without = config.model_copy(update={"jobs": {}})
    equal = {
        name: job.model_copy(update={"priority": "online"}) for name, job in config.jobs.items()
    }
    beside = config.model_copy(update={"jobs": equal})

    for scale in SCALES:
        waiting = [p.name for p in place(beside, scale).waiting if p.lasting]
        assert waiting == [p.name for p in place(without, scale).waiting]


def zones_of_two(**protection: Any) -> Counter[str]:
    """By zone, two replicas of half a node each; the group has a node in either zone."""
    group = {"instance_type": "p4de.24xlarge", "min_nodes": 2, "max_nodes": 2, "zones": ["a", "b"]}
    two = {"min_replicas": 2, "max_replicas": 2}
    model = {**MODEL, "node_group": "a100", "gpus": 4, "scaling": two, "protection": protection}
    groups = {**STACK["node_groups"], "a100": group}
    config = StackConfig.model_validate({**STACK, "node_groups": groups, "models": {"m": model}})
    return Counter(node.zone for node in place(config, "minimum").nodes for _ in node.pods)


def test_replicas_that_prefer_to_be_apart_are_where_there_are_nodes() -> None:
    assert zones_of_two() == {"a": 1, "b": 1}
    assert zones_of_two(spread=["nodes"]) == {"a": 1, "b": 1}


def test_replicas_that_need_not_be_apart_share_a_node() -> None:
    assert list(zones_of_two(spread=[]).values()) == [2]
