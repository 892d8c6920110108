"""What a GPU gives to neither weights nor batches: driver, communication, CUDA graphs."""

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu
from planning.engine import Engine
from planning.fit.estimate import Estimate
from planning.fit.measured import (
    GRAPH_GIB_PER_LAYER,
    MEASURED_CAPTURE_SIZES,
    NON_TORCH_ALONE,
    NON_TORCH_NVLINK,
    NON_TORCH_PCIE,
)
from planning.fit.weights import stage_layers

DATA_CENTER_BLACKWELL = 10
LARGEST_GRAPH = {True: 1024, False: 512}
"""Tokens, on data-center Blackwell (compute capability 10.x) and elsewhere."""


def non_torch(engine: Engine, gpu: Gpu) -> Estimate:
    """GiB on one GPU that grow with how many GPUs talk to each other."""
    if engine.tensor_parallel == 1:
        return NON_TORCH_ALONE
    if not gpu.nvlink:
        return NON_TORCH_PCIE
    fitting = [size for size in NON_TORCH_NVLINK if size >= engine.tensor_parallel]
    return NON_TORCH_NVLINK[min(fitting, default=max(NON_TORCH_NVLINK))]


def cuda_graphs(architecture: Architecture, engine: Engine, gpu: Gpu) -> Estimate:
    """GiB that vLLM sets aside for graphs before it sizes the KV cache (since 0.21)."""
    if engine.enforce_eager or architecture.kind == "pool":
        return Estimate.exact(0.0)
    layers = stage_layers(architecture, engine)
    sizes = len(capture_sizes(engine, gpu))
    return GRAPH_GIB_PER_LAYER.times(layers * sizes / MEASURED_CAPTURE_SIZES)


def capture_sizes(engine: Engine, gpu: Gpu) -> list[int]:
    """Batch sizes that get a graph (vLLM 0.33.0 config/vllm.py, _set_cudagraph_sizes)."""
    blackwell = (gpu.compute_capability or (0, 0))[0] == DATA_CENTER_BLACKWELL
    limit = min(engine.max_num_seqs * 2, LARGEST_GRAPH[blackwell])
    sizes = [1, 2, 4, *range(8, 256, 8), *range(256, LARGEST_GRAPH[True] + 1, 16)]
    return [size for size in sizes if size <= min(limit, engine.max_num_batched_tokens)]
