"""When a server counts as started, as ready, and as hung."""

import math

from components.model.placement import Placement
from components.model.spec import ModelSpec
from components.runtime.manifest import PORT
from components.types import Manifest

PROBE_SECONDS = 10
WARM_UP_SECONDS = 120
ENGINE_READY_SECONDS = 600
"""vLLM's own patience with its engine process (0.33.0 vllm/envs.py)."""
DRAIN_MARGIN_SECONDS = 15
ENDPOINTS_SECONDS = 5
"""How long a terminating pod still gets requests: until every proxy has heard of it."""

WARM_UP = """
import json, os, sys, urllib.request
base, done = "http://127.0.0.1:{port}", "/tmp/warm"
if not os.path.exists(done):
    body = json.dumps(dict(model="{model}", prompt="{prompt}", max_tokens=8)).encode()
    head = dict([("Content-Type", "application/json")])
    urllib.request.urlopen(urllib.request.Request(base + "/v1/completions", body, head)).read()
    open(done, "w").close()
urllib.request.urlopen(base + "/health").read()
"""
"""One prompt in each pod's life, then vLLM's own health: kernels are compiled and cached before the
first user. Exit code 0 is ready."""


def vllm_probes(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """vLLM listens only once its model is loaded: the start-up probe is the one that waits."""
    health = {"httpGet": {"path": "/health", "port": PORT}}
    return {"startupProbe": _startup(health, place), "readinessProbe": _readiness(name, spec)}


def container_probes(health: str, port: int, place: Placement) -> Manifest:
    """The same three for a container of one's own."""
    asked = {"httpGet": {"path": health, "port": port}}
    return {
        "startupProbe": _startup(asked, place),
        "readinessProbe": {**asked, "periodSeconds": 5, "failureThreshold": 3},
        "livenessProbe": {**asked, "periodSeconds": PROBE_SECONDS, "failureThreshold": 6},
    }


def _startup(asked: Manifest, place: Placement) -> Manifest:
    attempts = math.ceil(place.budget.probe / PROBE_SECONDS)
    return {**asked, "periodSeconds": PROBE_SECONDS, "failureThreshold": attempts}


def _readiness(name: str, spec: ModelSpec) -> Manifest:
    prompt = spec.delivery.warm_up
    if prompt is None:
        health = {"httpGet": {"path": "/health", "port": PORT}}
        return {**health, "periodSeconds": 5, "failureThreshold": 3}
    script = WARM_UP.format(port=PORT, model=name, prompt=prompt)
    return {
        "exec": {"command": ["python3", "-c", script]},
        "periodSeconds": PROBE_SECONDS,
        "timeoutSeconds": WARM_UP_SECONDS,
        "failureThreshold": 3,
    }


def engine_patience(place: Placement) -> list[Manifest]:
    """vLLM gives its engine ten minutes; where the budget is longer, so is its patience."""
    if place.budget.probe <= ENGINE_READY_SECONDS:
        return []
    return [{"name": "VLLM_ENGINE_READY_TIMEOUT_S", "value": str(place.budget.probe)}]


def drain_arguments(spec: ModelSpec) -> list[str]:
    """vLLM aborts what it has begun unless told how long to finish it."""
    seconds = spec.protection.drain_seconds
    return [f"--shutdown-timeout={seconds}"] if seconds else []


def drain(spec: ModelSpec) -> Manifest:
    """The container waits until nobody sends to it; Knative's queue-proxy does that itself."""
    if spec.mode == "knative":
        return {}
    return {"lifecycle": {"preStop": {"sleep": {"seconds": ENDPOINTS_SECONDS}}}}


def outlive_the_head(spec: ModelSpec) -> Manifest:
    """What the head still finishes, it finishes with the worker's half of the model."""
    seconds = ENDPOINTS_SECONDS + spec.protection.drain_seconds
    return {"lifecycle": {"preStop": {"sleep": {"seconds": seconds}}}}


def grace(spec: ModelSpec) -> Manifest:
    """How long the kubelet waits before it kills; Knative writes it into its pods itself."""
    if spec.mode == "knative":
        return {}
    return {"terminationGracePeriodSeconds": grace_seconds(spec)}


def grace_seconds(spec: ModelSpec) -> int:
    """From the order to stop until a kill; in Knative mode it is the revision's timeout."""
    if spec.mode == "knative":
        return spec.timeout_seconds
    return ENDPOINTS_SECONDS + spec.protection.drain_seconds + DRAIN_MARGIN_SECONDS
