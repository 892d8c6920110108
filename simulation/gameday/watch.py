"""Looks at the cluster twice a second for as long as the day lasts."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self

from simulation.control_plane.api import Api, Refused
from simulation.gameday.moment import Moment, Taken, moment

PAUSE = 0.5
TAKEN = "/api/v1/events?fieldSelector=reason=Evict"
"""Volcano's event on a pod whose place it takes (1.10.0 pkg/scheduler/cache, defaultEvictor)."""


@dataclass
class Watch:
    """Fills `moments`; while the API server is away there are none."""

    api: Api
    lost: Callable[[], set[str]]
    moments: list[Moment] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    born: datetime = field(default_factory=lambda: datetime.now(UTC))
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    @property
    def now(self) -> float:
        """Seconds since the day began."""
        return time.monotonic() - self.began

    def look(self) -> None:
        """One moment, if the API server answers."""
        try:
            pods = self.api.get("/api/v1/pods")["items"]
        except (OSError, Refused):
            return
        self.moments.append(moment(self.now, pods, set(self.lost())))

    def taken(self) -> list[Taken]:
        """Whom the scheduler took a place from since the day began."""
        owners = {pod.uid: pod for one in self.moments for pod in one.pods}
        found = []
        for event in self.api.get(TAKEN)["items"]:
            pod = owners.get(event["involvedObject"].get("uid", ""))
            since = self._since(event["lastTimestamp"] or event["firstTimestamp"])
            if pod is not None and since >= -1:
                found.append(Taken(since, pod.owner, pod.priority))
        return found

    def _since(self, stamp: str) -> float:
        return (datetime.fromisoformat(stamp) - self.born).total_seconds()

    def __enter__(self) -> Self:
        self.look()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(PAUSE):
            self.look()
