"""The weights on the fullest GPU of a replica."""

from math import ceil

from catalogue.architecture import Architecture
from planning.engine import Engine
from planning.fit.estimate import Estimate
from planning.fit.measured import GIB
from planning.fit.quantization import SIXTEEN_BIT, scheme

SPREAD = (0.995, 1.0, 1.015)
"""Around the estimate: within it are all 16-bit and quantized models of the published logs."""

SEGMENT_BYTES = 2 * 2**20
"""PyTorch takes large blocks from CUDA in multiples of this, so each large matrix is rounded up."""

LARGE_BYTES = 10 * 2**20
"""From this size on (torch 2.14.1 c10/core/AllocatorConfig.h, kMinLargeAlloc and kRoundLarge)."""

ROTARY_BYTES = 2


def weights(architecture: Architecture, engine: Engine) -> Estimate:
    """GiB on one GPU of the last pipeline stage, which holds the output embedding as well."""
    gib = (
        (
            _linear_bytes(architecture, engine)
            + _replicated_kv_bytes(architecture, engine)
            + _embedding_bytes(architecture, engine)
        )
        / engine.tensor_parallel
        / GIB
    )
    gib += (_rounding_bytes(architecture, engine) + _rotary_bytes(architecture)) / GIB
    if architecture.weights_gib and _as_stored(architecture, engine):
        gib = architecture.weights_gib / engine.tensor_parallel / engine.pipeline_parallel
    low, expected, high = SPREAD
    return Estimate(gib * low, gib * expected, gib * high)


def weight_bytes(engine: Engine) -> float:
    """Bytes of one weight of a linear layer; an unknown quantization is counted as none."""
    known = scheme(engine.quantization) if engine.quantization else None
    return known.bytes if known else engine.dtype_bytes


def stage_layers(architecture: Architecture, engine: Engine) -> int:
    """Layers of the fullest stage (vLLM 0.33.0 distributed/utils.py, get_pp_indices)."""
    return ceil(architecture.layers / engine.pipeline_parallel)


def _linear_bytes(architecture: Architecture, engine: Engine) -> float:
    linear = architecture.parameters_b * 1e9 - architecture.embedding_parameters
    share = stage_layers(architecture, engine) / architecture.layers
    return linear * share * weight_bytes(engine)


def _replicated_kv_bytes(architecture: Architecture, engine: Engine) -> float:
    """With more GPUs than KV heads every GPU holds a whole head."""
    copies = max(engine.tensor_parallel - architecture.kv_heads, 0)
    if architecture.mla_latent is not None:
        return 0.0
    head = 2 * architecture.hidden_size * architecture.head_dim
    return copies * head * stage_layers(architecture, engine) * weight_bytes(engine)


def _embedding_bytes(architecture: Architecture, engine: Engine) -> float:
    tables = 1 if architecture.tied_embeddings or engine.pipeline_parallel > 1 else 2
    rows = architecture.padded_vocabulary * architecture.hidden_size
    return tables * rows * max(engine.dtype_bytes, SIXTEEN_BIT)


def _as_stored(architecture: Architecture, engine: Engine) -> bool:
    stored = engine.quantization == architecture.quantization
    return stored and engine.dtype_bytes == SIXTEEN_BIT


def _rounding_bytes(architecture: Architecture, engine: Engine) -> float:
    """What the two matrices of each MLP take beyond their size."""
    down = architecture.hidden_size * architecture.intermediate_size / engine.tensor_parallel
    matrices = (2 * down * weight_bytes(engine), down * weight_bytes(engine))
    rounded = sum(-size % SEGMENT_BYTES for size in matrices if size >= LARGE_BYTES)
    return stage_layers(architecture, engine) * rounded


def _rotary_bytes(architecture: Architecture) -> float:
    """The table of rotary positions, whole on every GPU."""
    return architecture.max_context * architecture.head_dim * ROTARY_BYTES
