"""The estimate against what vLLM itself logged, on configurations that no constant was fitted to.

Source: `published.csv`, start-up logs of vLLM 0.19.0 on one to four H100 80 GB, 8192 tokens a
batch and 1024 sequences (llm-d-incubation/llm-d-planner d3121e0, accuracy/results/v0.19.0).
Before vLLM 0.21 the CUDA graphs were not taken from the cache, so they are added back here.
"""

import csv
from pathlib import Path

import pytest

from catalogue.gpus import gpu
from catalogue.models import architectures
from planning.engine import Engine
from planning.fit.estimate import Estimate
from planning.fit.kv_cache import concurrency
from planning.fit.memory import Memory, memory

Row = dict[str, str]

with Path(__file__).with_name("published.csv").open(newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file))

H100 = gpu("NVIDIA H100 SXM5 80GB", 81920)


def engine(row: Row) -> Engine:
    architecture = architectures()[row["architecture"]]
    return Engine(
        tensor_parallel=int(row["tensor_parallel"]),
        pipeline_parallel=int(row["pipeline_parallel"]),
        data_parallel=1,
        context_length=int(row["max_model_len"]),
        gpu_memory_utilization=float(row["gpu_memory_utilization"]),
        dtype=row["dtype"],
        dtype_bytes=4 if row["dtype"] == "float32" else 2,
        quantization=row["quantization"] or architecture.quantization,
        kv_cache_dtype=row["kv_cache_dtype"],
        max_num_seqs=1024,
        max_num_batched_tokens=8192,
        enforce_eager=False,
    )


def divided(row: Row) -> Memory:
    return memory(architectures()[row["architecture"]], engine(row), H100)


def parts(row: Row) -> dict[str, Estimate]:
    return {part.name: part.gib for part in divided(row).parts()}


def name(row: Row) -> str:
    keys = ("checkpoint", "tensor_parallel", "pipeline_parallel", "max_model_len", "dtype")
    return "-".join(row[key] for key in keys)


HELD_OUT = [row for row in ROWS if row["role"] != "calibration"]
ONE_STAGE = [row for row in ROWS if row["pipeline_parallel"] == "1"]
"""Of several stages the log gives the first one's memory; the plan counts the last, fuller one."""


def test_most_published_configurations_are_held_out_of_the_calibration() -> None:
    assert len(HELD_OUT) > 2 * (len(ROWS) - len(HELD_OUT))
    assert {int(row["tensor_parallel"]) for row in HELD_OUT} == {1, 2, 4}


@pytest.mark.parametrize("row", [row for row in ONE_STAGE if row in HELD_OUT], ids=name)
def test_the_kv_cache_is_within_3_percent_of_what_vllm_logged(row: Row) -> None:
    estimated = parts(row)["KV cache"].expected + parts(row)["CUDA graphs"].expected

    assert estimated == pytest.approx(float(row["kv_cache_gib"]), rel=0.03)


@pytest.mark.parametrize("row", HELD_OUT, ids=name)
def test_the_concurrency_is_within_3_percent_of_what_vllm_logged(row: Row) -> None:
    architecture, asked = architectures()[row["architecture"]], engine(row)
    kv = parts(row)["KV cache"].expected + parts(row)["CUDA graphs"].expected

    held = concurrency(architecture, asked, kv, asked.context_length)

    assert held == pytest.approx(float(row["max_concurrency"]), rel=0.03)


@pytest.mark.parametrize("row", ONE_STAGE, ids=name)
def test_the_logged_cache_less_the_logged_graphs_is_within_the_range(row: Row) -> None:
    """What vLLM 0.21 and later would have logged for the same run."""
    logged = float(row["kv_cache_gib"]) - float(row["cuda_graph_gib"])
    kv = divided(row).kv

    assert kv.low - 0.01 <= logged <= kv.high + 0.02


@pytest.mark.parametrize("row", ONE_STAGE, ids=name)
def test_weights_are_within_3_percent_and_overhead_within_its_range(row: Row) -> None:
    logged = float(row["non_torch_gib"])
    estimated = parts(row)

    assert estimated["weights"].expected == pytest.approx(float(row["weights_gib"]), rel=0.03)
    assert estimated["overhead"].low <= logged <= estimated["overhead"].high


@pytest.mark.parametrize("row", ONE_STAGE, ids=name)
def test_the_activations_that_vllm_measured_are_within_the_range(row: Row) -> None:
    activations = parts(row)["activations"]

    assert activations.low <= float(row["activation_gib"]) <= activations.high
