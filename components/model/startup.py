"""How long a replica takes from nothing to its first answer: the parts, and what follows from each.

Every figure is an assumption that a stack can replace by its own measurement; none is a promise.
"""

import math
from dataclasses import dataclass

from components.model.source import scheme
from components.types import Count, Positive, Spec

MIB_PER_GIB = 1024
NODE_SECONDS = 300
"""EC2 capacity, boot, join and device plugin of a GPU node; Karpenter's metrics say yours."""
IMAGE_GIB = 10.0
"""vLLM's image as it travels; about 20 GiB unpacked."""
IMAGE_MIB_PER_SECOND = 100.0
SOURCE_MIB_PER_SECOND = {"hf": 100.0, "s3": 400.0, "oci": 150.0, "pvc": 300.0}
"""What one pod gets from the Hub, from S3 in its region, from a registry, from a shared volume."""
LOAD_MIB_PER_SECOND = 500.0
"""From the node's disk into the GPUs."""
ENGINE_SECONDS = 60
"""Process, CUDA context and memory profiling, without the weights."""
COMPILE_SECONDS = 60
"""Graph capture and compilation; `enforce_eager` saves it and costs throughput for ever."""
SLACK = 3
"""A server is hung, and is killed, after three times what it should have taken."""
SHORTEST_PROBE_SECONDS = 300


class StartupSpec(Spec):
    """Measured figures instead of the assumed ones, and what the model promises.

    `first_answer_seconds` is how long a first request may wait when there is no replica;
    `accept_cold_start` says in words why a longer wait is acceptable.
    """

    weights_gib: Positive | None = None
    node_seconds: Count | None = None
    image_gib: Positive = IMAGE_GIB
    image_mib_per_second: Positive = IMAGE_MIB_PER_SECOND
    source_mib_per_second: Positive | None = None
    engine_seconds: Count | None = None
    first_answer_seconds: Positive | None = None
    accept_cold_start: str | None = None


@dataclass(frozen=True, kw_only=True)
class Budget:
    """Seconds for a node from zero, the image, the weights' way to it, and the engine's start."""

    node: int
    image: int
    weights: int
    engine: int

    @property
    def total(self) -> int:
        """From nothing to the first answer."""
        return self.node + self.image + self.weights + self.engine

    @property
    def probe(self) -> int:
        """How long the start-up probe waits: it begins when image and weights are there."""
        return max(SLACK * self.engine, SHORTEST_PROBE_SECONDS)

    @property
    def deadline(self) -> int:
        """After how long a rollout that shows nothing has failed."""
        return self.node + self.image + SLACK * self.weights + self.probe

    def __str__(self) -> str:
        parts = {
            "node": self.node,
            "image": self.image,
            "weights": self.weights,
            "engine": self.engine,
        }
        shown = " + ".join(f"{name} {seconds} s" for name, seconds in parts.items() if seconds)
        return f"{self.total} s = {shown}"


@dataclass(frozen=True, kw_only=True)
class Load:
    """What has to arrive: `weights_gib` from `source`; nothing where they are mounted or cached."""

    source: str | None
    weights_gib: float
    compiles: bool
    from_zero: bool
    local: bool


def budget(spec: StartupSpec, load: Load) -> Budget:
    """The parts for one replica; `from_zero` is where its node may have to be bought first."""
    weights = spec.weights_gib or load.weights_gib
    node = NODE_SECONDS if spec.node_seconds is None else spec.node_seconds
    return Budget(
        node=node if load.from_zero else 0,
        image=_seconds(spec.image_gib, spec.image_mib_per_second),
        weights=0 if load.local else _seconds(weights, _throughput(spec, load.source)),
        engine=_engine(spec, load, weights),
    )


def _engine(spec: StartupSpec, load: Load, weights_gib: float) -> int:
    if spec.engine_seconds is not None:
        return spec.engine_seconds
    loading = _seconds(weights_gib, LOAD_MIB_PER_SECOND)
    return ENGINE_SECONDS + loading + (COMPILE_SECONDS if load.compiles else 0)


def _throughput(spec: StartupSpec, source: str | None) -> float:
    assumed = SOURCE_MIB_PER_SECOND[scheme(source)] if source else IMAGE_MIB_PER_SECOND
    return spec.source_mib_per_second or assumed


def _seconds(gib: float, mib_per_second: float) -> int:
    return math.ceil(gib * MIB_PER_GIB / mib_per_second)
