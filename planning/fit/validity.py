"""What vLLM refuses whatever the memory: sizes that do not divide, unsupported formats."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu
from planning.engine import Engine
from planning.fit.quantization import scheme

BFLOAT16_CAPABILITY = (8, 0)
"""vLLM 0.33.0 platforms/cuda.py: below it `auto` falls back to float16."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One reason why an engine cannot start; `field` is the option of `engine` to change."""

    field: str
    what: str
    mend: str


def faults(architecture: Architecture, engine: Engine, gpu: Gpu) -> list[Fault]:
    """Every reason; none if only memory decides."""
    return [
        *_parallel(architecture, engine),
        *_groups(architecture, engine),
        *_capability(engine, gpu),
        *_context(architecture, engine),
    ]


def valid_tensor_parallel(architecture: Architecture, at_most: int) -> list[int]:
    """The sizes up to `at_most` that divide everything they must, smallest first."""
    return [size for size in range(1, at_most + 1) if not list(_splits(architecture, size))]


def _parallel(architecture: Architecture, engine: Engine) -> Iterator[Fault]:
    size = engine.tensor_parallel
    for what in _splits(architecture, size):
        sizes = valid_tensor_parallel(architecture, max(size, 8))
        possible = ", ".join(map(str, sizes))
        yield Fault(
            field="tensor_parallel",
            what=f"{what} cannot be split over {size} GPUs",
            mend=f"use tensor_parallel {possible}",
        )
    if engine.pipeline_parallel > architecture.layers:
        yield Fault(
            field="pipeline_parallel",
            what=f"{architecture.layers} layers cannot make {engine.pipeline_parallel} stages",
            mend=f"use at most {architecture.layers}",
        )


def _splits(architecture: Architecture, size: int) -> Iterator[str]:
    """What `size` does not divide (vLLM 0.33.0 config/model.py, vocab_parallel_embedding.py)."""
    heads, kv_heads = architecture.attention_heads, architecture.kv_heads
    if heads % size:
        yield f"{heads} attention heads"
    if architecture.mla_latent is None and kv_heads % size and size % kv_heads:
        yield f"{kv_heads} KV heads"
    if architecture.padded_vocabulary % size:
        yield f"a vocabulary of {architecture.padded_vocabulary}"
    for width in _widths(architecture):
        if width % size:
            yield f"an MLP {width} wide"


def _groups(architecture: Architecture, engine: Engine) -> Iterator[Fault]:
    known = scheme(engine.quantization) if engine.quantization else None
    if known is None or _as_stored(architecture, engine):
        return
    for width in _widths(architecture):
        shard = width / engine.tensor_parallel
        if shard % known.group:
            yield Fault(
                field="tensor_parallel",
                what=f"an MLP shard {shard:g} wide is no whole number of {engine.quantization} "
                f"groups of {known.group}",
                mend="use a smaller tensor_parallel",
            )


def _as_stored(architecture: Architecture, engine: Engine) -> bool:
    """MXFP4 checkpoints are padded when they are loaded."""
    return engine.quantization == architecture.quantization == "mxfp4"


def _widths(architecture: Architecture) -> list[int]:
    widths = (architecture.intermediate_size, architecture.expert_intermediate_size)
    return [width for width in widths if width]


def _capability(engine: Engine, gpu: Gpu) -> Iterator[Fault]:
    has = gpu.compute_capability
    if has is None:
        return
    if engine.dtype == "bfloat16" and has < BFLOAT16_CAPABILITY:
        yield Fault(
            field="dtype",
            what=f"bfloat16 needs compute capability 8.0, {gpu.product} has {has[0]}.{has[1]}",
            mend="use float16",
        )
    known = scheme(engine.quantization) if engine.quantization else None
    if known is not None and has < known.minimum:
        major, minor = known.minimum
        yield Fault(
            field="quantization",
            what=f"{engine.quantization} needs compute capability {major}.{minor}, "
            f"{gpu.product} has {has[0]}.{has[1]}",
            mend="use awq or none, or a newer GPU",
        )


def _context(architecture: Architecture, engine: Engine) -> Iterator[Fault]:
    if engine.context_length > architecture.max_context:
        yield Fault(
            field="context_length",
            what=f"the model knows {architecture.max_context} tokens, "
            f"{engine.context_length} are asked for",
            mend=f"use at most {architecture.max_context}",
        )
