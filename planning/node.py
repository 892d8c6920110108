"""One node, the pods on it, and what they take of it."""

from dataclasses import dataclass, field

from components.node_group.capacity import MIB_PER_GIB, NodeCapacity
from planning.month import HOURS_PER_MONTH
from planning.pod import Pod

TOLERANCE = 1e-9


@dataclass(eq=False)
class Node:
    """`kept` ones are there even when nothing runs on them: their group has so many at least.

    `gpus_used` is of all kinds of shares together. `spreads` is whether pods take the emptiest of
    the group; `services` counts them by theirs.
    """

    name: str
    group: str
    zone: str
    capacity: NodeCapacity
    kept: bool
    spreads: bool = False
    pods: list[Pod] = field(default_factory=list)
    gpus: dict[str, int] = field(default_factory=dict)
    gpus_used: int = 0
    services: dict[str, int] = field(default_factory=dict)
    cpu: float = 0.0
    memory_gib: float = 0.0

    @property
    def full(self) -> bool:
        """No GPU, or share of one, is left."""
        return self.gpus_used >= self.capacity.gpus

    @property
    def hours(self) -> float:
        """How long of a month it is there: always, or as long as the last pod on it."""
        return HOURS_PER_MONTH if self.kept else max((pod.hours for pod in self.pods), default=0)

    @property
    def lasting(self) -> bool:
        """Whether it stays when the jobs have ended."""
        return self.kept or any(pod.lasting for pod in self.pods)

    def has_room(self, pod: Pod) -> bool:
        """For its GPUs, CPU, memory and itself."""
        kind = pod.gpu_resource
        memory_gib = self.capacity.memory_mib / MIB_PER_GIB + TOLERANCE
        return (
            self.gpus.get(kind, 0) + pod.gpus <= self.capacity.gpu_resources.get(kind, 0)
            and self.cpu + pod.cpu <= self.capacity.cpu + TOLERANCE
            and self.memory_gib + pod.memory_gib <= memory_gib
            and len(self.pods) < self.capacity.max_pods
        )

    def add(self, pod: Pod) -> None:
        """Puts `pod` here, whether or not there is room."""
        self.pods.append(pod)
        self._take(pod, 1)

    def remove(self, pod: Pod) -> None:
        """Takes `pod` away again."""
        self.pods.remove(pod)
        self._take(pod, -1)

    def _take(self, pod: Pod, times: int) -> None:
        kind = pod.gpu_resource
        self.gpus[kind] = self.gpus.get(kind, 0) + times * pod.gpus
        self.gpus_used += times * pod.gpus
        self.services[pod.service] = self.services.get(pod.service, 0) + times
        self.cpu += times * pod.cpu
        self.memory_gib += times * pod.memory_gib
