"""Office hours: when the model is closed, and what are none."""

import pytest

from components.clock import WEEK
from components.hours.spec import Hours
from tests.support.problems import parsed, refusal

OFFICE = Hours.model_validate(parsed("{time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{time_zone: UTC, start: '19:00', stop: '08:00'}", "start is not before stop"),
        ("{time_zone: UTC, start: '08:00', stop: '19:00', days: [mon, mon]}", "twice"),
        ("{time_zone: UTC, start: '08:00', stop: '19:00', days: []}", "at least 1 item"),
    ],
)
def test_refuses(text: str, sentence: str) -> None:
    assert sentence in refusal(Hours, text)


def test_is_closed_over_night_and_over_the_weekend() -> None:
    assert OFFICE.closings() == {13 * 3600: ("mon", "tue", "wed", "thu"), 61 * 3600: ("fri",)}


@pytest.mark.parametrize(
    ("days", "closed"),
    [
        ("[wed]", {7 * 86400 - 11 * 3600: ("wed",)}),
        ("[sat, sun]", {13 * 3600: ("sat",), 6 * 86400 - 11 * 3600: ("sun",)}),
        ("[mon, tue, wed, thu, fri, sat, sun]", {13 * 3600: WEEK}),
    ],
)
def test_opens_on_the_next_of_its_days(days: str, closed: dict[int, tuple[str, ...]]) -> None:
    text = f"{{time_zone: UTC, start: '08:00', stop: '19:00', days: {days}}}"
    assert Hours.model_validate(parsed(text)).closings() == closed
