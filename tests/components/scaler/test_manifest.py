"""The ScaledObject: whom it scales, between what, by what, and what happens without metrics."""

from typing import Any

from components.scaler.manifest import Target, scaled_object
from components.scaler.queries import Signal
from components.scaler.spec import Scaling
from tests.support.problems import parsed

TARGET = Target(namespace="chat", service="llm", prometheus_url="http://prometheus:9090")
SIGNAL = Signal(query="sum(vllm:num_requests_waiting)", target=2.5, metric_type="AverageValue")


def spec(text: str) -> dict[str, Any]:
    made = scaled_object(TARGET, Scaling.model_validate(parsed(text)), [SIGNAL])
    return dict(made["spec"])


def test_scales_the_predictors_deployment_and_not_the_service() -> None:
    made = scaled_object(TARGET, Scaling(max_replicas=2), [SIGNAL])

    assert made["spec"]["scaleTargetRef"] == {"name": "llm-predictor"}
    assert made["metadata"] == {"name": "llm", "namespace": "chat"}


def test_keeps_the_bounds_and_the_times_of_the_stack() -> None:
    made = spec("{min_replicas: 1, max_replicas: 6, cooldown_seconds: 900, window_seconds: 120}")

    assert (made["minReplicaCount"], made["maxReplicaCount"]) == (1, 6)
    assert made["cooldownPeriod"] == 900
    behaviour = made["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]
    assert behaviour["scaleDown"]["stabilizationWindowSeconds"] == 120
    assert behaviour["scaleUp"]["stabilizationWindowSeconds"] == 0


def test_every_value_of_a_trigger_is_a_string() -> None:
    triggers = spec(
        "{min_replicas: 0, max_replicas: 4, wake: {query: sum(up), threshold: 5}, floors: "
        "[{time_zone: UTC, start: 0 8 * * *, end: 0 18 * * *, replicas: 2}]}"
    )["triggers"]

    assert [trigger["type"] for trigger in triggers] == ["prometheus", "prometheus", "cron"]
    assert all(
        isinstance(value, str) for trigger in triggers for value in trigger["metadata"].values()
    )


def test_asks_this_prometheus_for_a_number_per_replica() -> None:
    [trigger] = spec("{max_replicas: 2}")["triggers"]

    assert trigger == {
        "type": "prometheus",
        "metricType": "AverageValue",
        "metadata": {
            "serverAddress": "http://prometheus:9090",
            "query": "sum(vllm:num_requests_waiting)",
            "threshold": "2.5",
        },
    }


def test_any_sign_of_demand_wakes_it_from_zero() -> None:
    wake = spec("{min_replicas: 0, max_replicas: 2, wake: {query: sum(up)}}")["triggers"][1]

    assert wake["metadata"]["activationThreshold"] == "0"


def test_falls_back_only_where_a_number_is_said() -> None:
    assert "fallback" not in spec("{max_replicas: 2}")
    fallback = spec("{max_replicas: 4, fallback_replicas: 2}")["fallback"]
    assert fallback == {"failureThreshold": 3, "replicas": 2}
