"""A mistyped word meets the nearest known one, or the few that there are."""

from components.nearest import did_you_mean


def test_names_the_nearest() -> None:
    assert did_you_mean("onlin", ["online", "batch"]) == "did you mean `online`?"


def test_lists_a_few_when_none_is_near() -> None:
    assert did_you_mean("x", ["online", "batch"]) == "known here: batch, online"


def test_never_lists_hundreds() -> None:
    assert did_you_mean("q", [f"word-{n}" for n in range(100)]).startswith("did you mean")


def test_says_when_there_is_none() -> None:
    assert did_you_mean("x", []) == "there is none yet"
