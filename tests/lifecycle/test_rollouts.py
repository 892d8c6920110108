"""What the check of rollouts accepts ends, and what it refuses waits for ever, on real controllers.

Each case is a stack on three nodes of one GPU; its update is another image for the same model.
"""

from dataclasses import dataclass

import pytest

from stacks.checks.rollout import rollout
from stacks.config import StackConfig
from tests.lifecycle.changing import Changing, raw
from tests.lifecycle.life import eventually

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]

OLD, NEW = "vllm/vllm-openai:v1.0.1", "vllm/vllm-openai:v1.0.2"
LONG_ENOUGH = 20
"""Seconds; what ends here ends within a few."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A model of `replicas` beside `neighbours`; an update may make it `short` of some."""

    model: str
    replicas: int
    neighbours: int = 0
    short: int = 0


ACCEPTED = {
    "in place on full GPUs": Case(model="rollout: {strategy: in_place}", replicas=3, short=1),
    "recreated on full GPUs": Case(model="rollout: {strategy: recreate}", replicas=3, short=3),
    "by itself beside a neighbour": Case(model="mode: standard", replicas=2, neighbours=1, short=1),
    "by itself beside a free GPU": Case(model="mode: standard", replicas=2),
    "a surge beside a free GPU": Case(model="rollout: {strategy: surge}", replicas=2),
    "a revision beside as many free GPUs": Case(model="mode: knative", replicas=1),
    "a revision in the last free GPU": Case(model="mode: knative", replicas=1, neighbours=1),
}
REFUSED = {
    "a surge on full GPUs": Case(model="rollout: {strategy: surge}", replicas=3),
    "a surge into a neighbour's GPU": Case(
        model="rollout: {strategy: surge}", replicas=2, neighbours=1
    ),
    "a revision into a neighbour's GPU": Case(model="mode: knative", replicas=1, neighbours=2),
}


def asked(case: Case, image: str) -> StackConfig:
    """The stack as it would be without the check."""
    count = "scaling: {min_replicas: %d, max_replicas: %d}"
    models = {"llm": f"{{image: '{image}', {case.model}, {count % ((case.replicas,) * 2)}}}"}
    if case.neighbours:
        models["neighbour"] = f"{{{count % ((case.neighbours,) * 2)}}}"
    return StackConfig.model_validate(raw(models))


@pytest.mark.parametrize("case", ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_accepted_ends_and_is_no_shorter_than_it_says(world: Changing, case: Case) -> None:
    assert list(rollout(asked(case, NEW))) == []
    assert world.settle(world.make(asked(case, OLD))) == []

    with world.watched("llm") as counts:
        world.make(asked(case, NEW))
        assert eventually(lambda: world.images("llm").count(NEW) == case.replicas)

    assert min(counts) >= case.replicas - case.short


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_never_ends(world: Changing, case: Case) -> None:
    assert list(rollout(asked(case, NEW))) != []
    assert world.settle(world.impose(asked(case, OLD))) == []

    with world.watched("llm") as counts:
        world.impose(asked(case, NEW))
        ends = eventually(
            lambda: world.images("llm").count(NEW) == case.replicas, seconds=LONG_ENOUGH
        )

    assert not ends
    assert min(counts) >= case.replicas
