"""The kind of GPU that a model asks for is the kind its node group has."""

from collections.abc import Iterator

from components.node_group.capacity import node_capacity
from stacks.config import StackConfig
from stacks.problem import Problem

MIB_PER_GIB = 1024


def gpu_kind(config: StackConfig) -> Iterator[Problem]:
    """Refuses a product or a memory that no node of the group has, and a label too late."""
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if group is None or model.gpu_kind is None:
            continue
        node, path = node_capacity(group), ("models", name, "gpu_kind")
        label = str(node.gpu_product).replace(" ", "-")
        if model.gpu_kind.products and label not in model.gpu_kind.products:
            what = f"asks for other GPUs than `{model.node_group}` has, which are {label}"
            yield Problem((*path, "products"), what, "name it, or another node group")
        memory = model.gpu_kind.memory_gib
        if memory is not None and memory * MIB_PER_GIB > node.gpu_memory_mib:
            have = node.gpu_memory_mib / MIB_PER_GIB
            what = f"asks for {memory:g} GiB on each GPU; `{model.node_group}` has {have:.1f}"
            yield Problem((*path, "memory_gib"), what, "ask for less, or name another node group")
        if group.min_nodes == 0:
            what = f"is known only of nodes that are there, and `{model.node_group}` starts at 0"
            yield Problem(path, what, "keep one node, or leave `gpu_kind` to the node group")
