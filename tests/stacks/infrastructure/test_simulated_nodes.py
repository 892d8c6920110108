"""The simulated nodes are the nodes that EKS would make: one definition of each fact."""

from pathlib import Path

import pytest

from components.node_group.capacity import node_capacity
from components.node_group.managed import EFFECTS, managed_group
from simulation.nodes.manifest import node
from stacks.file import read

ROOT = Path(__file__).parents[3]
GROUPS = [
    (stack, name)
    for stack in ("dev", "prod")
    for name in read(ROOT / f"Pulumi.{stack}.yaml").node_groups
]


@pytest.mark.parametrize(("stack", "name"), GROUPS)
def test_a_simulated_node_has_the_groups_labels_taints_and_allocatable(
    stack: str, name: str
) -> None:
    spec = read(ROOT / f"Pulumi.{stack}.yaml").node_groups[name]
    plan = managed_group(name, spec, ("us-east-1a",))
    simulated = node(name, spec, 0)
    room = node_capacity(spec)

    assert simulated["metadata"]["labels"].items() >= plan.labels.items()
    assert [(t["key"], t["value"], EFFECTS[t["effect"]]) for t in simulated["spec"]["taints"]] == [
        (taint.key, taint.value, EFFECTS[taint.effect]) for taint in plan.taints
    ]
    allocatable = simulated["status"]["allocatable"]
    assert allocatable["memory"] == f"{room.memory_mib}Mi"
    assert allocatable["pods"] == str(room.max_pods)
    assert allocatable.get("nvidia.com/gpu", "0") == str(room.gpus)
