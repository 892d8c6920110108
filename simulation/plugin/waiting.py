"""An operation ends when its object is ready, or gone, or its time is up."""

import json
import time
from collections.abc import Callable
from typing import Final

from simulation.plugin import jsonpath, objects, readiness, surroundings
from simulation.plugin.api import Failure, Stopped
from simulation.plugin.readiness import READY, Hopeless
from simulation.plugin.refusal import Refusal
from simulation.plugin.store import Store
from simulation.plugin.values import Properties

PATIENCE: Final = 600.0
Say = Callable[[str], None]
Missing = Callable[[Properties], str]


class NotReady(Exception):
    """The object exists, but did not become what was awaited."""

    def __init__(self, thing: Properties, *reasons: str) -> None:
        super().__init__(reasons[0])
        self.thing = thing
        self.reasons = list(reasons)


def patience(seconds: float, thing: Properties) -> float:
    """How long to wait: as the options say, as the annotation says, or ten minutes."""
    annotated = objects.annotation(thing, "timeoutSeconds")
    return seconds or (float(annotated) if annotated.isdigit() else PATIENCE)


def missing(thing: Properties, inputs: Properties, store: Store) -> Missing:
    """What to ask of the object until nothing is missing."""
    if objects.annotated(inputs, "skipAwait"):
        return lambda _: READY
    checks = stated(inputs)
    if checks:
        return lambda live: next(filter(None, (check(live) for check in checks)), READY)
    return built_in(thing, store)


def stated(inputs: Properties) -> list[Missing]:
    """The conditions that an annotation states, refused where one of them makes no sense."""
    expressions = objects.annotation(inputs, "waitFor")
    checks = [_expected(one) for one in _listed(expressions)] if expressions else []
    for check in checks:
        check({})
    return checks


def built_in(thing: Properties, store: Store) -> Missing:
    """What the kind itself says of its readiness; a kind that says nothing is ready."""
    kind = (str(thing.get("apiVersion")), str(thing.get("kind")))
    if around := surroundings.CHECKS.get(kind):
        return lambda live: around(live, store.look)
    return readiness.CHECKS.get(kind, lambda _: READY)


def until_ready(
    thing: Properties, lacks: Missing, store: Store, limit: float, say: Say
) -> Properties:
    """The object once nothing is missing any more."""
    deadline, pause = time.monotonic() + limit, 0.05
    try:
        while told := lacks(thing):
            if time.monotonic() > deadline:
                raise NotReady(thing, f"after {limit:g} s: {told}", *_noticed(thing, store))
            say(told)
            store.api.sleep(pause)
            pause = min(pause * 1.5, 1.0)
            thing = store.read(thing)
    except (Hopeless, Stopped) as end:
        raise NotReady(thing, str(end), *_noticed(thing, store)) from end
    except Failure as failure:
        raise NotReady(thing, f"while waiting: {failure}") from failure
    return thing


def until_gone(thing: Properties, store: Store, limit: float, say: Say) -> None:
    """Nothing, once the object is gone or another has its name."""
    deadline, pause, uid = time.monotonic() + limit, 0.02, objects.metadata(thing).get("uid")
    while live := store.find(thing):
        if uid and objects.metadata(live).get("uid") != uid:
            return
        holders = _holders(live)
        if time.monotonic() > deadline:
            raise NotReady(live, f"not gone after {limit:g} s; {holders}")
        say(holders)
        store.api.sleep(pause)
        pause = min(pause * 1.5, 1.0)


def _holders(live: Properties) -> str:
    found = objects.metadata(live).get("finalizers") or objects.at(live, "spec", "finalizers")
    return f"waiting for its finalizers: {', '.join(found)}" if found else "waiting for its end"


def _noticed(thing: Properties, store: Store) -> list[str]:
    return [] if store.api.stopping.is_set() else surroundings.events(thing, store.look)


def _listed(annotation: str) -> list[str]:
    try:
        found = json.loads(annotation)
    except ValueError:
        return [annotation]
    return found if isinstance(found, list) and found else [annotation]


def _expected(expression: str) -> Missing:
    kind, _, rest = expression.partition("=")
    if kind == "jsonpath":
        return lambda live: _path_missing(rest, live)
    if kind == "condition":
        return lambda live: _condition_missing(rest, live)
    raise Refusal(f'waitFor wants "jsonpath=" or "condition=", not {expression!r}')


def _path_missing(expression: str, live: Properties) -> str:
    found = readiness.observed(live) and jsonpath.matches(expression, live)
    return READY if found else f"waiting for {expression}"


def _condition_missing(expression: str, live: Properties) -> str:
    name, _, wanted = expression.partition("=")
    found = readiness.condition(live, name)
    status = str(found.get("status") or "")
    if readiness.observed(live, found) and status.lower() == (wanted or "True").lower():
        return READY
    said = found.get("message") or found.get("reason") or "nothing is said of it yet"
    return f"waiting for {expression}: {said}"
