"""The command line that an engine's options become: every flag of it is one that vLLM knows."""

import json
import re

import pytest

from catalogue.vllm import flags
from components.model.arguments import engine_arguments
from components.model.engine import EngineSpec
from tests.support.problems import parsed

EVERYTHING = """
tensor_parallel: 2
pipeline_parallel: 2
data_parallel: 2
expert_parallel: true
context_length: 32768
gpu_memory_utilization: 0.9
dtype: bfloat16
quantization: fp8
kv_cache_dtype: fp8
prefix_caching: false
chunked_prefill: true
max_num_seqs: 64
max_num_batched_tokens: 8192
lora:
  max_cpu_loras: 4
  adapters: {law: {source: hf://acme/law, rank: 32}, tax: {source: s3://acme/tax}}
speculative: {method: ngram, tokens: 4, prompt_lookup_max: 4}
tool_parser: hermes
reasoning_parser: qwen3
kv_offload_gib: 16
enforce_eager: true
flags: {enable_log_requests: false, max-logprobs: 5}
"""


def arguments(text: str, gpus: int = 1) -> list[str]:
    return engine_arguments(EngineSpec.model_validate(parsed(text)), gpus)


def test_a_model_with_no_wishes_says_only_how_it_is_split() -> None:
    assert arguments("{}", gpus=4) == ["--tensor-parallel-size=4"]


def test_every_option_becomes_its_flag() -> None:
    assert arguments(EVERYTHING, gpus=8) == [
        "--tensor-parallel-size=2",
        "--pipeline-parallel-size=2",
        "--data-parallel-size=2",
        "--enable-expert-parallel",
        "--max-model-len=32768",
        "--gpu-memory-utilization=0.9",
        "--dtype=bfloat16",
        "--quantization=fp8",
        "--kv-cache-dtype=fp8",
        "--max-num-seqs=64",
        "--max-num-batched-tokens=8192",
        "--reasoning-parser=qwen3",
        "--kv-offloading-size=16.0",
        "--no-enable-prefix-caching",
        "--enable-chunked-prefill",
        "--enforce-eager",
        "--enable-auto-tool-choice",
        "--tool-call-parser=hermes",
        "--enable-lora",
        "--max-lora-rank=32",
        "--max-loras=1",
        "--max-cpu-loras=4",
        "--lora-modules",
        '{"name": "law", "path": "/mnt/adapters/law"}',
        '{"name": "tax", "path": "/mnt/adapters/tax"}',
        '--speculative-config={"method": "ngram", "num_speculative_tokens": 4, '
        '"prompt_lookup_max": 4}',
        "--no-enable-log-requests",
        "--max-logprobs=5",
    ]


@pytest.mark.parametrize("argument", [a for a in arguments(EVERYTHING, 8) if a.startswith("--")])
def test_every_flag_is_one_that_the_pinned_vllm_knows(argument: str) -> None:
    flag = re.sub(r"^--(no-)?", "", argument.partition("=")[0])

    assert flag in flags()


def test_json_arguments_are_json_and_no_template() -> None:
    values = [a.partition("=")[2] or a for a in arguments(EVERYTHING, 8) if "{" in a]

    assert all(json.loads(value) for value in values)
    assert not any("{{" in value for value in values)
