"""Times as a stack writes them: a time of day, days of the week, a time zone, a cron expression."""

import re
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, StringConstraints

from components.nearest import did_you_mean

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""`08:30`, on the 24-hour clock."""

CRON_FIELDS = 5
CRON_FIELD = re.compile(r"(\*|\d+|[a-zA-Z]{3})([-/,](\d+|[a-zA-Z]{3}))*")


def _time_zone(name: str) -> str:
    known = available_timezones()
    if name not in known:
        raise ValueError(f"{name!r} is no time zone; {did_you_mean(name, known)}")
    return name


def _cron(expression: str) -> str:
    fields = expression.split()
    if len(fields) != CRON_FIELDS or not all(CRON_FIELD.fullmatch(field) for field in fields):
        raise ValueError(
            "is no cron expression; write minute, hour, day, month and weekday, as in `0 8 * * 1-5`"
        )
    return expression


TimeZone = Annotated[str, AfterValidator(_time_zone)]
"""A name of the IANA database, as in `Europe/Berlin`."""

Cron = Annotated[str, AfterValidator(_cron)]


def minutes(time: TimeOfDay) -> int:
    """Since midnight."""
    return int(time[:2]) * 60 + int(time[3:])


def cron(time: TimeOfDay, days: tuple[Day, ...]) -> str:
    """`08:30` on `mon` to `fri` as cron: Sunday is 0."""
    numbers = sorted((WEEK.index(day) + 1) % 7 for day in days)
    return f"{int(time[3:])} {int(time[:2])} * * {','.join(map(str, numbers))}"
