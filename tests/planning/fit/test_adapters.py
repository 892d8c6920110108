"""Room for LoRA adapters: vLLM's own shapes, counted by hand for one model."""

import pytest

from catalogue.gpus import gpu
from catalogue.models import architectures
from components.model.spec import ModelSpec
from planning.engine import Engine, engine
from planning.fit.adapters import adapters
from planning.fit.fit import fit

LLAMA = architectures()["meta-llama/Llama-3.1-8B-Instruct"]
H100 = gpu("NVIDIA H100 SXM5 80GB", 81920)


def asked(slots: int, rank: int, gpus: int = 1) -> Engine:
    adapter = {"source": "hf://a/b", "rank": rank}
    lora = {"adapters": {"one": adapter}, "max_loras": slots}
    raw = {"source": "hf://a/b", "tenant": "t", "node_group": "g", "gpus": gpus}
    spec = ModelSpec.model_validate(raw | {"engine": {"lora": lora}})
    return engine(spec, LLAMA, H100)


def test_counts_both_matrices_of_every_linear_layer() -> None:
    """q 4096+4096, k and v 4096+1024, o 4096+4096, gate, up and down 4096+14336; 32 layers."""
    widths = 2 * 8192 + 2 * 5120 + 3 * 18432

    assert adapters(LLAMA, asked(1, 16)).expected == pytest.approx(32 * 16 * widths * 2 / 2**30)


def test_slots_and_rank_multiply_and_a_model_without_adapters_keeps_none() -> None:
    one = adapters(LLAMA, asked(1, 16)).expected

    assert adapters(LLAMA, asked(4, 32)).expected == pytest.approx(8 * one)
    assert fit(LLAMA, asked(4, 64), H100).memory.kv.expected < (
        fit(LLAMA, asked(1, 8), H100).memory.kv.expected
    )


def test_two_gpus_hold_less_each_but_more_than_half() -> None:
    one, two = (adapters(LLAMA, asked(1, 16, gpus)).expected for gpus in (1, 2))

    assert one / 2 < two < one
