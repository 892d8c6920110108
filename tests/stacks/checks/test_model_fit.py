"""What cannot run is refused before anything is created, with what can."""

import re
from typing import Any

import pytest

from tests.support.stack import changed, refusals

MODEL = "models.small"

GROUPS: dict[str, Any] = {
    "system": {"instance_type": "m5.2xlarge", "max_nodes": 1},
    "t4": {"instance_type": "g4dn.2xlarge", "max_nodes": 1},
    "t4x4": {"instance_type": "g4dn.12xlarge", "max_nodes": 1},
    "a10g": {"instance_type": "g5.2xlarge", "max_nodes": 1},
    "h100": {"instance_type": "p5.48xlarge", "max_nodes": 1},
}


def refused(model: dict[str, Any]) -> list[tuple[str, str]]:
    """Path and sentence of each refusal of a stack whose one model is `model`."""
    stack = changed("node_groups", GROUPS)
    stack["models"] = {"m": {"tenant": "chat", "node_group": "t4", **model}}
    return [(".".join(map(str, p.path[2:])), str(p)) for p in refusals(stack)]


QWEN = "hf://Qwen/Qwen2-7B-Instruct"
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "qwen2-7b in 16 bit on a T4": (
        {"source": QWEN},
        "node_group",
        r"needs 15\.\d GiB of each GPU before any cache, vLLM has 13\.4 on NVIDIA T4 .*"
        r"g\w+\.xlarge \(\d\.\d+ USD/h\) holds it",
    ),
    "a context that one request fills": (
        {"source": "hf://meta-llama/Llama-3.1-8B-Instruct", "node_group": "a10g"},
        "engine.context_length",
        r"one request of 131072 tokens needs 16\.0 on NVIDIA A10G .*context_length \d+ fits here",
    ),
    "28 heads over 8 GPUs": (
        {"source": QWEN, "node_group": "h100", "gpus": 8},
        "engine.tensor_parallel",
        r"28 attention heads cannot be split over 8 GPUs.*use tensor_parallel 1, 2, 4",
    ),
    "a canary that does not fit where the stable version does": (
        {
            "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
            "versions": {"v1": {}, "v2": {"source": QWEN}},
            "traffic": {"stable": "v1", "canary": "v2"},
        },
        "node_group",
        r"as version v2: needs 15\.\d GiB of each GPU before any cache",
    ),
    "10 KV heads over 4 GPUs": (
        {"source": "hf://microsoft/phi-4", "node_group": "h100", "gpus": 4},
        "engine.tensor_parallel",
        r"10 KV heads cannot be split over 4 GPUs",
    ),
    "a vocabulary over 5 GPUs": (
        {"source": "hf://Qwen/Qwen3-14B", "node_group": "h100", "gpus": 5},
        "engine.tensor_parallel",
        r"a vocabulary of 151936 cannot be split over 5 GPUs",
    ),
    "more stages than layers": (
        {
            "source": "hf://meta-llama/Llama-3.2-1B-Instruct",
            "node_group": "h100",
            "gpus": 8,
            "architecture": "tiny",
            "engine": {"pipeline_parallel": 8},
        },
        "engine.pipeline_parallel",
        r"2 layers cannot make 8 stages",
    ),
    "bfloat16 on a T4": (
        {"source": "hf://Qwen/Qwen2.5-0.5B-Instruct", "engine": {"dtype": "bfloat16"}},
        "engine.dtype",
        r"bfloat16 needs compute capability 8\.0, NVIDIA T4 has 7\.5",
    ),
    "MXFP4 on a T4": (
        {"source": "hf://openai/gpt-oss-20b", "node_group": "t4x4", "gpus": 4},
        "engine.quantization",
        r"mxfp4 needs compute capability 8\.0, NVIDIA T4 has 7\.5",
    ),
    "FP8 blocks cut in two": (
        {
            "source": "hf://Qwen/Qwen3-30B-A3B",
            "node_group": "h100",
            "gpus": 4,
            "engine": {"quantization": "fp8_per_block"},
        },
        "engine.tensor_parallel",
        r"an MLP shard 192 wide is no whole number of fp8_per_block groups of 128",
    ),
    "a longer context than the model knows": (
        {"source": QWEN, "node_group": "h100", "engine": {"context_length": 65536}},
        "engine.context_length",
        r"the model knows 32768 tokens, 65536 are asked for",
    ),
    "an architecture nobody described": (
        {"source": "s3://bucket/model", "architecture": "Qwen/Qwen2-7B-Instrukt"},
        "architecture",
        r"`Qwen/Qwen2-7B-Instrukt` is not known; did you mean `Qwen/Qwen2-7B-Instruct`",
    ),
}
TINY = {
    "parameters_b": 0.01,
    "layers": 2,
    "hidden_size": 64,
    "attention_heads": 8,
    "kv_heads": 8,
    "head_dim": 8,
    "vocab_size": 512,
    "max_context": 1024,
    "source": "made up for this test",
}


@pytest.mark.parametrize(("model", "field", "sentence"), CASES.values(), ids=CASES)
def test_refuses(model: dict[str, Any], field: str, sentence: str) -> None:
    stack = changed("node_groups", GROUPS) | {"architectures": {"tiny": TINY}}
    stack["models"] = {"m": {"tenant": "chat", "node_group": "t4", **model}}

    said = [str(p) for p in refusals(stack) if ".".join(map(str, p.path[2:])) == field]

    assert [text for text in said if re.search(sentence, text)], said


def test_says_nothing_of_a_model_nobody_described() -> None:
    assert not refused({"source": "s3://bucket/model"})


def test_counts_with_the_architecture_that_the_stack_describes() -> None:
    stack = changed("node_groups", GROUPS) | {"architectures": {"tiny": TINY}}
    model = {"source": "s3://bucket/model", "tenant": "chat", "node_group": "t4"}
    stack["models"] = {"m": model | {"architecture": "tiny"}}
    assert not refusals(stack)

    stack["architectures"] = {"tiny": TINY | {"parameters_b": 80}}
    assert "node_group" in {p.path[-1] for p in refusals(stack)}
