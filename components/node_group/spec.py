"""What a stack may ask of a pool of equal nodes."""

from typing import Literal, Self

from pydantic import Field, model_validator

from catalogue.instances import instances
from components.nearest import did_you_mean
from components.node_group.ec2 import (
    CapacityBlock,
    Compaction,
    Disk,
    Karpenter,
    Reservation,
    Spot,
    Update,
)
from components.node_group.share import impossible
from components.node_group.sharing import GpuSharing
from components.types import AtLeastOne, Count, DnsLabel, Positive, Spec


class Hardware(Spec):
    """What one node of a private cloud gives to pods: its allocatable, not its nominal size."""

    cpu: Positive
    memory_gib: Positive
    gpus: Count = 0
    gpu_product: str | None = None
    gpu_memory_gib: Positive | None = None
    max_pods: AtLeastOne = 110

    @model_validator(mode="after")
    def _gpus_are_described(self) -> Self:
        if self.gpus and (self.gpu_product is None or self.gpu_memory_gib is None):
            raise ValueError("has gpus, so it needs gpu_product and gpu_memory_gib as well")
        return self


class NodeGroupSpec(Spec):
    """Equal nodes, by EC2 instance type or, where there is none, by their `hardware`.

    `packing` says whether pods fill a node before the next, or take the emptiest (Volcano 1.15).
    With `numa` the kubelet gives a container its GPUs, and whole cores, of one NUMA node where it
    can; it never refuses a pod for that, which the scheduler could not foresee.
    `keeps_models` is for KServe's cache of models on the nodes' own disks: what fills it must come
    there, so such nodes only ask others to stay away.
    From `interconnect` on it is about how EKS provides them: on demand and as a managed node group,
    unless said otherwise. A cluster that exists has its nodes already and reads none of that.
    `interconnect: efa` is for models that span nodes. `compaction` lets models move so that nodes
    go; without it a node stays as long as a model or a job is on it.
    """

    instance_type: str | None = None
    hardware: Hardware | None = None
    min_nodes: Count = 0
    max_nodes: AtLeastOne = 1
    zones: tuple[DnsLabel, ...] = ()
    labels: dict[str, str] = Field(default_factory=dict)
    sharing: GpuSharing | None = None
    packing: Literal["pack", "spread"] = "pack"
    numa: Literal["best-effort"] | None = None
    max_pods: AtLeastOne | None = None
    keeps_models: bool = False
    interconnect: Literal["efa"] | None = None
    spot: Spot | None = None
    reservation: Reservation | None = None
    capacity_block: CapacityBlock | None = None
    disk: Disk = Disk()
    update: Update | None = None
    compaction: Compaction | None = None
    karpenter: Karpenter | None = None

    @model_validator(mode="after")
    def _is_one_known_machine(self) -> Self:
        if (self.instance_type is None) == (self.hardware is None):
            raise ValueError("needs exactly one of instance_type and hardware")
        if self.instance_type is not None and self.instance_type not in instances():
            near = did_you_mean(self.instance_type, instances())
            raise ValueError(
                f"instance_type {self.instance_type!r} is not in the catalogue; {near} "
                "One that is not there can be described under `hardware`"
            )
        return self

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min_nodes > self.max_nodes:
            raise ValueError("min_nodes is above max_nodes; lower it or raise max_nodes")
        return self

    @model_validator(mode="after")
    def _shares_the_gpus_it_has(self) -> Self:
        if self.sharing is not None and (reason := impossible(self.sharing, *self.gpu())):
            raise ValueError(reason)
        return self

    def gpu(self) -> tuple[str | None, int, int]:
        """The GPUs of one node, uncut: product, how many, MiB of each."""
        if self.hardware is not None:
            memory = int((self.hardware.gpu_memory_gib or 0) * 1024)
            return self.hardware.gpu_product, self.hardware.gpus, memory
        instance = instances()[str(self.instance_type)]
        return instance.gpu_model, instance.gpus, instance.gpu_memory_mib
