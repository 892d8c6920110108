"""Whether one replica of a model runs on a kind of GPU, and for how many requests at once."""

from dataclasses import dataclass

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu
from planning.engine import Engine
from planning.fit.kv_cache import block_bytes, blocks_per_request, bytes_per_token, concurrency
from planning.fit.measured import GIB
from planning.fit.memory import Memory, memory, starts
from planning.fit.validity import Fault, faults


@dataclass(frozen=True, kw_only=True)
class Fit:
    """One model on one kind of GPU; `needed_gib` is the cache of one request at full context.

    `share` is the part of the GPU's memory that a replica sees, and `starts` whether vLLM's part is
    likely to be free when it looks.
    """

    architecture: Architecture
    engine: Engine
    gpu: Gpu
    share: float
    memory: Memory
    needed_gib: float
    faults: tuple[Fault, ...]
    starts: bool

    @property
    def fits(self) -> bool:
        """Whether vLLM would start, as far as is expected."""
        return not self.faults

    @property
    def certain(self) -> bool:
        """Whether it would start at the unfavourable end of every range, too."""
        return self.fits and self.memory.kv.low >= self.needed_gib

    @property
    def kv_tokens(self) -> int:
        """How many tokens the cache holds when every request is as long as the context."""
        return int(self.concurrency(self.engine.context_length) * self.engine.context_length)

    def concurrency(self, tokens: int) -> float:
        """How many requests of `tokens` one replica holds; pooling models need no cache."""
        if self.architecture.kind == "pool":
            return float(self.engine.max_num_seqs)
        length = min(tokens, self.engine.context_length)
        expected = max(self.memory.kv.expected, 0.0)
        held = concurrency(self.architecture, self.engine, expected, length)
        return min(held, float(self.engine.max_num_seqs * self.engine.data_parallel))

    @property
    def bytes_per_token(self) -> float:
        """What one more token costs on one GPU."""
        return bytes_per_token(self.architecture, self.engine)


def fit(architecture: Architecture, engine: Engine, gpu: Gpu, share: float = 1.0) -> Fit:
    """How `architecture` fits on `share` of a GPU."""
    divided = memory(architecture, engine, gpu, share)
    needed = needed_gib(architecture, engine)
    found = faults(architecture, engine, gpu)
    return Fit(
        architecture=architecture,
        engine=engine,
        gpu=gpu,
        share=share,
        memory=divided,
        needed_gib=needed,
        faults=(*found, *_memory_faults(divided, needed, engine)),
        starts=starts(engine, gpu, share),
    )


def needed_gib(architecture: Architecture, engine: Engine) -> float:
    """The cache of one request at full context; vLLM does not start with less."""
    if architecture.kind == "pool":
        return 0.0
    held = blocks_per_request(architecture, engine, engine.context_length)
    return held * block_bytes(architecture, engine) / GIB


def _memory_faults(divided: Memory, needed: float, engine: Engine) -> list[Fault]:
    kv = divided.kv.expected
    if kv >= needed:
        return []
    taken = sum(part.gib.expected for part in divided.taken)
    share = divided.total.expected * engine.gpu_memory_utilization
    if kv <= 0:
        what = f"needs {taken:.1f} GiB of each GPU before any cache, vLLM has {share:.1f}"
        return [Fault(field="memory", what=what, mend="")]
    what = (
        f"{kv:.1f} GiB are left for the KV cache, "
        f"one request of {engine.context_length} tokens needs {needed:.1f}"
    )
    return [Fault(field="context_length", what=what, mend="")]
