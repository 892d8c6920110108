"""Which chains make sense, and which are refused."""

import pytest

from components.graph.spec import GraphSpec
from tests.support.problems import parsed, refusal

STEP = "{model: a}"
REFUSED = {
    "no beginning": ("nodes: {first: {router: sequence, steps: [{model: a}]}}", "no node `root`"),
    "a step that calls nothing": (
        "nodes: {root: {router: sequence, steps: [{}]}}",
        "exactly one of model, node and url",
    ),
    "a step that calls two things": (
        "nodes: {root: {router: sequence, steps: [{model: a, url: 'http://x/y'}]}}",
        "exactly one of model, node and url",
    ),
    "weights that are not a whole": (
        "nodes: {root: {router: splitter, steps: [{model: a, weight: 40}, {model: b}]}}",
        "do not add up to 100",
    ),
    "weights of a sequence": (
        "nodes: {root: {router: sequence, steps: [{model: a, weight: 100}]}}",
        "only a splitter's steps have weights",
    ),
    "a switch that does not ask": (
        "nodes: {root: {router: switch, steps: [{model: a}]}}",
        "needs a condition",
    ),
    "two steps of one name": (
        "nodes: {root: {router: ensemble, steps: [{model: a, name: x}, {model: b, name: x}]}}",
        "two steps have the same name",
    ),
    "a node that is not there": (
        "nodes: {root: {router: sequence, steps: [{node: more}]}}",
        "calls the node more",
    ),
    "a circle": (
        "nodes: {root: {router: sequence, steps: [{node: b}]}, "
        "b: {router: sequence, steps: [{node: root}]}}",
        "in a circle",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    assert sentence in refusal(GraphSpec, f"tenant: chat\n{text}")


def test_knows_every_service_it_calls() -> None:
    spec = GraphSpec.model_validate(
        parsed(
            "{tenant: chat, nodes: {root: {router: sequence, steps: [{model: a}, {node: b}]}, "
            "b: {router: ensemble, steps: [{model: c}, {url: 'http://x'}]}}}"
        )
    )

    assert spec.models() == {"a", "c"}
