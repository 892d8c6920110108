"""When a model runs: office hours by the clock of a place, stopped at all other times."""

from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from components.clock import WEEK, Day, TimeOfDay, TimeZone, minutes
from components.types import Spec


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

    def open_at(self, moment: datetime) -> bool:
        """Whether the model is meant to run at `moment`, which must know its own time zone."""
        local = moment.astimezone(ZoneInfo(self.time_zone))
        now = local.hour * 60 + local.minute
        today = WEEK[local.weekday()] in self.days
        return today and minutes(self.start) <= now < minutes(self.stop)
