"""Placeholders that hold a stopped model's GPUs until somebody of higher priority wants them.

Stopped for good, they are a Deployment; stopped by the clock, a Job from each closing time until
the next opening, so that nobody has to switch them off.
"""

from collections.abc import Iterator

from components.cache.manifest import NOT_AWAITED
from components.clock import cron
from components.hours.spec import Hours
from components.model.placement import Placement
from components.model.pod import SCHEDULER, pod_security
from components.model.predictor import resources
from components.model.spec import ModelSpec
from components.node_group.anywhere import ANYWHERE
from components.runtime.manifest import container_security
from components.types import Manifest

TRIES = 10_000
"""A placeholder that had to make room comes back: it has not failed, though a Job counts it so."""
FINISHED_JOBS = 1
LATE_SECONDS = 600


def placeholder(name: str, spec: ModelSpec, place: Placement, image: str) -> Iterator[Manifest]:
    """As large as the model, where it would run, while it does not."""
    if spec.reserve is None:
        return
    labels = {"app": f"{name}-reserve"}
    pods = {
        "metadata": {"labels": labels, "annotations": _annotations(place)},
        "spec": _pod(spec, place, image),
    }
    if spec.hours is None:
        yield _standing(name, spec, place, {"selector": {"matchLabels": labels}, "template": pods})
        return
    for index, (closed, days) in enumerate(sorted(spec.hours.closings().items())):
        job = {"template": {**pods, "spec": {**pods["spec"], "restartPolicy": "Never"}}}
        held = {"parallelism": _replicas(spec), "backoffLimit": TRIES, **job}
        held["activeDeadlineSeconds"] = closed
        when = (spec.hours, cron(spec.hours.stop, days))
        yield _closed(f"{name}-reserve-{index}", place.namespace, when, held)


def _standing(name: str, spec: ModelSpec, place: Placement, pods: Manifest) -> Manifest:
    """Not waited for: that somebody else has the GPUs is what a placeholder is for."""
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {
            "name": f"{name}-reserve",
            "namespace": place.namespace,
            "annotations": NOT_AWAITED,
        },
        "spec": {"replicas": _replicas(spec), **pods},
    }


def _closed(name: str, namespace: str, when: tuple[Hours, str], job: Manifest) -> Manifest:
    hours, schedule = when
    return {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {
            "schedule": schedule,
            "timeZone": hours.time_zone,
            "concurrencyPolicy": "Replace",
            "startingDeadlineSeconds": LATE_SECONDS,
            "successfulJobsHistoryLimit": FINISHED_JOBS,
            "failedJobsHistoryLimit": FINISHED_JOBS,
            "jobTemplate": {"spec": job},
        },
    }


def _replicas(spec: ModelSpec) -> int:
    """One for each pod that the model will have: a part of it on each of its nodes."""
    return max(spec.scaling.min_replicas, 1) * spec.nodes


def _annotations(place: Placement) -> dict[str, str]:
    return {"scheduling.volcano.sh/queue-name": place.queue, "volcano.sh/preemptable": "true"}


def _pod(spec: ModelSpec, place: Placement, image: str) -> Manifest:
    return {
        "schedulerName": SCHEDULER,
        "priorityClassName": spec.reserve,
        "nodeSelector": place.node_selector,
        "tolerations": place.tolerations,
        "topologySpreadConstraints": [ANYWHERE],
        "terminationGracePeriodSeconds": 0,
        **pod_security(),
        "containers": [
            {
                "name": "pause",
                "image": image,
                "resources": resources(spec, place),
                "securityContext": container_security(),
            }
        ],
    }
