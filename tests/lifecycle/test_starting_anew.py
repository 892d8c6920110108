"""Whom the plan says to start anew, KServe and Knative start anew, and nobody else."""

import pytest

from planning.change.recorded import Resource, Resources
from planning.change.rollouts import rollouts
from simulation.outcome.outcome import Seen
from stacks.config import StackConfig
from stacks.inference import inference
from stacks.parse import parse
from tests.lifecycle.changing import TENANT, Changing, raw, stack
from tests.lifecycle.life import eventually
from tests.support.recorder import record

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]

PATIENCE = 90
LONG_ENOUGH = 5
"""Seconds; who starts here has been made within one."""

DRAIN = "protection: {drain_seconds: 2}"
SLOWLY = "timeout_seconds: 60, rollout: {strategy: recreate}"
CLASSIC = "{source: 's3://models/m', node_group: system, server: {format: sklearn}, %s}"
ONE, TWO = "'vllm/vllm-openai:v1.0.1'", "'vllm/vllm-openai:v1.0.2'"
CHAINS: dict[str, list[tuple[str, str, bool]]] = {
    "a model on vLLM": [
        ("it is there", "{}", True),
        ("another image", f"image: {ONE}", True),
        ("an option of the engine", f"{{image: {ONE}, engine: {{max_num_seqs: 96}}}}", True),
        ("a longer drain", f"{{image: {ONE}, protection: {{drain_seconds: 2}}}}", True),
        ("another timeout", f"{{image: {ONE}, timeout_seconds: 60, {DRAIN}}}", False),
        ("another way to roll out", f"{{image: {ONE}, {SLOWLY}, {DRAIN}}}", False),
        ("another priority", f"{{image: {ONE}, {SLOWLY}, {DRAIN}, priority: placeholder}}", True),
    ],
    "a model with a scaler": [
        ("it is there", CLASSIC % "timeout_seconds: 60", True),
        ("a scaler of its own", CLASSIC % "scaling: {max_replicas: 2, by: {cpu: 70}}", True),
        ("wider bounds", CLASSIC % "scaling: {max_replicas: 3, by: {cpu: 70}}", False),
        ("another target", CLASSIC % "scaling: {max_replicas: 3, by: {cpu: 80}}", False),
    ],
    "a model in Knative mode": [
        ("it is there", "mode: knative", True),
        ("another image", f"{{mode: knative, image: {TWO}}}", True),
        ("another timeout", f"{{mode: knative, image: {TWO}, timeout_seconds: 60}}", True),
    ],
}


def asked(model: str, image: str = "vllm/vllm-openai:v1.0.0") -> StackConfig:
    return parse({**raw({"llm": model}), "runtime": {"image": image}})


def resources(config: StackConfig) -> Resources:
    """As a golden file would record them."""
    made = record(lambda: inference(config))
    return {(r.type, r.name): Resource(type=r.type, name=r.name, inputs=r.inputs) for r in made}


def said(before: StackConfig, after: StackConfig) -> bool:
    return rollouts(resources(before), resources(after), after) != []


def pods(world: Changing) -> set[str]:
    seen = Seen(world.plane.api.get(f"/api/v1/namespaces/{TENANT}/pods")["items"])
    return {pod["metadata"]["uid"] for pod in seen.pods_of("llm", TENANT)}


def started_anew(world: Changing, after: StackConfig, seconds: float) -> bool:
    there = pods(world)
    world.make(after)
    return bool(eventually(lambda: not pods(world) <= there, seconds=seconds))


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
def test_who_starts_anew_is_who_was_said_to(
    world: Changing, chain: list[tuple[str, str, bool]]
) -> None:
    before = stack({})
    for what, model, anew in chain:
        after = asked(model)
        known = "llm" in before.models
        assert not known or said(before, after) is anew, what
        assert started_anew(world, after, PATIENCE if anew else LONG_ENOUGH) is anew, what
        assert world.settle(after) == [], what
        before = after


def test_a_runtime_s_new_image_starts_its_models_anew(world: Changing) -> None:
    before, after = asked("{}"), asked("{}", image="vllm/vllm-openai:v1.0.1")
    assert world.settle(world.make(before)) == []

    assert said(before, after)
    assert started_anew(world, after, PATIENCE)
