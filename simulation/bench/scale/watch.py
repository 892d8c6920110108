"""Every pod of the bench as the API server tells of it, with times of this machine's one clock."""

import json
from collections.abc import Iterable
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Any

from kubernetes import client, config
from kubernetes.watch.watch import iter_resp_lines

from components.node_group.scheduling import GPU_RESOURCE
from simulation.bench.scale.measure import Seen
from simulation.bench.scale.workload import NAMESPACE, WORK_LABEL

OVER = ("Succeeded", "Failed")


class Pods:
    """A watch in a thread: the pods that are there, and those that were bound and are gone.

    Kubernetes writes times in whole seconds; what counts here is when the news came. The watch ends
    with the API server.
    """

    def __init__(self, kubeconfig: Path) -> None:
        self._there: dict[str, Seen] = {}
        self._gone: list[Seen] = []
        self._lock = Lock()
        self._failure: Exception | None = None
        self.changed = monotonic()
        core = client.CoreV1Api(config.new_client_from_config(str(kubeconfig)))
        self._stream = core.list_namespaced_pod(NAMESPACE, watch=True, _preload_content=False)
        Thread(target=self._follow, daemon=True).start()

    def there(self) -> list[Seen]:
        """Every pod that is neither over nor being deleted."""
        if self._failure:
            raise self._failure
        with self._lock:
            return list(self._there.values())

    def taken(self) -> int:
        """How many had a place, and are deleted or over since the watch began."""
        with self._lock:
            return len(self._gone)

    def _follow(self) -> None:
        try:
            for line in iter_resp_lines(self._stream):
                if line:
                    self._note(json.loads(line))
            raise ConnectionError("the watch of the pods has ended")
        except Exception as error:  # handed on to whoever asks
            self._failure = error

    def _note(self, event: dict[str, Any]) -> None:
        pod, now = event["object"], monotonic()
        uid = pod["metadata"]["uid"]
        with self._lock:
            known = self._there.get(uid)
            if _over(event):
                self._there.pop(uid, None)
                self._gone += [known] if known and known.node else []
            else:
                self._there[uid] = seen(pod, known, now)
            if known != self._there.get(uid):
                self.changed = now


def seen(pod: dict[str, Any], known: Seen | None, now: float) -> Seen:
    """A pod as it is now, given what was known of it."""
    node = pod["spec"].get("nodeName")
    return Seen(
        name=pod["metadata"]["name"],
        work=pod["metadata"]["labels"][WORK_LABEL],
        gpus=_gpus(pod["spec"]["containers"]),
        created=known.created if known else now,
        node=node,
        bound=None if node is None else (known and known.bound) or now,
    )


def _over(event: dict[str, Any]) -> bool:
    pod = event["object"]
    ending = "deletionTimestamp" in pod["metadata"] or pod["status"].get("phase") in OVER
    return event["type"] == "DELETED" or ending


def _gpus(containers: Iterable[dict[str, Any]]) -> int:
    return sum(int(one["resources"]["requests"].get(GPU_RESOURCE, 0)) for one in containers)
