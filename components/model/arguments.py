"""The command line that starts vLLM as its options say."""

import json

from components.model.engine import EngineSpec, LoraSpec, SpeculativeSpec
from components.model.flags import as_arguments

ADAPTERS_PATH = "/mnt/adapters"
"""Where each LoRA adapter is mounted, in a folder of its name."""


def engine_arguments(spec: EngineSpec, gpus: int) -> list[str]:
    """Every option that `spec` sets, for a model that has `gpus` GPUs in all."""
    return [
        *_parallel(spec, gpus),
        *_numbers(spec),
        *_switches(spec),
        *(_lora(spec.lora) if spec.lora else []),
        *(_speculative(spec.speculative) if spec.speculative else []),
        *as_arguments(spec.flags),
    ]


def _parallel(spec: EngineSpec, gpus: int) -> list[str]:
    """The tensor size is always said: a reader of the pod sees how the model is split."""
    pipeline, data = spec.pipeline_parallel, spec.data_parallel
    return [
        f"--tensor-parallel-size={spec.tensor_parallel_of(gpus)}",
        *([f"--pipeline-parallel-size={pipeline}"] if pipeline > 1 else []),
        *([f"--data-parallel-size={data}"] if data > 1 else []),
        *(["--enable-expert-parallel"] if spec.expert_parallel else []),
    ]


def _numbers(spec: EngineSpec) -> list[str]:
    said = {
        "max-model-len": spec.context_length,
        "gpu-memory-utilization": spec.gpu_memory_utilization,
        "dtype": spec.dtype,
        "quantization": spec.quantization,
        "kv-cache-dtype": spec.kv_cache_dtype,
        "max-num-seqs": spec.max_num_seqs,
        "max-num-batched-tokens": spec.max_num_batched_tokens,
        "reasoning-parser": spec.reasoning_parser,
        "kv-offloading-size": spec.kv_offload_gib,
    }
    return [f"--{flag}={value}" for flag, value in said.items() if value is not None]


def _switches(spec: EngineSpec) -> list[str]:
    """vLLM refuses automatic tool choice without a parser, and the parser is no use without it."""
    said = {
        "enable-prefix-caching": spec.prefix_caching,
        "enable-chunked-prefill": spec.chunked_prefill,
        "enforce-eager": spec.enforce_eager or None,
    }
    tools = spec.tool_parser
    return [
        *as_arguments({flag: value for flag, value in said.items() if value is not None}),
        *(["--enable-auto-tool-choice", f"--tool-call-parser={tools}"] if tools else []),
    ]


def _lora(spec: LoraSpec) -> list[str]:
    """Each adapter as one JSON object: the older name=path form takes several words."""
    cpu = spec.max_cpu_loras
    return [
        "--enable-lora",
        f"--max-lora-rank={spec.rank()}",
        f"--max-loras={spec.max_loras}",
        *([f"--max-cpu-loras={cpu}"] if cpu else []),
        "--lora-modules",
        *(
            json.dumps({"name": name, "path": f"{ADAPTERS_PATH}/{name}"})
            for name in sorted(spec.adapters)
        ),
    ]


def _speculative(spec: SpeculativeSpec) -> list[str]:
    said = {
        "method": spec.method,
        "num_speculative_tokens": spec.tokens,
        "model": spec.model,
        "prompt_lookup_max": spec.prompt_lookup_max,
    }
    config = {key: value for key, value in said.items() if value is not None}
    return [f"--speculative-config={json.dumps(config)}"]
