"""When a model runs: office hours by the clock of a place, stopped at all other times."""

from typing import Self

from pydantic import Field, model_validator

from components.clock import WEEK, Day, TimeOfDay, TimeZone, minutes
from components.types import Spec

DAY_MINUTES = 24 * 60


class Hours(Spec):
    """From `start` until `stop` on each of `days`; weekends are the days left out.

    KServe's own stop annotation is set and removed at those times, so a stopped model holds no GPU
    in either mode, and its state is Stopped.
    """

    time_zone: TimeZone
    start: TimeOfDay
    stop: TimeOfDay
    days: tuple[Day, ...] = Field(default=WEEK[:5], min_length=1)

    @model_validator(mode="after")
    def _starts_before_it_stops(self) -> Self:
        if minutes(self.start) >= minutes(self.stop):
            raise ValueError(
                "start is not before stop; a model that runs past midnight needs no hours"
            )
        if len(set(self.days)) < len(self.days):
            raise ValueError("a day is there twice; keep one")
        return self

    def closings(self) -> dict[int, tuple[Day, ...]]:
        """For how many seconds it is closed after `stop`, and on which days: nights, weekends."""
        found: dict[int, tuple[Day, ...]] = {}
        opens = sorted(WEEK.index(day) for day in self.days)
        for place, day in enumerate(opens):
            ahead = (opens[(place + 1) % len(opens)] - day - 1) % len(WEEK) + 1
            closed = ahead * DAY_MINUTES + minutes(self.start) - minutes(self.stop)
            found[closed * 60] = (*found.get(closed * 60, ()), WEEK[day])
        return found
