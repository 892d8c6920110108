"""Days that were never lived, written down by hand for the judge."""

from collections.abc import Mapping, Sequence

from simulation.gameday.day import Asked, Day, Happened
from simulation.gameday.moment import Moment, PodSeen


def pod(owner: str, **said: object) -> PodSeen:
    """A replica of a model that answers, unless said otherwise."""
    usual = {
        "uid": f"{owner}-0",
        "owner": owner,
        "kind": "model",
        "tenant": "chat",
        "priority": "online",
        "placed": True,
        "answers": True,
        "going": False,
    }
    return PodSeen(**{**usual, **said})  # type: ignore[arg-type]


def replicas(owner: str, ready: int) -> tuple[PodSeen, ...]:
    """So many replicas that answer."""
    return tuple(pod(owner, uid=f"{owner}-{index}") for index in range(ready))


def day(
    ready: Sequence[int], asked: Mapping[float, int], events: Mapping[float, str], **said: object
) -> Day:
    """A model `chat` with so many ready replicas each second."""
    return Day(
        asked=[Asked(at, {"chat": count}, {}, frozenset({"chat"})) for at, count in asked.items()],
        happened=[Happened(at, what) for at, what in events.items()],
        moments=[Moment(float(at), replicas("chat", count)) for at, count in enumerate(ready)],
        **said,  # type: ignore[arg-type]
    )
