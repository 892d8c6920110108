"""The scrape configuration names what is there in both modes: a label of ours and a port number."""

from components.monitor.manifest import METRICS_LABEL, metrics_label, pod_monitor

MONITOR = pod_monitor("chat", 8002)
[ENDPOINT] = MONITOR["spec"]["podMetricsEndpoints"]


def test_finds_pods_by_a_number_because_no_container_names_its_port() -> None:
    assert ENDPOINT["portNumber"] == 8002
    assert "port" not in ENDPOINT


def test_selects_exactly_the_pods_that_are_labelled_for_it() -> None:
    labels = MONITOR["spec"]["selector"]["matchLabels"]

    assert labels == {METRICS_LABEL: "8002", "component": "predictor"}
    assert metrics_label(8002).items() <= labels.items()


def test_drops_the_workers_of_a_multi_node_model() -> None:
    [rule] = ENDPOINT["relabelings"]

    assert rule["action"] == "drop"
    assert rule["sourceLabels"] == ["__meta_kubernetes_pod_label_app"]


def test_a_server_without_metrics_is_not_labelled() -> None:
    assert metrics_label(None) == {}
