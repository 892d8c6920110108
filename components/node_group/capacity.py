"""What one node of a group can give to pods."""

from dataclasses import dataclass

from catalogue.instances import instances
from components.node_group.spec import NodeGroupSpec

MIB_PER_GIB = 1024


@dataclass(frozen=True, kw_only=True)
class NodeCapacity:
    """The allocatable of one node: CPU in cores, memory in MiB, whole GPUs, MiB of each GPU."""

    cpu: float
    memory_mib: int
    gpus: int
    max_pods: int
    gpu_product: str | None = None
    gpu_memory_mib: int = 0


def node_capacity(spec: NodeGroupSpec) -> NodeCapacity:
    """The allocatable of one node of `spec`; the simulated nodes and the plan use this one too."""
    if spec.hardware is not None:
        hardware = spec.hardware
        return NodeCapacity(
            cpu=hardware.cpu,
            memory_mib=int(hardware.memory_gib * MIB_PER_GIB),
            gpus=hardware.gpus,
            max_pods=hardware.max_pods,
            gpu_product=hardware.gpu_product,
            gpu_memory_mib=int((hardware.gpu_memory_gib or 0) * MIB_PER_GIB),
        )
    instance = instances()[str(spec.instance_type)]
    return NodeCapacity(
        cpu=instance.allocatable_cpu,
        memory_mib=instance.allocatable_memory_mib,
        gpus=instance.gpus,
        max_pods=instance.max_pods,
        gpu_product=instance.gpu_model,
        gpu_memory_mib=instance.gpu_memory_mib,
    )
