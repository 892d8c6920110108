"""What hours become in Kubernetes: two CronJobs that may patch one InferenceService, no more."""

import json

from components.clock import cron
from components.hours.spec import Hours
from components.types import Manifest

STOP = "serving.kserve.io/stop"
USER = 1000
FINISHED_JOBS = 1
START_DEADLINE_SECONDS = 600


def clock_objects(name: str, namespace: str, hours: Hours, image: str) -> list[Manifest]:
    """The account, what it may do, and the two CronJobs; `image` has kubectl."""
    meta = {"name": f"{name}-hours", "namespace": namespace}
    return [
        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": meta},
        {
            "apiVersion": "rbac.authorization.k8s.io/v1",
            "kind": "Role",
            "metadata": meta,
            "rules": [_rule(name)],
        },
        {
            "apiVersion": "rbac.authorization.k8s.io/v1",
            "kind": "RoleBinding",
            "metadata": meta,
            "roleRef": {
                "apiGroup": "rbac.authorization.k8s.io",
                "kind": "Role",
                "name": meta["name"],
            },
            "subjects": [{"kind": "ServiceAccount", **meta}],
        },
        _cron_job(meta, "start", hours, [image, *patch(name, stopped=False)]),
        _cron_job(meta, "stop", hours, [image, *patch(name, stopped=True)]),
    ]


def patch(name: str, *, stopped: bool) -> list[str]:
    """kubectl's arguments that set the annotation; any value but `true` means run."""
    annotation = {"metadata": {"annotations": {STOP: str(stopped).lower()}}}
    return [
        "patch",
        f"inferenceservice/{name}",
        "--type=merge",
        f"--patch={json.dumps(annotation)}",
    ]


def _rule(name: str) -> Manifest:
    return {
        "apiGroups": ["serving.kserve.io"],
        "resources": ["inferenceservices"],
        "resourceNames": [name],
        "verbs": ["get", "patch"],
    }


def _cron_job(meta: dict[str, str], what: str, hours: Hours, command: list[str]) -> Manifest:
    time = hours.start if what == "start" else hours.stop
    return {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {**meta, "name": f"{meta['name']}-{what}"},
        "spec": {
            "schedule": cron(time, hours.days),
            "timeZone": hours.time_zone,
            "concurrencyPolicy": "Replace",
            "startingDeadlineSeconds": START_DEADLINE_SECONDS,
            "successfulJobsHistoryLimit": FINISHED_JOBS,
            "failedJobsHistoryLimit": FINISHED_JOBS,
            "jobTemplate": {"spec": {"template": {"spec": _pod(meta["name"], command)}}},
        },
    }


def _pod(account: str, command: list[str]) -> Manifest:
    image, *arguments = command
    amounts = {"cpu": "100m", "memory": "128Mi"}
    return {
        "serviceAccountName": account,
        "restartPolicy": "OnFailure",
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": USER,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        "containers": [
            {
                "name": "kubectl",
                "image": image,
                "command": ["kubectl"],
                "args": arguments,
                "resources": {"requests": amounts, "limits": amounts},
                "securityContext": {
                    "allowPrivilegeEscalation": False,
                    "readOnlyRootFilesystem": True,
                    "capabilities": {"drop": ["ALL"]},
                },
            }
        ],
    }
