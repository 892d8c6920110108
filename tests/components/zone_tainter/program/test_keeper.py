"""When the zone tainter acts on what it knows."""

from typing import Any

from components.zone_tainter.program.keeper import SETTLED_SECONDS, Keeper
from components.zone_tainter.program.nodes import SILENT, ZONE

UNHEARD = [{"key": SILENT, "effect": "NoSchedule"}]


def event(
    kind: str, name: str, zone: str = "a", *, silent: bool = False, version: str = "1"
) -> dict[str, Any]:
    metadata = {"name": name, "resourceVersion": version, "labels": {ZONE: zone}}
    made = {"metadata": metadata, "spec": {"taints": UNHEARD if silent else []}}
    return {"type": kind, "object": made}


def keeper(*events: dict[str, Any]) -> Keeper:
    made = Keeper()
    for one in (event("ADDED", "elsewhere", "b"), *events):
        made.see(one, 0.0)
    return made


def names(made: Keeper, now: float = 2 * SETTLED_SECONDS) -> list[str]:
    return [node.name for node in made.due(now)]


def test_a_node_that_falls_silent_is_due_once_the_others_had_their_say() -> None:
    made = keeper(event("ADDED", "one"), event("MODIFIED", "one", silent=True))

    assert names(made, SETTLED_SECONDS / 2) == []
    assert names(made, SETTLED_SECONDS) == ["one"]


def test_silence_that_spreads_to_other_zones_in_that_time_leaves_it_to_kubernetes() -> None:
    made = keeper(event("MODIFIED", "one", silent=True))
    made.see(event("MODIFIED", "elsewhere", "b", silent=True), SETTLED_SECONDS / 2)

    assert names(made) == []


def test_a_silent_node_that_is_written_again_does_not_put_it_off() -> None:
    made = keeper(event("MODIFIED", "one", silent=True))
    made.see(event("MODIFIED", "one", silent=True, version="2"), SETTLED_SECONDS)

    assert names(made, SETTLED_SECONDS) == ["one"]


def test_each_is_said_once_and_again_when_it_has_changed() -> None:
    made = keeper(event("MODIFIED", "one", silent=True))

    assert names(made) == ["one"]
    assert names(made) == []
    made.see(event("MODIFIED", "one", silent=True, version="2"), 0.0)
    assert names(made) == ["one"]


def test_whoever_could_not_be_given_up_is_due_again_a_while_later() -> None:
    made = keeper(event("MODIFIED", "one", silent=True))
    assert names(made, SETTLED_SECONDS) == ["one"]

    made.again(SETTLED_SECONDS)

    assert names(made, 1.5 * SETTLED_SECONDS) == []
    assert names(made, 2 * SETTLED_SECONDS) == ["one"]


def test_a_node_that_is_deleted_is_forgotten() -> None:
    assert names(keeper(event("ADDED", "one", silent=True), event("DELETED", "one"))) == []


def test_a_bookmark_tells_nothing_of_any_node() -> None:
    made = keeper()
    made.see({"type": "BOOKMARK", "object": {"metadata": {"resourceVersion": "9"}}}, 0.0)

    assert set(made.nodes) == {"elsewhere"}
