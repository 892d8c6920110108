"""Patience with things that happen in their own time: other processes, controllers, clusters."""

import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")

PAUSE = 0.05


def eventually(look: Callable[[], Seen], seconds: float = 60) -> Seen:
    """What `look` sees as soon as it is true; what it saw last where patience ends before that."""
    deadline = time.monotonic() + seconds
    while not (seen := look()) and time.monotonic() < deadline:
        time.sleep(PAUSE)
    return seen
