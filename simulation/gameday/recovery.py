"""How long a model is short of replicas after each event."""

from collections.abc import Iterator
from math import inf

from simulation.gameday.day import Day, Happened


def recoveries(day: Day, model: str) -> Iterator[tuple[float, Happened]]:
    """By event, the seconds from it to the last moment that was short, before the next event.

    0 where the model was never short; infinite where it still was at the end of the day. Where the
    next event comes before a model has recovered, both are over when it has.
    """
    short = set(_short(day, model))
    ends = [*(event.at for event in day.happened[1:]), inf]
    since = None
    for event, end in zip(day.happened, ends, strict=True):
        since = event.at if since is None else since
        looks = [moment.at for moment in day.moments if since <= moment.at < end]
        missed = [at for at in looks if at in short]
        if missed and missed[-1] == looks[-1]:
            if end == inf:
                yield inf, event
            continue
        yield (missed[-1] - since if missed else 0), event
        since = None


def _short(day: Day, model: str) -> Iterator[float]:
    """The moments at which fewer replicas answered than were asked for."""
    for moment in day.moments:
        if moment.ready(model) < day.asked_at(moment.at).models.get(model, 0):
            yield moment.at
