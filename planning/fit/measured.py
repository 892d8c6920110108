"""The empirical constants of vLLM's memory, each with the measurement it stands on.

Calibrated on six of the 50 start-up logs of vLLM 0.19.0 on H100 80 GB that llm-d-incubation/
llm-d-planner published (commit d3121e0, 2026-04-22): Llama-3.1-8B at TP 1, 2 and 4, phi-4,
gemma-2-9b and CodeLlama-7b. `tests/planning/fit/test_published.py` checks against the others. The
bounds are the spread over all of them. vLLM 0.33.0 keeps the order of accounting
(v1/worker/gpu_worker.py, determine_available_memory); that the constants still hold for it is an
assumption until someone measures it.
"""

from planning.fit.estimate import Estimate

GIB = 2**30

SAMPLER_BYTES_PER_LOGIT = 14.5
"""Bytes for each (sequence, vocabulary entry) at the peak of the sampler's dummy run: the slope
from phi-4 (100,352 entries, 1.52 GiB) to gemma-2-9b (256,000, 3.65 GiB) at 1024 sequences."""

SAMPLER_BASE_GIB = 0.054
"""What is left of the same peak at no vocabulary."""

FORWARD_BASE_GIB = 0.14
"""Beside the tensors of one layer, where these are the peak: CodeLlama-7b, 0.77 GiB."""

ACTIVATION_SPREAD = (-0.06, 0.30)
"""GiB around the estimate; upwards are the vision towers of Gemma 3 and Kimi-VL."""

NON_TORCH_ALONE = Estimate(0.24, 0.25, 0.46)
"""GiB per GPU at TP 1: CUDA context and attention workspaces; 0.46 for the granite 3.1 models."""

NON_TORCH_NVLINK = {
    2: Estimate(2.06, 2.07, 2.11),
    4: Estimate(2.13, 2.13, 2.21),
    8: Estimate(2.13, 2.25, 2.60),
}
"""GiB per GPU by tensor parallel size with NVSwitch: NCCL, symmetric memory, custom all-reduce.
8 is extrapolated: no published log of this series has it."""

NON_TORCH_PCIE = Estimate(0.30, 0.55, 2.11)
"""GiB per GPU at TP > 1 without NVLink: L40S 0.30 (vllm-project/vllm#15815, 0.8), H100 without
symmetric memory 0.54-0.55 (vLLM 0.11, llm-d-planner docs/empirical-vllm-memory-results.md)."""

GRAPH_GIB_PER_LAYER = Estimate(0.0172, 0.0225, 0.0540)
"""GiB for each layer at 51 capture sizes in both modes, as `Estimated CUDA graph memory` says: from
phi-2 (0.55 over 32) to Llama-3.1-8B at TP 2 (1.69 over 32); between them the dense median."""

MEASURED_CAPTURE_SIZES = 51

TAKEN_BEFORE_START = {False: 0.51, True: 1.55}
"""GiB of a GPU in use when vLLM takes its first snapshot (context; and NCCL when TP > 1): total
less free in the same logs. vLLM refuses to start when its share is not free."""
