"""A Hugging Face `config.json` as an Architecture, for models this catalogue does not know.

Parameters are counted from the shapes (embeddings, attention, MLP or experts, router), which gives
every text model of `models.csv` within 0.3 %; latent attention (MLA) by its own matrices.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from catalogue.architecture import Architecture

Config = Mapping[str, Any]


def read(file: Path) -> Architecture:
    """The architecture that `file` describes; OSError, ValueError or KeyError if it is none."""
    config = json.loads(file.read_text())
    return architecture_of(config.get("text_config", config), source=str(file))


def architecture_of(config: Config, source: str) -> Architecture:
    """The fields that matter, under the several names that authors give them."""
    hidden, heads = int(config["hidden_size"]), int(config["num_attention_heads"])
    layers = int(config["num_hidden_layers"])
    return Architecture(
        kind="pool" if _pools(config) else "generate",
        parameters_b=parameters(config) / 1e9,
        layers=layers,
        hidden_size=hidden,
        attention_heads=heads,
        kv_heads=config.get("num_key_value_heads") or heads,
        head_dim=_head_dim(config),
        intermediate_size=0 if _experts(config) else config["intermediate_size"],
        vocab_size=config["vocab_size"],
        tied_embeddings=config.get("tie_word_embeddings", False) or _pools(config),
        max_context=config["max_position_embeddings"],
        experts=_experts(config),
        experts_per_token=config.get("num_experts_per_tok") or 0,
        expert_intermediate_size=_expert_size(config),
        full_attention_layers=_full_layers(config, layers),
        sliding_window=_window(config),
        mla_latent=_latent(config),
        quantization=(config.get("quantization_config") or {}).get("quant_method"),
        source=source,
    )


def parameters(config: Config) -> float:
    """How many weights, norms and biases left out."""
    hidden = int(config["hidden_size"])
    tables = 1 if config.get("tie_word_embeddings") or _pools(config) else 2
    layer = _attention_parameters(config) + _mlp_parameters(config)
    return float(tables * config["vocab_size"] * hidden + config["num_hidden_layers"] * layer)


def _attention_parameters(config: Config) -> int:
    hidden, heads = int(config["hidden_size"]), int(config["num_attention_heads"])
    if "kv_lora_rank" not in config:
        kv = config.get("num_key_value_heads") or heads
        return int(hidden * _head_dim(config) * 2 * (heads + kv))
    rank, rope = config["kv_lora_rank"], config["qk_rope_head_dim"]
    nope, value = config["qk_nope_head_dim"], config["v_head_dim"]
    query = config.get("q_lora_rank")
    into = (hidden + heads * (nope + rope)) * query if query else hidden * heads * (nope + rope)
    return int(
        into + hidden * (rank + rope) + rank * heads * (nope + value) + heads * value * hidden
    )


def _mlp_parameters(config: Config) -> int:
    hidden, experts = int(config["hidden_size"]), _experts(config)
    if not experts:
        return (2 if _pools(config) else 3) * hidden * int(config["intermediate_size"])
    shared = config.get("shared_expert_intermediate_size") or (
        (config.get("n_shared_experts") or 0) * _expert_size(config)
    )
    return hidden * (3 * (experts * _expert_size(config) + shared) + experts)


def _pools(config: Config) -> bool:
    return any("CausalLM" not in name for name in config.get("architectures", ())) and (
        config.get("model_type") in ("bert", "roberta", "xlm-roberta", "modernbert")
    )


def _head_dim(config: Config) -> int:
    return int(config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"])


def _experts(config: Config) -> int:
    names = ("num_experts", "num_local_experts", "n_routed_experts")
    return next((int(config[name]) for name in names if config.get(name)), 0)


def _expert_size(config: Config) -> int:
    if not _experts(config):
        return 0
    return int(config.get("moe_intermediate_size") or config["intermediate_size"])


def _full_layers(config: Config, layers: int) -> int:
    kinds = config.get("layer_types")
    return sum(kind == "full_attention" for kind in kinds) if kinds else layers


def _window(config: Config) -> int | None:
    sliding = "sliding_attention" in config.get("layer_types", ())
    return config.get("sliding_window") if sliding else None


def _latent(config: Config) -> int | None:
    rank = config.get("kv_lora_rank")
    return rank + config["qk_rope_head_dim"] if rank else None
