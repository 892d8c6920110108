"""What a chart says of its own values: their paths, their types, its schema where it has one."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

CHARTS = Path(__file__).parents[3] / "shared" / "reference" / "upstream" / "charts"
FILES = {"kserve-resources": "kserve"}
SUBCHARTS = {
    "gpu-operator": {"node-feature-discovery": "node-feature-discovery"},
    "kthena": {"networking": "kthena.networking"},
}
ELSEWHERE = {
    "gpu-operator": {"dcgmExporter.config": "templates/dcgm_exporter_config.yaml"},
    "jaeger": {"jaeger.resources": "templates/jaeger/jaeger-deploy.yaml"},
    "kube-prometheus-stack": {
        "grafana.resources": "the chart grafana",
        "grafana.sidecar.resources": "the chart grafana",
        "kube-state-metrics.resources": "the chart kube-state-metrics",
        "prometheus-node-exporter.resources": "the chart prometheus-node-exporter",
        "prometheus-node-exporter.securityContext": "the chart prometheus-node-exporter",
        "prometheus-node-exporter.containerSecurityContext": "the chart prometheus-node-exporter",
    },
    "cluster-autoscaler": {"extraArgs": "the program's flags"},
    "knative-operator": {
        "knative_operator.knative_operator.securityContext": "templates/operator.yaml",
        "knative_operator.operator_webhook.securityContext": "templates/operator.yaml",
    },
    "argo-cd": {"configs.params": "the ConfigMap argocd-cmd-params-cm"},
    "opentelemetry-collector": {"config.exporters": "the collector's own configuration"},
}
"""By chart, the paths that its values file does not show, and what reads them."""

KUBERNETES = {
    "resources": {"requests", "limits"},
    "resource": {"requests", "limits"},
    "podSecurityContext": {"runAsNonRoot", "runAsUser", "fsGroup", "seccompProfile"},
    "securityContext": {
        *("allowPrivilegeEscalation", "readOnlyRootFilesystem", "capabilities"),
        *("runAsNonRoot", "runAsUser", "seccompProfile"),
    },
}
"""What Kubernetes, and not the chart, says may be below a key of that name."""

UNUSED = {"privileged", "runAsGroup", "claims"}
"""What Kubernetes allows there too, and charts say."""

Path_ = tuple[str, ...]


def complaints(chart: str, values: dict[str, Any]) -> list[str]:
    """All that is wrong with our values: unknown paths, other types, the schema's refusals."""
    known = tuple(ELSEWHERE.get(chart, {}))
    unknown = _unknown(values, defaults(chart), ())
    return [text for text in unknown if not _is_below(text, known)] + _refused(chart, values)


def _is_below(complaint: str, known: tuple[str, ...]) -> bool:
    path = complaint.partition(":")[0]
    return any(path == above or path.startswith(f"{above}.") for above in known)


def described(chart: str) -> bool:
    """Whether the chart's own values are here to compare with."""
    return _file(chart, "values.yaml").is_file()


@cache
def defaults(chart: str) -> dict[str, Any]:
    """The chart's values with those of its subcharts under their names."""
    text = _file(chart, "values.yaml").read_text().replace("{{ tag }}", '""')
    found: dict[str, Any] = yaml.safe_load(text) or {}
    for key, name in SUBCHARTS.get(chart, {}).items():
        below = yaml.safe_load((CHARTS / f"{name}.values.yaml").read_text())
        found[key] = _merged(below, found.get(key, {}))
    return found


def _file(chart: str, kind: str) -> Path:
    return CHARTS / f"{FILES.get(chart, chart)}.{kind}"


def _unknown(ours: Any, theirs: Any, path: Path_) -> Iterator[str]:
    """A default that is empty or null says nothing of what may be below it."""
    allowed = KUBERNETES.get(path[-1]) if path else None
    if isinstance(ours, dict) and allowed and set(theirs or ()) <= allowed | UNUSED:
        yield from (f"{'.'.join(path)}.{key}: is unknown" for key in ours if key not in allowed)
    elif isinstance(ours, dict) and isinstance(theirs, dict) and theirs:
        yield from _below(ours, theirs, path)
    elif ours is not None and not _alike(ours, theirs):
        kinds = f"{type(ours).__name__}, the chart has {type(theirs).__name__}"
        yield f"{'.'.join(path)}: is {kinds}"


def _below(ours: dict[str, Any], theirs: dict[str, Any], path: Path_) -> Iterator[str]:
    amounts = path[-1:] in (("limits",), ("requests",))
    for key, value in ours.items():
        if key in theirs and not amounts:
            yield from _unknown(value, theirs[key], (*path, key))
        elif key not in theirs:
            yield f"{'.'.join((*path, key))}: is not among the chart's values"


def _alike(ours: Any, theirs: Any) -> bool:
    empty = theirs is None or theirs in ("", {}, [])
    return empty or type(ours) is type(theirs)


def _refused(chart: str, values: dict[str, Any]) -> list[str]:
    file = _file(chart, "values.schema.json")
    if not file.is_file():
        return []
    merged = _merged(defaults(chart), values)
    return [
        error.message for error in Draft7Validator(json.loads(file.read_text())).iter_errors(merged)
    ]


def _merged(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """As Helm merges: ours over theirs, null takes away."""
    both = {**theirs}
    for key, value in ours.items():
        below = theirs.get(key)
        nested = isinstance(value, dict) and isinstance(below, dict)
        both[key] = _merged(below, value) if nested and isinstance(below, dict) else value
    return {key: value for key, value in both.items() if value is not None}
