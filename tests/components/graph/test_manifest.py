"""What a chain becomes: KServe's words for its routers, steps and dependencies."""

import pytest

from components.graph.manifest import inference_graph
from components.graph.spec import GraphSpec
from components.types import Manifest
from tests.support.problems import parsed

TEXT = """
tenant: chat
timeout_seconds: 120
min_replicas: 2
max_replicas: 4
nodes:
  root:
    router: sequence
    steps:
      - {name: detect, model: language}
      - {node: by-language, data: response, dependency: soft}
  by-language:
    router: switch
    steps: [{model: german, condition: 'predictions.#(=="de")'}]
"""


def graph(more: str = "") -> Manifest:
    return inference_graph("support", GraphSpec.model_validate(parsed(TEXT + more)))


def test_each_step_says_what_it_calls_and_what_it_is_given() -> None:
    spec = graph()["spec"]

    assert spec["nodes"]["root"] == {
        "routerType": "Sequence",
        "steps": [
            {"name": "detect", "serviceName": "language", "dependency": "Hard"},
            {"nodeName": "by-language", "data": "$response", "dependency": "Soft"},
        ],
    }


@pytest.mark.parametrize(
    ("router", "spelt"),
    [("sequence", "Sequence"), ("ensemble", "Ensemble"), ("switch", "Switch")],
)
def test_spells_the_routers_as_kserve_does(router: str, spelt: str) -> None:
    root = {"router": router, "steps": [{"model": "b", "condition": "c"}]}
    spec = GraphSpec.model_validate({"tenant": "a", "nodes": {"root": root}})
    made = inference_graph("g", spec)

    assert made["spec"]["nodes"]["root"]["routerType"] == spelt


def test_shares_are_weights() -> None:
    text = (
        "{tenant: a, nodes: {root: {router: splitter, steps: "
        "[{model: b, weight: 80}, {model: c, weight: 20}]}}}"
    )
    made = inference_graph("g", GraphSpec.model_validate(parsed(text)))

    assert [s["weight"] for s in made["spec"]["nodes"]["root"]["steps"]] == [80, 20]


def test_the_router_scales_by_itself_and_has_its_time() -> None:
    spec = graph()["spec"]

    assert (spec["minReplicas"], spec["maxReplicas"], spec["timeout"]) == (2, 4, 120)


def test_is_stopped_by_the_same_annotation_as_a_model() -> None:
    annotations = graph("stopped: true\n")["metadata"]["annotations"]

    assert annotations["serving.kserve.io/stop"] == "true"
    assert "serving.kserve.io/stop" not in graph()["metadata"]["annotations"]
