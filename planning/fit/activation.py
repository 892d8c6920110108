"""The memory that a batch needs while it passes: the peak of vLLM's own profile run."""

from catalogue.architecture import Architecture
from planning.engine import Engine
from planning.fit.estimate import Estimate
from planning.fit.measured import (
    ACTIVATION_SPREAD,
    FORWARD_BASE_GIB,
    GIB,
    SAMPLER_BASE_GIB,
    SAMPLER_BYTES_PER_LOGIT,
)


def activation(architecture: Architecture, engine: Engine) -> Estimate:
    """GiB on one GPU: the sampler or one layer, whichever is more, and the experts' workspace."""
    peak = max(_sampler(architecture, engine), _forward(architecture, engine))
    expected = peak + _expert_workspace(architecture, engine)
    below, above = ACTIVATION_SPREAD
    return Estimate(max(expected + below, 0.0), expected, expected + above)


def _sampler(architecture: Architecture, engine: Engine) -> float:
    """Every GPU gathers the whole logits; pooling models sample nothing."""
    if architecture.kind == "pool":
        return 0.0
    sequences = min(engine.max_num_seqs, engine.max_num_batched_tokens)
    logits = sequences * architecture.vocab_size * SAMPLER_BYTES_PER_LOGIT
    return (logits + _hidden_bytes(architecture, engine)) / GIB + SAMPLER_BASE_GIB


def _forward(architecture: Architecture, engine: Engine) -> float:
    """Gate and up projection, their product, and the hidden states with the residual."""
    shard = 3 * architecture.intermediate_size / engine.tensor_parallel
    layer = engine.max_num_batched_tokens * shard * engine.dtype_bytes
    return (layer + _hidden_bytes(architecture, engine)) / GIB + FORWARD_BASE_GIB


def _hidden_bytes(architecture: Architecture, engine: Engine) -> float:
    tokens = engine.max_num_batched_tokens
    return 2 * tokens * architecture.hidden_size * engine.dtype_bytes / 2


def _expert_workspace(architecture: Architecture, engine: Engine) -> float:
    """Two buffers that live on (vLLM 0.33.0 TritonExperts.workspace_shapes); MXFP4 has none."""
    if not architecture.experts or engine.quantization in ("mxfp4", "gpt_oss_mxfp4"):
        return 0.0
    shard = architecture.expert_intermediate_size / engine.tensor_parallel
    hidden = architecture.hidden_size
    rows = engine.max_num_batched_tokens * architecture.experts_per_token
    return rows * (max(shard, hidden) + max(2 * shard, hidden)) * engine.dtype_bytes / GIB
