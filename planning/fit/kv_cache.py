"""How many tokens a KV cache holds, counted in vLLM's blocks.

Source: vLLM 0.33.0 v1/core/kv_cache_planning.py (layers of one kind form groups of equal size, and
all groups draw from one pool) and v1/kv_cache_interface.py (how many blocks one request needs).
"""

from math import ceil

from catalogue.architecture import Architecture
from planning.engine import Engine
from planning.fit.measured import GIB
from planning.fit.quantization import kv_element_bytes

BLOCK_TOKENS = 16


def bytes_per_token_and_layer(architecture: Architecture, engine: Engine) -> float:
    """On one GPU. A latent (MLA) is on every GPU whole; heads are shared out, at least one each."""
    element = kv_element_bytes(engine.kv_cache_dtype, engine.dtype_bytes)
    if architecture.mla_latent is not None:
        return architecture.mla_latent * element
    heads = max(architecture.kv_heads // engine.tensor_parallel, 1)
    return 2 * heads * architecture.head_dim * element


def bytes_per_token(architecture: Architecture, engine: Engine) -> float:
    """What one more token costs on one GPU of the fullest stage, while every layer still grows."""
    layers = ceil(architecture.layers / engine.pipeline_parallel)
    return bytes_per_token_and_layer(architecture, engine) * layers


def block_bytes(architecture: Architecture, engine: Engine) -> float:
    """One block on one GPU: 16 tokens of every layer of a group."""
    layers = _group_layers(architecture, engine)
    return BLOCK_TOKENS * bytes_per_token_and_layer(architecture, engine) * layers


def blocks(architecture: Architecture, engine: Engine, kv_gib: float) -> int:
    """How many blocks `kv_gib` on each GPU holds."""
    return max(int(kv_gib * GIB // block_bytes(architecture, engine)), 0)


def blocks_per_request(architecture: Architecture, engine: Engine, tokens: int) -> int:
    """How many blocks one request of `tokens` holds, over all groups."""
    full, bounded = _groups(architecture, engine)
    window = _window_blocks(architecture, engine, tokens)
    return full * ceil(tokens / BLOCK_TOKENS) + bounded * window


def concurrency(architecture: Architecture, engine: Engine, kv_gib: float, tokens: int) -> float:
    """How many requests of `tokens` fit at once, as vLLM logs it."""
    needed = blocks_per_request(architecture, engine, tokens)
    return blocks(architecture, engine, kv_gib) / needed * engine.data_parallel


def _window_blocks(architecture: Architecture, engine: Engine, tokens: int) -> int:
    """A window keeps itself and what is in flight; a state is one block."""
    if architecture.sliding_window is None:
        return 1
    batches = engine.pipeline_parallel + 1
    in_flight = batches * engine.max_num_batched_tokens
    held = min(architecture.sliding_window - 1 + in_flight, tokens)
    return ceil(held / BLOCK_TOKENS) + 1


def _group_layers(architecture: Architecture, engine: Engine) -> int:
    kinds = [count for count in _stage(architecture, engine) if count]
    fewest, most = min(kinds), max(kinds)
    return most if most < fewest * 1.5 else fewest


def _groups(architecture: Architecture, engine: Engine) -> tuple[int, int]:
    size = _group_layers(architecture, engine)
    full, bounded = _stage(architecture, engine)
    return ceil(full / size), ceil(bounded / size)


def _stage(architecture: Architecture, engine: Engine) -> tuple[int, int]:
    """Layers of both kinds in the fullest stage."""
    stages = engine.pipeline_parallel
    return ceil(architecture.full_layers / stages), ceil(architecture.bounded_layers / stages)
