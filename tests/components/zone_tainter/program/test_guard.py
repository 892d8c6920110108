"""How the zone tainter follows the nodes, on an API server of lists."""

from collections.abc import Iterator
from http.client import HTTPException
from time import sleep
from typing import Any

import pytest

from components.zone_tainter.program.guard import guard
from components.zone_tainter.program.keeper import SETTLED_SECONDS
from components.zone_tainter.program.nodes import SILENT
from tests.components.zone_tainter.program.test_keeper import event

Events = list[dict[str, Any]]
LOST = [event("ADDED", name, silent=True)["object"] for name in ("one", "two")]
HEARD = event("ADDED", "elsewhere", "b")["object"]


class Server:
    """Nodes in pages of one, then a watch that lasts until everything has settled."""

    def __init__(self, nodes: Events, events: Events, *, changed: bool = False) -> None:
        self.nodes, self.events, self.changed = nodes, events, changed
        self.patched: dict[str, dict[str, Any]] = {}
        self.watched: list[str] = []
        self.asked: list[str] = []

    def get(self, path: str) -> dict[str, Any]:
        self.asked.append(path)
        _, _, rest = path.partition("&continue=")
        index = int(rest or 0)
        more = {"continue": str(index + 1)} if index + 1 < len(self.nodes) else {}
        return {"metadata": {"resourceVersion": "40", **more}, "items": [self.nodes[index]]}

    def patch(self, path: str, body: dict[str, Any]) -> bool:
        self.patched[path] = body
        return not self.changed

    def lines(self, path: str) -> Iterator[dict[str, Any]]:
        self.watched.append(path)
        yield from self.events
        sleep(SETTLED_SECONDS + 1)


def test_what_was_silent_before_it_began_is_given_up_too() -> None:
    server = Server([*LOST, HEARD], [])

    guard(server)

    assert set(server.patched) == {"/api/v1/nodes/one", "/api/v1/nodes/two"}
    assert server.patched["/api/v1/nodes/one"]["spec"]["taints"][-1]["key"] == SILENT


def test_it_watches_on_from_what_it_has_read() -> None:
    server = Server([HEARD], [event("MODIFIED", "one", silent=True)])

    guard(server)

    [watched] = server.watched
    assert watched.endswith("&resourceVersion=40")
    assert set(server.patched) == {"/api/v1/nodes/one"}


def test_a_node_that_could_not_be_given_up_is_tried_again_on_the_same_watch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Busy(Server):
        tries = 0

        def patch(self, path: str, body: dict[str, Any]) -> bool:
            self.tries += 1
            if self.tries == 1:
                raise HTTPException("429")
            return super().patch(path, body)

        def lines(self, path: str) -> Iterator[dict[str, Any]]:
            yield from super().lines(path)
            sleep(SETTLED_SECONDS + 1)

    server = Busy([LOST[0], HEARD], [])
    guard(server)

    assert server.tries == 2
    assert set(server.patched) == {"/api/v1/nodes/one"}
    assert len(server.watched) == 1
    assert "trying again: 429" in capsys.readouterr().out


def test_it_says_whom_it_gave_up_and_not_whom_somebody_else_did(
    capsys: pytest.CaptureFixture[str],
) -> None:
    guard(Server([LOST[0], HEARD], []))
    assert "one of a is given up" in capsys.readouterr().out

    guard(Server([LOST[0], HEARD], [], changed=True))
    assert "given up" not in capsys.readouterr().out


def test_a_watch_whose_past_is_gone_ends_and_is_begun_anew() -> None:
    gone = {"type": "ERROR", "object": {"code": 410}}

    server = Server([LOST[0], HEARD], [gone])
    guard(server)

    assert server.patched == {}


def test_a_watch_that_breaks_off_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    class Gone(Server):
        def lines(self, path: str) -> Iterator[dict[str, Any]]:
            raise ConnectionResetError("reset by peer")

    guard(Gone([HEARD], []))

    assert "the watch broke off: reset by peer" in capsys.readouterr().out
