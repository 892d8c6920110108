"""The time of day supplied instead of waited for: the real CronJob controller is told when it last
looked, and what kubectl would do in the Job's pod is done here, with that pod's own rights.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from kubernetes import client
from kubernetes.config import new_client_from_config

from simulation.control_plane.control_plane import ControlPlane
from tests.lifecycle.life import eventually

NOON = 12
connected: Any = new_client_from_config


def zone() -> str:
    """Where it is about noon now: a few minutes more or less do not change the day."""
    ahead = NOON - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def just_now() -> str:
    """The time of day there, two minutes ago: due, and not yet too late."""
    there = datetime.now(UTC) + timedelta(hours=NOON - datetime.now(UTC).hour)
    return (there - timedelta(minutes=2)).strftime("%H:%M")


class Clock:
    """The clock of one namespace of one cluster."""

    def __init__(self, plane: ControlPlane, namespace: str) -> None:
        self._plane = plane
        self._namespace = namespace
        api: Any = connected(str(plane.kubeconfig), plane.context)
        self._batch: Any = client.BatchV1Api(api)
        self._core: Any = client.CoreV1Api(api)

    def strikes(self, job: str) -> None:
        """The CronJob `job` is due: its Job comes, and its pod does what it says."""
        an_hour_ago = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
        told = {"status": {"lastScheduleTime": an_hour_ago}}
        self._batch.patch_namespaced_cron_job_status(job, self._namespace, told)
        assert eventually(lambda: bool(self._pods(job))), f"no pod of {job}"
        for pod in self._pods(job):
            self._run(pod)
            self._core.delete_namespaced_pod(pod.metadata.name, self._namespace)

    def _pods(self, job: str) -> list[Any]:
        found = self._core.list_namespaced_pod(self._namespace).items
        return [
            pod
            for pod in found
            if pod.metadata.labels.get("job-name", "").rpartition("-")[0] == job
        ]

    def _run(self, pod: Any) -> None:
        """`kubectl patch KIND/NAME --type=merge --patch=…` as the pod's service account."""
        container = pod.spec.containers[0]
        verb, what, kind, patch = container.args
        assert (container.command, verb, kind) == (["kubectl"], "patch", "--type=merge")
        group, version, plural = "serving.kserve.io", "v1beta1", f"{what.partition('/')[0]}s"
        self._as(pod.spec.service_account_name).patch_namespaced_custom_object(
            group,
            version,
            self._namespace,
            plural,
            what.partition("/")[2],
            json.loads(patch.removeprefix("--patch=")),
            _content_type="application/merge-patch+json",
        )

    def _as(self, account: str) -> Any:
        """The cluster as that service account may see it."""
        asked = client.AuthenticationV1TokenRequest(spec=client.V1TokenRequestSpec(audiences=[]))
        token = self._core.create_namespaced_service_account_token(account, self._namespace, asked)
        api: Any = connected(str(self._plane.kubeconfig), self._plane.context)
        api.configuration.api_key = {"authorization": f"Bearer {token.status.token}"}
        return client.CustomObjectsApi(api)
