"""EFA where the machine has it, where somebody can set it up, and where the server can use it."""

from collections.abc import Iterator

from catalogue.instances import instances
from stacks.config import StackConfig
from stacks.problem import Problem


def interconnect(config: StackConfig) -> Iterator[Problem]:
    """Refuses EFA on types without it, and on Karpenter's nodes."""
    for name, group in config.node_groups.items():
        machine = instances().get(group.instance_type or "")
        path = ("node_groups", name, "interconnect")
        if group.interconnect and machine and not machine.efa_interfaces:
            what = f"{machine.name} has no EFA"
            yield Problem(path, what, "use a larger size of the family, or leave it out")
        if group.interconnect and group.karpenter:
            what = "Karpenter's nodes have no placement group with the cards of EFA here"
            yield Problem(path, what, "leave out `karpenter`: a managed group has both")


def efa_image(config: StackConfig) -> Iterator[Problem]:
    """Refuses a model over EFA in vLLM's own image, which has neither libfabric nor NCCL's plugin
    for it (vllm-project/vllm#55635): it would talk over TCP."""
    own = config.runtime.image is not None
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if model.nodes > 1 and group and group.interconnect and not (model.image or own):
            yield Problem(
                ("models", name, "image"),
                f"is vLLM's own, which cannot use the EFA interfaces of `{model.node_group}`",
                "name an image with libfabric and aws-ofi-nccl, such as AWS's vLLM container",
            )
