from typing import Any

import pytest

from stacks.parse import parse
from tests.support.stack import changed, refused_at

PROPORTION = {
    "actions": ["allocate"],
    "tiers": [[{"name": name} for name in ("priority", "gang", "predicates", "proportion")]],
}


def on(scheduler: dict[str, Any] | None, queue: dict[str, Any]) -> dict[str, Any]:
    made = changed("queues.online", queue)
    if scheduler is not None:
        made["platform"]["volcano"] = {"scheduler": scheduler}
    return made


@pytest.mark.parametrize(
    ("scheduler", "queue", "path"),
    [
        (None, {"weight": 4}, "queues.online.weight"),
        (PROPORTION, {"deserved": {"gpus": 1}}, "queues.online.deserved"),
    ],
)
def test_a_share_that_the_scheduler_does_not_read_is_refused(
    scheduler: dict[str, Any] | None, queue: dict[str, Any], path: str
) -> None:
    assert "this scheduler does not have" in refused_at(on(scheduler, queue), path)


@pytest.mark.parametrize(
    ("scheduler", "queue"), [(PROPORTION, {"weight": 4}), (None, {"deserved": {"gpus": 1}})]
)
def test_a_share_that_the_scheduler_reads_is_accepted(
    scheduler: dict[str, Any] | None, queue: dict[str, Any]
) -> None:
    assert parse(on(scheduler, queue)).queues["online"]
