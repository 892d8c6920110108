"""No node holds more than it has, nobody is lost, and whoever waits really has no room."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from components.node_group.capacity import MIB_PER_GIB
from planning.placement import TOLERANCE, place
from planning.replicas import replicas
from planning.spec import SCALES, Scale
from stacks.config import StackConfig
from tests.planning.configs import MODEL
from tests.support.stack import STACK

GROUP = {"instance_type": "g5.48xlarge"}


@st.composite
def stacks(draw: st.DrawFn) -> StackConfig:
    """Up to six models of 1, 2, 4 or 8 GPUs on two groups of a few 8-GPU nodes."""
    groups: dict[str, Any] = {
        name: GROUP | {"max_nodes": draw(st.integers(1, 3)), "min_nodes": draw(st.integers(0, 1))}
        for name in ("a", "b")
    }
    models: dict[str, Any] = {}
    for index in range(draw(st.integers(1, 6))):
        low, more = draw(st.integers(1, 3)), draw(st.integers(0, 3))
        models[f"m{index}"] = MODEL | {
            "node_group": draw(st.sampled_from(["a", "b"])),
            "gpus": draw(st.sampled_from([1, 2, 4, 8])),
            "preemptable": draw(st.booleans()),
            "scaling": {"min_replicas": low, "max_replicas": low + more},
        }
    return StackConfig.model_validate({**STACK, "node_groups": groups, "models": models})


@given(stacks(), st.sampled_from(SCALES))
def test_no_node_is_overcommitted(config: StackConfig, scale: Scale) -> None:
    for node in place(config, scale).nodes:
        assert node.gpus_used <= node.capacity.gpus
        assert sum(pod.cpu for pod in node.replicas) <= node.capacity.cpu + TOLERANCE
        asked = sum(pod.memory_gib for pod in node.replicas)
        assert asked <= node.capacity.memory_mib / MIB_PER_GIB + TOLERANCE


@given(stacks(), st.sampled_from(SCALES))
def test_everybody_is_placed_once_or_waits(config: StackConfig, scale: Scale) -> None:
    found = place(config, scale)

    placed = [pod for node in found.nodes for pod in node.replicas]
    everybody = sorted((pod.model, pod.index) for pod in replicas(config, scale))
    assert sorted((pod.model, pod.index) for pod in [*placed, *found.waiting]) == everybody


@given(stacks(), st.sampled_from(SCALES))
def test_whoever_waits_has_no_room_and_his_group_no_node_to_add(
    config: StackConfig, scale: Scale
) -> None:
    found = place(config, scale)

    for pod in found.waiting:
        nodes = found.of_group(pod.node_group)
        assert not any(node.has_room(pod) for node in nodes)
        assert len(nodes) == config.node_groups[pod.node_group].max_nodes


@given(stacks())
def test_more_replicas_never_need_fewer_nodes(config: StackConfig) -> None:
    numbers = [len(place(config, scale).nodes) for scale in SCALES]

    assert numbers == sorted(numbers)
