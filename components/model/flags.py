"""Further vLLM flags by name: known to the pinned version, and not already a typed option."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from catalogue.vllm import flags, retired_flags, version
from components.nearest import did_you_mean

TYPED = {
    "tensor-parallel-size": "engine.tensor_parallel",
    "pipeline-parallel-size": "engine.pipeline_parallel",
    "data-parallel-size": "engine.data_parallel",
    "enable-expert-parallel": "engine.expert_parallel",
    "max-model-len": "engine.context_length",
    "gpu-memory-utilization": "engine.gpu_memory_utilization",
    "dtype": "engine.dtype",
    "quantization": "engine.quantization",
    "kv-cache-dtype": "engine.kv_cache_dtype",
    "enable-prefix-caching": "engine.prefix_caching",
    "enable-chunked-prefill": "engine.chunked_prefill",
    "max-num-seqs": "engine.max_num_seqs",
    "max-num-batched-tokens": "engine.max_num_batched_tokens",
    "enable-lora": "engine.lora",
    "lora-modules": "engine.lora.adapters",
    "max-loras": "engine.lora.max_loras",
    "max-cpu-loras": "engine.lora.max_cpu_loras",
    "max-lora-rank": "engine.lora.max_rank",
    "speculative-config": "engine.speculative",
    "tool-call-parser": "engine.tool_parser",
    "enable-auto-tool-choice": "engine.tool_parser",
    "reasoning-parser": "engine.reasoning_parser",
    "kv-offloading-size": "engine.kv_offload_gib",
    "enforce-eager": "engine.enforce_eager",
    "model": "source",
    "revision": "source",
    "load-format": "delivery",
    "shutdown-timeout": "protection.drain_seconds",
}
"""The option that says what the flag would say: a setting has one place."""

OWNED = frozenset({"host", "port", "served-model-name", "root-path", "uds", "headless", "grpc"})
"""What KServe and the probes rely on."""

SECRET = frozenset({"api-key", "hf-token"})
"""A flag's value is in the pod's plain text: keys belong into a Secret or to the gateway."""

REPLACED = {
    "swap-space": "KV blocks go to host memory by `engine.kv_offload_gib`",
    "disable-log-requests": "requests are logged only with `enable-log-requests`",
    "guided-decoding-backend": "use `structured-outputs-config`",
}

Value = bool | int | float | str


def _known(given: Mapping[str, Value]) -> Mapping[str, Value]:
    wrong = [sentence for name, value in given.items() if (sentence := _wrong(name, value))]
    if wrong:
        raise ValueError("; ".join(wrong))
    return given


def _wrong(name: str, value: Value) -> str | None:
    """Why `name` may not be there, or None."""
    flag = name.replace("_", "-")
    refused = _refused(flag)
    if refused:
        return refused
    return f"--{flag}: KServe reads `{{{{` as its own template" if "{{" in str(value) else None


def _refused(flag: str) -> str | None:
    if flag in TYPED:
        return f"--{flag} has an option of its own: `{TYPED[flag]}`"
    if flag in OWNED:
        return f"--{flag} is the platform's; leave it out"
    if flag in SECRET:
        return f"--{flag} would put a secret into the pod's plain text"
    return None if flag in flags() else _unknown(flag)


def _unknown(flag: str) -> str:
    if flag.startswith("no-") and flag[3:] in flags():
        return f"--{flag}: write `{flag[3:]}: false`"
    if flag in retired_flags():
        return f"--{flag} is gone from vLLM {version()}; {REPLACED.get(flag, 'leave it out')}"
    return f"--{flag} is no flag of vLLM {version()}; {did_you_mean(flag, flags())}"


def as_arguments(given: Mapping[str, Value]) -> list[str]:
    """The command line: `true` is `--name`, `false` is `--no-name`, the rest `--name=value`."""
    return [_argument(re.sub("_", "-", name), value) for name, value in given.items()]


def _argument(flag: str, value: Value) -> str:
    match value:
        case True:
            return f"--{flag}"
        case False:
            return f"--no-{flag}"
    return f"--{flag}={value}"


Flags = Annotated[dict[str, Value], AfterValidator(_known)]
