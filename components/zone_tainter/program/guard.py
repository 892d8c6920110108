"""Follows the nodes, and gives up those whose zone is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPException
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any, Protocol

from components.zone_tainter.program.alive import LOOPS, WATCHES, beat
from components.zone_tainter.program.keeper import Keeper
from components.zone_tainter.program.nodes import Node, giving_up

NODES = "/api/v1/nodes"
PAGE = 200
WATCHED_SECONDS = 300
TICK_SECONDS = 0.25

Event = dict[str, Any]


class Reached(Protocol):
    """The API server."""

    def get(self, path: str) -> dict[str, Any]: ...

    def patch(self, path: str, body: dict[str, Any]) -> bool: ...

    def lines(self, path: str) -> Iterator[Event]: ...


def guard(api: Reached) -> None:
    """Act until the watch ends, as it does from time to time.

    Two of these may run beside each other: a patch counts only for the node that was seen.
    """
    keeper, events = Keeper(), Queue[Event | None]()
    version = _list(api, keeper)
    Thread(target=_watch, args=(api, version, events), daemon=True).start()
    while True:
        beat(LOOPS)
        beat(WATCHES)
        try:
            event = events.get(timeout=TICK_SECONDS)
        except Empty:
            pass
        else:
            if event is None:
                return
            keeper.see(event, monotonic())
        _act(api, keeper)


def _list(api: Reached, keeper: Keeper) -> str:
    """Have the keeper see all nodes; the version from which to watch on."""
    more = ""
    while True:
        page = api.get(f"{NODES}?limit={PAGE}{more}")
        for node in page["items"]:
            keeper.see({"type": "ADDED", "object": node}, monotonic())
        if not (rest := page["metadata"].get("continue")):
            version: str = page["metadata"]["resourceVersion"]
            return version
        more = f"&continue={rest}"


def _watch(api: Reached, version: str, events: Queue[Event | None]) -> None:
    query = f"watch=1&allowWatchBookmarks=true&timeoutSeconds={WATCHED_SECONDS}"
    try:
        for event in api.lines(f"{NODES}?{query}&resourceVersion={version}"):
            if event["type"] == "ERROR":
                break
            events.put(event)
    except (OSError, HTTPException, ValueError) as error:
        say(f"the watch broke off: {error}")
    finally:
        events.put(None)


def _act(api: Reached, keeper: Keeper) -> None:
    """A patch that fails does not end the watch: the next would stand beside it for minutes."""
    try:
        for node in keeper.due(monotonic()):
            _give_up(api, node)
    except (OSError, HTTPException) as error:
        say(f"trying again: {error}")
        keeper.again(monotonic())


def _give_up(api: Reached, node: Node) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if api.patch(f"{NODES}/{node.name}", giving_up(node, now)):
        say(f"{node.name} of {node.zone} is given up: silent, and the other zones are not")


def say(line: str) -> None:
    """To the log, at once."""
    print(line, flush=True)
