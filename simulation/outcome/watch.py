"""Wait until every model or job has settled, or nothing moves any more."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from components.model.variants import variants
from simulation.control_plane.api import Api
from simulation.outcome.outcome import Outcome, Seen, outcome
from stacks.config import StackConfig

SERVICES = "/apis/serving.kserve.io/v1beta1/inferenceservices"


@dataclass(frozen=True)
class Patience:
    """At most `seconds`, and `still_seconds` without any change; a look every `pause` seconds."""

    seconds: float = 300
    still_seconds: float = 30
    pause: float = 0.5


def outcomes(api: Api, config: StackConfig) -> list[Outcome]:
    """Every model of the stack as it stands now, and each of its versions that runs."""
    services = {
        (service["metadata"]["namespace"], service["metadata"]["name"]): service
        for service in api.get(SERVICES)["items"]
    }
    seen = Seen(api.get("/api/v1/pods")["items"], api.get("/api/v1/events")["items"])
    return [
        outcome(one.name, one.spec, services.get((one.spec.tenant, one.name)), seen)
        for name, spec in config.models.items()
        for one in variants(name, spec)
    ]


class Settles(Protocol):
    """What one can wait for."""

    @property
    def settled(self) -> bool: ...


Thing = TypeVar("Thing", bound=Settles)


def settled(
    look: Callable[[], Sequence[Thing]],
    tell: Callable[[Sequence[Thing]], None],
    patience: Patience = Patience(),
) -> Sequence[Thing]:
    """The last look: all settled, or out of patience. `tell` hears of each change."""
    began = changed = time.monotonic()
    before: Sequence[Thing] = ()
    while True:
        now = look()
        if now != before:
            before, changed = now, time.monotonic()
            tell(now)
        moment = time.monotonic()
        if all(one.settled for one in now) or moment - began > patience.seconds:
            return now
        if moment - changed > patience.still_seconds:
            return now
        time.sleep(patience.pause)
