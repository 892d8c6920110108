"""Which ways of scaling make sense, whatever is scaled."""

import pytest

from components.scaler.spec import Scaling
from tests.support.problems import refusal

REFUSED = {
    "a GPU's utilisation": (
        "{max_replicas: 2, by: {gpu_utilization: 80}}",
        "a GPU's utilisation is high as soon as one request runs",
    ),
    "two scalers": ("{max_replicas: 2, by: {cpu: 70, concurrency: 4}}", "keep one scaler"),
    "no scaler": ("{max_replicas: 2, by: {}}", "exactly one may decide, here are 0"),
    "a signal without a number": ("{max_replicas: 2, by: {vllm: {}}}", "names no signal"),
    "a scaler that has nothing to decide": (
        "{min_replicas: 2, max_replicas: 2, by: {cpu: 70}}",
        "there is nothing to decide",
    ),
    "a range upside down": ("{min_replicas: 3, max_replicas: 2}", "above max_replicas 2"),
    "never running": ("{min_replicas: 0, max_replicas: 0}", "write `stopped: true`"),
    "a floor above the range": (
        "{max_replicas: 2, floors: [{time_zone: UTC, start: 0 8 * * *, end: 0 9 * * *, "
        "replicas: 3}]}",
        "a floor of 3 is not above min and up to max",
    ),
    "a floor that is the minimum anyway": (
        "{max_replicas: 2, floors: [{time_zone: UTC, start: 0 8 * * *, end: 0 9 * * *, "
        "replicas: 1}]}",
        "a floor of 1 is not above min and up to max",
    ),
    "a fallback outside the range": (
        "{max_replicas: 2, fallback_replicas: 5}",
        "fallback_replicas 5 is not between min and max",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    assert sentence in refusal(Scaling, text)


def test_a_fixed_number_needs_no_scaler() -> None:
    assert refusal(Scaling, "{min_replicas: 3, max_replicas: 3}") == ""
