"""What scaling by metrics becomes in KEDA: one ScaledObject on the predictor's Deployment.

KServe could make one itself, but without cooldown, fallback, activation or a metric's type
(KServe 0.20.0 reconcilers/keda/keda_reconciler.go), so the class is `external` and this is ours.
"""

from dataclasses import dataclass

from components.scaler.queries import Signal
from components.scaler.spec import Floor, Scaling, Wake
from components.types import Manifest

POLLING_SECONDS = 15
FAILURES_BEFORE_FALLBACK = 3
SCALE_UP_WINDOW_SECONDS = 0


@dataclass(frozen=True, kw_only=True)
class Target:
    """The InferenceService `service` in `namespace`, and where its metrics are asked for."""

    namespace: str
    service: str
    prometheus_url: str


def scaled_object(target: Target, scaling: Scaling, signals: list[Signal]) -> Manifest:
    """The ScaledObject that holds `signals` and keeps `scaling`'s bounds."""
    triggers = [
        *(_metric(target, signal) for signal in signals),
        *([_wake(target, scaling.wake)] if scaling.wake else []),
        *(_floor(floor) for floor in scaling.floors),
    ]
    return {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "ScaledObject",
        "metadata": {"name": target.service, "namespace": target.namespace},
        "spec": {
            "scaleTargetRef": {"name": f"{target.service}-predictor"},
            "minReplicaCount": scaling.min_replicas,
            "maxReplicaCount": scaling.max_replicas,
            "pollingInterval": POLLING_SECONDS,
            "cooldownPeriod": scaling.cooldown_seconds,
            **_fallback(scaling),
            "advanced": _behaviour(scaling),
            "triggers": triggers,
        },
    }


def _metric(target: Target, signal: Signal) -> Manifest:
    return {
        "type": "prometheus",
        "metricType": signal.metric_type,
        "metadata": {
            "serverAddress": target.prometheus_url,
            "query": signal.query,
            "threshold": f"{signal.target:g}",
        },
    }


def _wake(target: Target, wake: Wake) -> Manifest:
    """vLLM's metrics vanish with its pods: only this one can be above zero while there is none."""
    signal = Signal(query=wake.query, target=wake.threshold, metric_type="AverageValue")
    trigger = _metric(target, signal)
    return {**trigger, "metadata": {**trigger["metadata"], "activationThreshold": "0"}}


def _floor(floor: Floor) -> Manifest:
    return {
        "type": "cron",
        "metadata": {
            "timezone": floor.time_zone,
            "start": floor.start,
            "end": floor.end,
            "desiredReplicas": str(floor.replicas),
        },
    }


def _fallback(scaling: Scaling) -> Manifest:
    if scaling.fallback_replicas is None:
        return {}
    replicas = scaling.fallback_replicas
    return {"fallback": {"failureThreshold": FAILURES_BEFORE_FALLBACK, "replicas": replicas}}


def _behaviour(scaling: Scaling) -> Manifest:
    """Up at once, down slowly: a new replica costs minutes."""
    return {
        "horizontalPodAutoscalerConfig": {
            "behavior": {
                "scaleUp": {"stabilizationWindowSeconds": SCALE_UP_WINDOW_SECONDS},
                "scaleDown": {"stabilizationWindowSeconds": scaling.window_seconds},
            }
        }
    }
