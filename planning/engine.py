"""What vLLM will run with: a model's options, and vLLM's own defaults where it says nothing."""

from dataclasses import dataclass

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu
from components.model.spec import ModelSpec
from planning.fit.quantization import FLOAT_BYTES, SIXTEEN_BIT

DEFAULT_UTILIZATION = 0.92
"""vLLM 0.33.0 vllm/config/cache.py:215."""

HUGE_GIB, LARGE_GIB = 160, 70
BATCH_DEFAULTS = {"huge": (16384, 1024), "large": (8192, 1024), "other": (2048, 256)}
"""(max_num_batched_tokens, max_num_seqs) of the API server by GPU: vLLM 0.33.0 arg_utils.py:2973;
the A100 counts as `other` whatever its memory."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """Every number that the memory of one replica depends on; lengths in tokens."""

    tensor_parallel: int
    pipeline_parallel: int
    data_parallel: int
    context_length: int
    gpu_memory_utilization: float
    dtype: str
    dtype_bytes: float
    quantization: str | None
    kv_cache_dtype: str
    max_num_seqs: int
    max_num_batched_tokens: int
    enforce_eager: bool
    lora_slots: int = 0
    lora_rank: int = 0

    @property
    def gpus(self) -> int:
        """How many one replica takes."""
        return self.tensor_parallel * self.pipeline_parallel * self.data_parallel


def engine(spec: ModelSpec, architecture: Architecture, gpu: Gpu) -> Engine:
    """`spec.engine` with vLLM's defaults for this model on this GPU."""
    said = spec.engine
    tokens, sequences = BATCH_DEFAULTS[_class(gpu)]
    dtype = said.dtype or "auto"
    return Engine(
        tensor_parallel=said.tensor_parallel_of(spec.gpus * spec.nodes),
        pipeline_parallel=said.pipeline_parallel,
        data_parallel=said.data_parallel,
        context_length=said.context_length or architecture.max_context,
        gpu_memory_utilization=said.gpu_memory_utilization or DEFAULT_UTILIZATION,
        dtype=dtype,
        dtype_bytes=FLOAT_BYTES.get(dtype, SIXTEEN_BIT),
        quantization=said.quantization or architecture.quantization,
        kv_cache_dtype=said.kv_cache_dtype or "auto",
        max_num_seqs=said.max_num_seqs or sequences,
        max_num_batched_tokens=said.max_num_batched_tokens or tokens,
        enforce_eager=said.enforce_eager,
        lora_slots=said.lora.max_loras if said.lora else 0,
        lora_rank=said.lora.rank() if said.lora else 0,
    )


def _class(gpu: Gpu) -> str:
    if gpu.memory_gib >= HUGE_GIB:
        return "huge"
    large = gpu.memory_gib >= LARGE_GIB and "a100" not in gpu.product.lower()
    return "large" if large else "other"
