"""Exactly one scaler for each model, always said, with what it needs to know."""

import pytest

from components.model.slo import Slo, default_signals
from tests.components.model.sample import objects, predictor, service

CLASS = "serving.kserve.io/autoscalerClass"


def annotations(text: str) -> dict[str, str]:
    return dict(service(text)["metadata"]["annotations"])


@pytest.mark.parametrize(
    ("text", "scaler"),
    [
        ("{}", "none"),
        ("scaling: {min_replicas: 3, max_replicas: 3}", "none"),
        ("scaling: {max_replicas: 3}", "external"),
        ("scaling: {max_replicas: 3, by: {vllm: {kv_cache: 0.8}}}", "external"),
        ("{server: {format: sklearn}, scaling: {max_replicas: 3}}", "hpa"),
        ("{server: {format: sklearn}, scaling: {max_replicas: 3, by: {memory: 70}}}", "hpa"),
    ],
)
def test_the_class_is_always_said_in_standard_mode(text: str, scaler: str) -> None:
    assert annotations(text)[CLASS] == scaler


def test_only_an_external_scaler_is_an_object_of_ours() -> None:
    assert ("ScaledObject", "chat") in objects("scaling: {max_replicas: 3}")
    assert not objects("{server: {format: sklearn}, scaling: {max_replicas: 3}}")
    assert not objects("{}")


def test_kserves_own_scaler_gets_its_metric_and_target() -> None:
    made = predictor("{server: {format: sklearn}, scaling: {max_replicas: 3, by: {cpu: 60}}}")

    assert (made["scaleMetric"], made["scaleTarget"]) == ("cpu", 60)
    assert (made["minReplicas"], made["maxReplicas"]) == (1, 3)


def test_knative_has_no_class_but_a_metric_of_its_own() -> None:
    assert CLASS not in annotations("mode: knative")
    made = predictor("{mode: knative, scaling: {max_replicas: 4, by: {rps: 20}}}")
    assert (made["scaleMetric"], made["scaleTarget"]) == ("rps", 20)


def test_knative_counts_concurrent_requests_where_nothing_is_said() -> None:
    made = predictor("mode: knative")

    assert (made["scaleMetric"], made["scaleTarget"]) == ("concurrency", 32)


def test_the_last_replica_stays_as_long_as_another_would_take_to_start() -> None:
    text = (
        "{mode: knative, scaling: {min_replicas: 0}, startup: {weights_gib: 10, "
        "image_gib: 10, engine_seconds: 100}}"
    )
    kept = annotations(text)["autoscaling.knative.dev/scale-to-zero-pod-retention-period"]

    assert kept == f"{103 + 103 + 100}s"


def test_a_revision_has_as_long_to_start_as_its_budget_allows() -> None:
    text = "{mode: knative, startup: {weights_gib: 10, image_gib: 10, engine_seconds: 100}}"

    assert annotations(text)["serving.knative.dev/progress-deadline"] == f"{103 + 3 * 103 + 300}s"


def test_a_waiting_request_on_each_replica_asks_for_one_more() -> None:
    assert default_signals(None).model_dump(exclude_none=True) == {"waiting": 1}


def test_a_promise_asks_for_more_before_it_is_broken() -> None:
    slo = Slo(time_to_first_token_seconds=1.0, time_per_token_seconds=0.05)

    assert default_signals(slo).model_dump(exclude_none=True) == pytest.approx(
        {"waiting": 1, "time_to_first_token_seconds": 0.8, "inter_token_seconds": 0.04}
    )


def test_a_stopped_model_has_no_scaler() -> None:
    assert not objects("{stopped: true, scaling: {max_replicas: 3}}")
