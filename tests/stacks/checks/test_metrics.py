"""Whoever scales by metrics has a Prometheus to ask."""

from tests.support.stack import changed, refusals, refused_at


def test_refuses_to_scale_by_metrics_that_nobody_collects() -> None:
    said = refused_at(changed("models.small.scaling", {"max_replicas": 3}), "models.small.scaling")

    assert "add `metrics: {prometheus_url: …}` to the stack" in said


def test_a_stack_with_a_prometheus_may() -> None:
    stack = changed("models.small.scaling", {"max_replicas": 3})

    assert not refusals({**stack, "metrics": {"prometheus_url": "http://prometheus:9090"}})


def test_a_fixed_number_needs_none() -> None:
    assert not refusals(changed("models.small.scaling", {"min_replicas": 2, "max_replicas": 2}))
