"""The values of kube-prometheus-stack, as far as they differ from the chart's (88.5.3).

Argued exception: its namespace is `privileged`, because node-exporter reads the host.
"""

from components.availability import resources
from components.hardening import CONTAINER, SECCOMP
from components.platform.site import Site
from components.prometheus.spec import Alerting, PrometheusSpec
from components.types import Manifest

NAMESPACE = "monitoring"
DISK_SHARE = 0.85
"""Of the volume: Prometheus deletes blocks after it has written new ones."""
CONTROL_PLANE = ("kubeControllerManager", "kubeEtcd", "kubeScheduler", "kubeProxy")
SELECTORS = ("rule", "serviceMonitor", "podMonitor", "probe", "scrapeConfig")


def values(spec: PrometheusSpec, site: Site) -> Manifest:
    """The CRDs have a release of their own: Helm never upgrades those of a chart."""
    hidden = spec.control_plane == "hidden"
    return {
        "crds": {"enabled": False},
        "prometheus": {
            "prometheusSpec": _prometheus(spec, site),
            "podDisruptionBudget": {"enabled": site.several},
        },
        "alertmanager": _alertmanager(spec, site),
        "grafana": _grafana(spec),
        "prometheusOperator": {
            "resources": resources(0.1, 0.25),
            "admissionWebhooks": {"patch": {"resources": resources(0.01, 0.0625)}},
            "prometheusConfigReloader": {"resources": resources(0.02, 0.0625)},
        },
        "kube-state-metrics": {"resources": resources(0.1, 0.5)},
        "prometheus-node-exporter": _node_exporter(),
        **({target: {"enabled": False} for target in CONTROL_PLANE} if hidden else {}),
    }


def _node_exporter() -> Manifest:
    """It sees the node's network and processes, and may do nothing there."""
    return {
        "resources": resources(0.1, 0.125),
        "securityContext": SECCOMP,
        "containerSecurityContext": CONTAINER,
    }


def _prometheus(spec: PrometheusSpec, site: Site) -> Manifest:
    """Without the five switches it sees only what carries its own release's label."""
    return {
        **{f"{kind}SelectorNilUsesHelmValues": False for kind in SELECTORS},
        "replicas": site.replicas,
        "retention": f"{spec.retention_days}d",
        "retentionSize": f"{int(spec.disk_gib * DISK_SHARE)}GiB",
        "resources": resources(0.5, 4),
        "storageSpec": _claim(spec, spec.disk_gib),
    }


def _alertmanager(spec: PrometheusSpec, site: Site) -> Manifest:
    """`None`: an AlertmanagerConfig of one team may route what others' namespaces raise."""
    return {
        "podDisruptionBudget": {"enabled": site.several},
        "alertmanagerSpec": {
            "replicas": site.replicas,
            "resources": resources(0.05, 0.25),
            "alertmanagerConfigMatcherStrategy": {"type": "None"},
            "storage": _claim(spec, 5),
            "secrets": list(spec.alerting.secrets) if spec.alerting else [],
        },
        **({"config": _routes(spec.alerting)} if spec.alerting else {}),
    }


def _routes(alerting: Alerting) -> Manifest:
    return {"route": alerting.route, "receivers": list(alerting.receivers)}


def _grafana(spec: PrometheusSpec) -> Manifest:
    """Dashboards are ConfigMaps with the label `grafana_dashboard`, in any namespace."""
    return {
        "admin": {"existingSecret": spec.grafana_secret},
        "resources": resources(0.1, 0.5),
        "sidecar": {
            "resources": resources(0.05, 0.25),
            "dashboards": {"enabled": True, "searchNamespace": "ALL"},
        },
    }


def _claim(spec: PrometheusSpec, gib: int) -> Manifest:
    claim: Manifest = {
        "accessModes": ["ReadWriteOnce"],
        "resources": {"requests": {"storage": f"{gib}Gi"}},
    }
    if spec.storage_class is not None:
        claim["storageClassName"] = spec.storage_class
    return {"volumeClaimTemplate": {"spec": claim}}
