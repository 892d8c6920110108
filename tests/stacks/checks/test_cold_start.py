"""Zero replicas are refused where a first answer takes longer than was promised, with the parts."""

from typing import Any

import pytest

from tests.support.stack import changed, refusals, refused_at

PATH = "models.small.scaling.min_replicas"


def sleeping(startup: dict[str, Any]) -> dict[str, Any]:
    model = {
        "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
        "tenant": "chat",
        "node_group": "t4",
        "mode": "knative",
        "scaling": {"min_replicas": 0, "max_replicas": 1},
        "startup": startup,
    }
    return changed("models.small", model)


def test_shows_the_budget_with_its_parts() -> None:
    said = refused_at(sleeping({"first_answer_seconds": 60}), PATH)

    assert "node 300 s + image 103 s + weights" in said
    assert "`startup` promises 60 s" in said


def test_no_promise_is_no_excuse() -> None:
    assert "promises nothing" in refused_at(sleeping({}), PATH)


@pytest.mark.parametrize(
    "startup", [{"first_answer_seconds": 3600}, {"accept_cold_start": "a nightly batch waits"}]
)
def test_accepts_a_promise_that_is_kept_and_a_reason_in_words(startup: dict[str, Any]) -> None:
    assert not refusals(sleeping(startup))
