"""One GPU of a replica, divided as vLLM divides it: its share, less what is taken, is KV cache."""

from dataclasses import dataclass

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu
from planning.engine import Engine
from planning.fit.activation import activation
from planning.fit.adapters import adapters
from planning.fit.estimate import Estimate
from planning.fit.measured import TAKEN_BEFORE_START
from planning.fit.overhead import cuda_graphs, non_torch
from planning.fit.weights import weights


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some GiB of one GPU, and why."""

    name: str
    gib: Estimate
    reason: str


@dataclass(frozen=True, kw_only=True)
class Memory:
    """`taken` by everything but the cache; `kv` is negative where the model does not fit.

    `reserved` is what vLLM is told to leave alone; all of it sums to `total`. A pooling model has
    no cache: what is left stays free.
    """

    total: Estimate
    reserved: Estimate
    taken: tuple[Part, ...]
    kv: Estimate
    caches: bool = True

    def parts(self) -> tuple[Part, ...]:
        """All of it, in the order of accounting."""
        name = "KV cache" if self.caches else "free"
        kv = Part(name=name, gib=self.kv, reason="what is left of vLLM's share")
        left = Part(name="reserved", gib=self.reserved, reason="outside gpu_memory_utilization")
        return (*self.taken, kv, left)


def memory(architecture: Architecture, engine: Engine, gpu: Gpu, share: float = 1.0) -> Memory:
    """How the fullest GPU is divided; `share` is the part of the GPU that the replica sees."""
    total = Estimate(gpu.lowest_gib, gpu.memory_gib, gpu.highest_gib).times(share)
    taken = _taken(architecture, engine, gpu)
    kv = total.times(engine.gpu_memory_utilization)
    for part in taken:
        kv = kv - part.gib
    reserved = total.times(1 - engine.gpu_memory_utilization)
    caches = architecture.kind == "generate"
    return Memory(total=total, reserved=reserved, taken=taken, kv=kv, caches=caches)


def starts(engine: Engine, gpu: Gpu, share: float = 1.0) -> bool:
    """Whether vLLM's share is likely to be free when it looks: it refuses to start otherwise."""
    free = gpu.memory_gib * share - TAKEN_BEFORE_START[engine.tensor_parallel > 1]
    return gpu.memory_gib * share * engine.gpu_memory_utilization <= free


def _taken(architecture: Architecture, engine: Engine, gpu: Gpu) -> tuple[Part, ...]:
    stored = engine.quantization or f"{engine.dtype_bytes * 8:.0f} bit"
    split = f" over {engine.tensor_parallel} GPUs" if engine.tensor_parallel > 1 else ""
    slots = f", {engine.lora_slots} LoRA adapters" if engine.lora_slots else ""
    batch = f"{engine.max_num_seqs} sequences, {engine.max_num_batched_tokens} tokens a batch"
    return (
        Part(
            name="weights",
            gib=weights(architecture, engine) + adapters(architecture, engine),
            reason=f"{architecture.parameters_b:g} B parameters, {stored}{split}{slots}",
        ),
        Part(
            name="overhead",
            gib=non_torch(engine, gpu),
            reason="CUDA context, workspaces" + (", communication" if split else ""),
        ),
        Part(name="activations", gib=activation(architecture, engine), reason=batch),
        Part(
            name="CUDA graphs",
            gib=cuda_graphs(architecture, engine, gpu),
            reason="none: eager" if engine.enforce_eager else "captured batch sizes",
        ),
    )
