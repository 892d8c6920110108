"""Whether a Deployment's Pods are those it asks for now, and no longer an earlier version's."""

import time
from collections.abc import Callable, Iterable

from components.types import Manifest

SECONDS = 60.0
PAUSE = 0.5


def complete(deployment: Manifest) -> bool:
    """Its controller has seen its present form, and every Pod has it."""
    metadata, status = deployment["metadata"], deployment.get("status", {})
    asked = deployment["spec"].get("replicas", 1)
    seen = status.get("observedGeneration", 0) >= metadata["generation"]
    counts = {status.get("replicas", 0), status.get("updatedReplicas", 0), asked}
    return seen and len(counts) == 1


def settle(look: Callable[[], Iterable[Manifest]], seconds: float = SECONDS) -> None:
    """Return when all are complete, or patience is at its end: the Pods are then as they are."""
    deadline = time.monotonic() + seconds
    while not all(complete(found) for found in look()) and time.monotonic() < deadline:
        time.sleep(PAUSE)
