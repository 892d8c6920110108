"""What one node of a group can give to pods."""

from dataclasses import dataclass, field

from catalogue.instances import instances
from components.node_group.share import shares
from components.node_group.spec import NodeGroupSpec

MIB_PER_GIB = 1024
EFA = "vpc.amazonaws.com/efa"
"""One EFA interface, as AWS's device plugin offers it (aws-efa-k8s-device-plugin v0.5.20)."""
MIB_RESERVED_FOR_A_POD = 11
"""kubelet keeps 255 MiB and 11 for each pod that it may run (amazon-eks-ami, nodeadm kubelet)."""


@dataclass(frozen=True, kw_only=True)
class NodeCapacity:
    """The allocatable of one node: CPU in cores, memory in MiB, GPUs, MiB of each GPU.

    Where GPUs are shared, `gpus` counts the shares and `gpu_memory_mib` is what the smallest has;
    `gpu_resources` says under which names they are asked for, and how many there are of each;
    `interfaces` does so for what the nodes talk to each other through. With `whole_cores` a
    container gets cores of its own, if it asks for whole ones.
    """

    cpu: float
    memory_mib: int
    gpus: int
    max_pods: int
    gpu_product: str | None = None
    gpu_memory_mib: int = 0
    gpu_resources: dict[str, int] = field(default_factory=dict)
    interfaces: dict[str, int] = field(default_factory=dict)
    whole_cores: bool = False

    @property
    def offered(self) -> dict[str, int]:
        """What device plugins add to the node's allocatable."""
        return {**self.gpu_resources, **self.interfaces}

    def holds(self, gpus: int, cpu: float, memory_gib: float) -> int:
        """How many pods of that size one node has room for."""
        memory = self.memory_mib / MIB_PER_GIB
        limits = [self.max_pods, int(self.cpu // cpu), int(memory // memory_gib)]
        return min([*limits, self.gpus // gpus] if gpus else limits)


def node_capacity(spec: NodeGroupSpec) -> NodeCapacity:
    """The allocatable of one node of `spec`; the simulated nodes and the plan use this one too."""
    cpu, memory_mib, max_pods = _machine(spec)
    product, gpus, gpu_memory_mib = spec.gpu()
    parts = shares(spec.sharing, product, gpu_memory_mib) if gpus else []
    resources = {part.resource: part.per_gpu * gpus for part in parts}
    return NodeCapacity(
        cpu=cpu,
        memory_mib=memory_mib,
        max_pods=max_pods,
        gpus=sum(resources.values()),
        gpu_product=product,
        gpu_memory_mib=min((part.memory_mib for part in parts), default=0),
        gpu_resources=resources,
        interfaces=_interfaces(spec),
        whole_cores=spec.numa is not None,
    )


def _interfaces(spec: NodeGroupSpec) -> dict[str, int]:
    if spec.interconnect is None or spec.instance_type is None:
        return {}
    return {EFA: instances()[spec.instance_type].efa_interfaces}


def _machine(spec: NodeGroupSpec) -> tuple[float, int, int]:
    """CPU in cores, memory in MiB, and how many pods."""
    if spec.hardware is not None:
        hardware = spec.hardware
        return hardware.cpu, int(hardware.memory_gib * MIB_PER_GIB), hardware.max_pods
    instance = instances()[str(spec.instance_type)]
    max_pods = spec.max_pods or instance.max_pods
    reserved = MIB_RESERVED_FOR_A_POD * (max_pods - instance.max_pods)
    return instance.allocatable_cpu, instance.allocatable_memory_mib - reserved, max_pods
