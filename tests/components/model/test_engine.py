"""Which engine options make sense together, and which are refused with the nearest that does."""

import pytest

from components.model.engine import EngineSpec
from tests.support.problems import parsed, refusal

REFUSED = {
    "a misspelt flag, with the nearest": (
        "flags: {enable-log-request: true}",
        "--enable-log-request is no flag of vLLM 0.33.0; did you mean `enable-log-requests`?",
    ),
    "a retired flag": (
        "flags: {max-long-partial-prefills: 2}",
        "--max-long-partial-prefills is gone from vLLM 0.33.0; leave it out",
    ),
    "swap space, which older manuals recommend": (
        "flags: {swap-space: 4}",
        "--swap-space is gone from vLLM 0.33.0; KV blocks go to host memory by",
    ),
    "a flag of the benchmark client": (
        "flags: {num-warmups: 3}",
        "--num-warmups is no flag of vLLM 0.33.0",
    ),
    "a flag that has an option of its own": (
        "flags: {max-model-len: 4096}",
        "--max-model-len has an option of its own: `engine.context_length`",
    ),
    "a flag that the platform owns": ("flags: {port: 9000}", "--port is the platform's"),
    "a key in plain text": ("flags: {api-key: abc}", "--api-key would put a secret into"),
    "a template that KServe would read": (
        'flags: {chat-template: "{{ messages }}"}',
        "--chat-template: KServe reads `{{` as its own template",
    ),
    "a switch said backwards": (
        "flags: {no-enable-log-requests: true}",
        "--no-enable-log-requests: write `enable-log-requests: false`",
    ),
    "a quantization nobody knows": (
        "quantization: int5",
        "'int5' is no quantization of vLLM 0.33.0",
    ),
    "a parser nobody knows, with the nearest": ("tool_parser: herms", "did you mean `hermes`?"),
    "more than all of a GPU": ("gpu_memory_utilization: 1.2", "less than or equal to 1"),
    "a rank below an adapter's": (
        "lora: {max_rank: 8, adapters: {law: {source: hf://a/b, rank: 64}}}",
        "max_rank 8 is below an adapter's rank 64",
    ),
    "a rank above all that vLLM allocates": (
        "lora: {adapters: {law: {source: hf://a/b, rank: 1024}}}",
        "max_rank 512 is below an adapter's rank 1024",
    ),
    "fewer adapters in memory than in a batch": (
        "lora: {max_loras: 4, max_cpu_loras: 2, adapters: {law: {source: hf://a/b}}}",
        "max_cpu_loras is below max_loras",
    ),
    "a draft model without the model": (
        "speculative: {method: eagle3, tokens: 3}",
        "method eagle3 drafts with a second model",
    ),
    "a whole prompt in a batch that is smaller": (
        "{chunked_prefill: false, context_length: 8192, max_num_batched_tokens: 2048}",
        "max_num_batched_tokens 2048 is below context_length 8192",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    assert sentence in refusal(EngineSpec, text)


def engine(text: str) -> EngineSpec:
    return EngineSpec.model_validate(parsed(text))


def test_tensor_parallelism_takes_the_gpus_that_are_left() -> None:
    assert engine("{}").tensor_parallel_of(8) == 8
    assert engine("pipeline_parallel: 2").tensor_parallel_of(8) == 4
    assert engine("{pipeline_parallel: 2, data_parallel: 2}").tensor_parallel_of(8) == 2


@pytest.mark.parametrize(
    ("text", "gpus", "fits"),
    [
        ("tensor_parallel: 4", 4, True),
        ("tensor_parallel: 4", 8, False),
        ("{tensor_parallel: 4, data_parallel: 2}", 8, True),
        ("pipeline_parallel: 3", 4, False),
    ],
)
def test_the_parallel_sizes_multiply_to_the_gpus(text: str, gpus: int, fits: bool) -> None:
    assert engine(text).divides(gpus) is fits


def test_an_adapter_rank_that_vllm_does_not_have_takes_the_next_one() -> None:
    lora = engine("lora: {adapters: {law: {source: hf://a/b, rank: 24}}}").lora

    assert lora is not None
    assert lora.rank() == 32
