"""Every query reads metrics that the pinned vLLM has, of one model's pods and no others."""

import pytest

from catalogue.vllm import metrics as known
from components.scaler.queries import Signal, signals
from components.scaler.spec import EngineSignals
from tests.components.scaler.promql import balanced, functions, labels, metrics

EVERY = EngineSignals(
    waiting=2,
    running=64,
    kv_cache=0.8,
    time_to_first_token_seconds=0.8,
    inter_token_seconds=0.04,
    tokens_per_second=1500,
)
ALL = signals(EVERY, "chat", "llm")
every_signal = pytest.mark.parametrize("signal", ALL, ids=list(EVERY.model_dump()))
PROMQL = {"sum", "avg", "rate", "histogram_quantile"}


@every_signal
def test_reads_metrics_that_this_vllm_exposes(signal: Signal) -> None:
    assert metrics(signal.query)
    assert metrics(signal.query) <= set(known())


@every_signal
def test_reads_the_pods_of_this_model_only(signal: Signal) -> None:
    assert '{namespace="chat",pod=~"llm-predictor-.*"}' in signal.query
    assert labels(signal.query) == {"namespace", "pod"}


@every_signal
def test_is_well_formed(signal: Signal) -> None:
    assert balanced(signal.query)
    assert functions(signal.query) <= PROMQL


@every_signal
def test_a_rate_is_taken_of_what_only_grows(signal: Signal) -> None:
    if "rate" in functions(signal.query):
        assert {known()[name] for name in metrics(signal.query)} <= {"counter", "histogram"}
    else:
        assert {known()[name] for name in metrics(signal.query)} == {"gauge"}


def test_totals_are_per_replica_and_levels_are_not() -> None:
    by_name = dict(zip(EVERY.model_dump(), ALL, strict=True))

    assert {name for name, s in by_name.items() if s.metric_type == "AverageValue"} == {
        "waiting",
        "running",
        "tokens_per_second",
    }


def test_a_percentile_without_traffic_is_no_number_to_scale_by() -> None:
    percentiles = [s.query for s in ALL if "histogram_quantile" in s.query]

    assert len(percentiles) == 2
    assert all(query.endswith(">= 0") for query in percentiles)


def test_one_model_is_not_taken_for_another_whose_name_begins_alike() -> None:
    [signal] = signals(EngineSignals(waiting=1), "chat", "llm")

    assert 'pod=~"llm-predictor-.*"' in signal.query
    assert "llm-v2" not in signal.query


@pytest.mark.parametrize("wrong", ["sum(vllm:gpu_cache_usage_perc)", "vllm:num_request_waiting"])
def test_the_contract_notices_a_metric_that_does_not_exist(wrong: str) -> None:
    assert not metrics(wrong) <= set(known())
