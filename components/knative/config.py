"""Knative Serving's ConfigMaps, as far as they differ from upstream's defaults.

Source of every key: Knative Serving 1.21.1, config/core/configmaps.
"""

from collections.abc import Iterable

from components.knative.features import features
from components.knative.spec import Autoscaling, KnativeSpec
from components.types import Manifest

KOURIER = "kourier.ingress.networking.knative.dev"
ISTIO = "istio.ingress.networking.knative.dev"


def config_maps(
    spec: KnativeSpec, pods: Iterable[Manifest], *, domain: str | None = None
) -> dict[str, dict[str, str]]:
    """Each ConfigMap's data, by its name; `pods` are the PodSpecs of all models in this mode."""
    return {
        "config-features": features(pods),
        "config-deployment": _deployment(spec),
        "config-defaults": _defaults(spec),
        "config-autoscaler": _autoscaler(spec.autoscaling),
        "config-network": {"ingress-class": KOURIER if spec.ingress == "kourier" else ISTIO},
        **({} if domain is None else {"config-domain": {domain: ""}}),
    }


def _deployment(spec: KnativeSpec) -> dict[str, str]:
    """A pod that waits for a node or a queue is not a failed revision."""
    return {
        "progress-deadline": f"{spec.progress_deadline_seconds}s",
        "pod-is-always-schedulable": "true",
        "registries-skipping-tag-resolving": ",".join(spec.unresolved_registries),
    }


def _defaults(spec: KnativeSpec) -> dict[str, str]:
    """The first token of a queued prompt may take as long as the whole answer."""
    seconds = str(spec.request_seconds)
    return {
        "max-revision-timeout-seconds": seconds,
        "revision-timeout-seconds": seconds,
        "revision-response-start-timeout-seconds": seconds,
    }


def _autoscaler(spec: Autoscaling) -> dict[str, str]:
    """A burst must not start a thousand GPU pods: upstream's rate is 1000 times the present."""
    return {
        "container-concurrency-target-percentage": f"{spec.target_percentage:g}",
        "stable-window": f"{spec.window_seconds}s",
        "scale-to-zero-pod-retention-period": f"{spec.retention_seconds}s",
        "max-scale-up-rate": f"{spec.max_scale_up_rate:g}",
    }
