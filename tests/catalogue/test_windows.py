import pytest

from catalogue.windows import WINDOWS, Window


def window(first: str | None, last: str | None) -> Window:
    return Window(component="a", since="1.0", of="b", first=first, last=last, source="s")


@pytest.mark.parametrize("version", ["1.33.0", "1.33", "1.33.9", "1.34.1", "1.35", "1.35.7"])
def test_both_ends_are_inside(version: str) -> None:
    assert window("1.33", "1.35").holds(version)


@pytest.mark.parametrize("version", ["1.32.9", "1.36", "2.0", "0.40"])
def test_what_is_beyond_is_outside(version: str) -> None:
    assert not window("1.33", "1.35").holds(version)


def test_an_open_end_has_no_beyond() -> None:
    assert window("1.33", None).holds("9.0")
    assert window(None, "1.35").holds("0.1")


def test_versions_are_numbers_and_not_text() -> None:
    assert window("1.9", None).holds("1.10")


def test_a_newer_version_has_reached_what_an_older_one_said() -> None:
    assert window("1", None).reached_by("1.2.3")
    assert not window("1", None).reached_by("0.9")


def test_every_window_says_who_says_so_and_bounds_something() -> None:
    assert all(w.source and (w.first or w.last) for w in WINDOWS)
