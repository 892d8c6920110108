"""Every pod of the bench as the API server tells of it, with times of this machine's one clock."""

import json
from collections.abc import Iterable, Iterator
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

    Kubernetes writes times in whole seconds; what counts here is when the news came. The API server
    drops a watch that falls behind, which then goes on where it was.
    """

    def __init__(self, kubeconfig: Path) -> None:
        self._there: dict[str, Seen] = {}
        self._gone: list[Seen] = []
        self._lock = Lock()
        self._failure: Exception | None = None
        self.changed = monotonic()
        self._ending = False
        known = config.new_client_from_config(str(kubeconfig))  # type: ignore[no-untyped-call]
        self._core = client.CoreV1Api(known)
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

    def stop(self) -> None:
        """Expect no more news; the watch ends with the API server."""
        self._ending = True

    def _follow(self) -> None:
        version = "0"
        try:
            while not self._ending:
                for event in self._events(version):
                    self._note(event)
                    version = event["object"]["metadata"]["resourceVersion"]
        except Exception as error:  # handed on to whoever asks
            self._failure = error

    def _events(self, version: str) -> Iterator[dict[str, Any]]:
        stream = self._core.list_namespaced_pod(
            NAMESPACE, watch=True, resource_version=version, _preload_content=False
        )
        lines = iter_resp_lines(stream)  # type: ignore[no-untyped-call]
        for line in filter(None, lines):
            event: dict[str, Any] = json.loads(line)
            if event["type"] == "ERROR":
                raise ConnectionError(f"the watch of the pods has ended: {event['object']}")
            yield event

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
