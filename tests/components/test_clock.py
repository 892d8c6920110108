"""Times are checked when the stack is read, not when a CronJob should have run."""

import pytest
from pydantic import TypeAdapter, ValidationError

from components.clock import WEEK, Cron, TimeOfDay, TimeZone, cron

TYPES = {"zone": TypeAdapter(TimeZone), "cron": TypeAdapter(Cron), "time": TypeAdapter(TimeOfDay)}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("zone", "Europe/Berln"),
        ("cron", "0 8 * *"),
        ("cron", "every morning at eight o'clock"),
        ("time", "8:00"),
        ("time", "24:00"),
    ],
)
def test_refuses(kind: str, wrong: str) -> None:
    with pytest.raises(ValidationError):
        TYPES[kind].validate_python(wrong)


def test_names_the_nearest_time_zone() -> None:
    with pytest.raises(ValidationError, match="Europe/Berlin"):
        TYPES["zone"].validate_python("Europe/Berln")


def test_writes_office_hours_as_cron() -> None:
    assert cron("08:30", WEEK[:5]) == "30 8 * * 1,2,3,4,5"


def test_sunday_is_the_day_that_cron_calls_zero() -> None:
    assert cron("00:05", ("sat", "sun")) == "5 0 * * 0,6"
