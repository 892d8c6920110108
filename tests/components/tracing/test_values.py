"""What the collector and Jaeger are told beyond their charts' defaults."""

from components.platform.site import Site
from components.tracing.spec import TracingSpec
from components.tracing.values import JAEGER, collector_values, jaeger_values

COLLECTOR = collector_values(Site())
STORE = jaeger_values(TracingSpec(kept_traces=500))


def test_only_traces_go_in_and_only_to_jaeger() -> None:
    pipelines = COLLECTOR["config"]["service"]["pipelines"]

    assert pipelines["traces"] == {"receivers": ["otlp"], "exporters": ["otlp"]}
    assert pipelines["metrics"] is pipelines["logs"] is None
    assert COLLECTOR["config"]["exporters"]["otlp"]["endpoint"] == f"{JAEGER}:4317"


def test_no_port_is_open_that_nobody_sends_to() -> None:
    assert {name for name, port in COLLECTOR["ports"].items() if not port["enabled"]} == {
        *("jaeger-compact", "jaeger-grpc", "jaeger-thrift", "zipkin")
    }


def test_jaeger_is_found_under_the_name_that_the_collector_sends_to() -> None:
    assert STORE["fullnameOverride"] == JAEGER
    assert "otlp" in STORE["userconfig"]["service"]["pipelines"]["traces"]["receivers"]


def test_jaeger_keeps_as_many_traces_as_the_stack_says() -> None:
    [backend] = STORE["userconfig"]["extensions"]["jaeger_storage"]["backends"].values()

    assert backend == {"memory": {"max_traces": 500}}


def test_neither_can_speak_to_the_api_server() -> None:
    for account in (COLLECTOR["serviceAccount"], STORE["jaeger"]["serviceAccount"]):
        assert account == {"automountServiceAccountToken": False}


def test_a_drain_leaves_one_collector() -> None:
    assert COLLECTOR["replicaCount"] == 2
    assert COLLECTOR["podDisruptionBudget"] == {"enabled": True}
