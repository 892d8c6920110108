"""The values of the OpenTelemetry collector (0.170.0) and of Jaeger (4.11.1), as far as they
differ from the charts'."""

from components.availability import resources
from components.hardening import CONTAINER, POD
from components.platform.site import Site
from components.tracing.spec import TracingSpec
from components.types import Manifest

NAMESPACE = "tracing"
COLLECTOR_IMAGE = (
    "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s"
)
UNUSED_PORTS = ("jaeger-compact", "jaeger-grpc", "jaeger-thrift", "zipkin")
JAEGER = "jaeger"
STORE = "traces"


def collector_values(site: Site) -> Manifest:
    """Traces in, traces out, and nothing else; what is null is taken out of the chart's default."""
    pipeline = {"receivers": ["otlp"], "exporters": ["otlp"]}
    pipelines = {"traces": pipeline, "metrics": None, "logs": None}
    return {
        "mode": "deployment",
        "image": {"repository": COLLECTOR_IMAGE},
        "replicaCount": site.replicas,
        "resources": resources(0.2, 0.5),
        "podDisruptionBudget": {"enabled": site.several},
        "serviceAccount": {"automountServiceAccountToken": False},
        "securityContext": CONTAINER,
        "podSecurityContext": POD,
        "ports": {port: {"enabled": False} for port in UNUSED_PORTS},
        "config": {
            "exporters": {"otlp": {"endpoint": f"{JAEGER}:4317", "tls": {"insecure": True}}},
            "receivers": {"jaeger": None, "zipkin": None, "prometheus": None},
            "service": {"pipelines": pipelines},
        },
    }


def jaeger_values(spec: TracingSpec) -> Manifest:
    """Version 2: one program, whose own configuration says where traces are kept."""
    return {
        "fullnameOverride": JAEGER,
        "storage": {"type": "memory"},
        "jaeger": {
            "resources": resources(0.5, 2),
            "serviceAccount": {"automountServiceAccountToken": False},
            "securityContext": CONTAINER,
            "podSecurityContext": POD,
        },
        "userconfig": _configuration(spec.kept_traces),
    }


def _configuration(kept: int) -> Manifest:
    everywhere = {"grpc": {"endpoint": "0.0.0.0:4317"}, "http": {"endpoint": "0.0.0.0:4318"}}
    pipeline = {
        "receivers": ["otlp"],
        "processors": ["batch"],
        "exporters": ["jaeger_storage_exporter"],
    }
    return {
        "service": {
            "extensions": ["jaeger_storage", "jaeger_query", "healthcheckv2"],
            "pipelines": {"traces": pipeline},
        },
        "extensions": {
            "healthcheckv2": {"use_v2": True, "http": {"endpoint": "0.0.0.0:13133"}},
            "jaeger_query": {"storage": {"traces": STORE}},
            "jaeger_storage": {"backends": {STORE: {"memory": {"max_traces": kept}}}},
        },
        "receivers": {"otlp": {"protocols": everywhere}},
        "processors": {"batch": {}},
        "exporters": {"jaeger_storage_exporter": {"trace_storage": STORE}},
    }
