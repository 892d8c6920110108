"""A `config.json` becomes an architecture whose parameters are the published number."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.architecture import Architecture
from catalogue.config_json import architecture_of, parameters, read
from catalogue.models import architectures

QWEN_MOE: dict[str, Any] = {
    "architectures": ["Qwen2MoeForCausalLM"],
    "hidden_size": 2048,
    "intermediate_size": 5632,
    "max_position_embeddings": 8192,
    "num_attention_heads": 16,
    "num_hidden_layers": 24,
    "num_key_value_heads": 16,
    "tie_word_embeddings": False,
    "vocab_size": 151936,
    "moe_intermediate_size": 1408,
    "shared_expert_intermediate_size": 5632,
    "num_experts_per_tok": 4,
    "num_experts": 60,
}
"""huggingface.co/Qwen/Qwen1.5-MoE-A2.7B config.json, ce35c8de."""

BGE_M3: dict[str, Any] = {
    "architectures": ["XLMRobertaModel"],
    "model_type": "xlm-roberta",
    "hidden_size": 1024,
    "intermediate_size": 4096,
    "max_position_embeddings": 8194,
    "num_attention_heads": 16,
    "num_hidden_layers": 24,
    "vocab_size": 250002,
}
"""huggingface.co/BAAI/bge-m3 onnx/config.json."""


def as_config(model: Architecture) -> dict[str, Any]:
    """A `config.json` that says what the catalogue says."""
    return {
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": model.hidden_size,
        "num_attention_heads": model.attention_heads,
        "num_hidden_layers": model.layers,
        "num_key_value_heads": model.kv_heads,
        "head_dim": model.head_dim,
        "intermediate_size": model.intermediate_size,
        "vocab_size": model.vocab_size,
        "tie_word_embeddings": model.tied_embeddings,
        "max_position_embeddings": model.max_context,
        "num_experts": model.experts,
        "num_experts_per_tok": model.experts_per_token,
        "moe_intermediate_size": model.expert_intermediate_size,
    }


TEXT = [
    name
    for name, model in architectures().items()
    if model.kind == "generate" and not model.mla_latent and "gemma-3" not in name
]


@pytest.mark.parametrize("name", TEXT)
def test_counts_the_published_parameters_from_the_shapes(name: str) -> None:
    model = architectures()[name]

    assert parameters(as_config(model)) / 1e9 == pytest.approx(model.parameters_b, rel=0.003)


def test_counts_a_mixture_of_experts_with_a_shared_one() -> None:
    """vLLM 0.19.0 loaded 26.67 GiB of it in 16 bit (llm-d-planner d3121e0)."""
    found = architecture_of(QWEN_MOE, "test")

    assert found.parameters_b * 2e9 / 2**30 == pytest.approx(26.67, rel=0.003)
    assert (found.experts, found.expert_intermediate_size) == (60, 1408)


def test_knows_an_encoder_by_its_model_type() -> None:
    found = architecture_of(BGE_M3, "test")

    assert found.kind == "pool"
    assert found.parameters_b == pytest.approx(0.568, rel=0.02)


def test_reads_layer_types_window_and_quantization() -> None:
    config = as_config(architectures()["openai/gpt-oss-20b"]) | {
        "layer_types": ["sliding_attention", "full_attention"] * 12,
        "sliding_window": 128,
        "quantization_config": {"quant_method": "mxfp4"},
    }

    found = architecture_of(config, "test")

    assert (found.full_layers, found.sliding_window, found.quantization) == (12, 128, "mxfp4")


def test_reads_a_latent_cache_with_the_published_bytes_for_a_token() -> None:
    """DeepSeek-V3: 61 layers of (512 + 64) elements are 70,272 bytes in 16 bit."""
    latent = {"kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128}
    shape = latent | {"v_head_dim": 128, "q_lora_rank": 1536}
    config = as_config(architectures()["deepseek-ai/DeepSeek-V3"]) | shape

    found = architecture_of(config, "test")

    assert found.mla_latent is not None
    assert found.layers * found.mla_latent * 2 == 70_272


def test_reads_a_file_and_the_text_part_of_a_model_that_also_sees(tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text(json.dumps({"text_config": QWEN_MOE}))

    assert read(file).layers == 24
    assert read(file).source == str(file)
