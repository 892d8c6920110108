"""Versions of one model: which services they are, who gets which share, and what is refused."""

import pytest
from pydantic import ValidationError

from components.model.objects import beside
from components.model.spec import ModelSpec
from components.model.traffic import route
from components.model.variants import variants
from components.types import Manifest
from tests.components.model.sample import AROUND, BASE, model, placed, predictor
from tests.support.problems import parsed

TEXT = """
scaling: {min_replicas: 10, max_replicas: 20}
engine: {context_length: 4096}
versions:
  v1: {}
  v2: {source: 'hf://Qwen/Qwen2.5-7B-Instruct', engine: {max_num_seqs: 64}}
  v0: {source: 'hf://Qwen/Qwen-7B'}
traffic: %s
"""
CANARY = "{stable: v1, canary: v2, step: %d}"


def chat(traffic: str, more: str = "") -> ModelSpec:
    return model(TEXT % traffic + more)


def weights(spec: ModelSpec) -> dict[str, int]:
    return {one.name: one.weight for one in variants("chat", spec)}


def routed(spec: ModelSpec) -> Manifest:
    [made] = route("chat", spec, variants("chat", spec), "models.example")
    return made


def test_a_model_without_versions_is_one_service_of_its_own_name() -> None:
    assert weights(model()) == {"chat": 100}


def test_history_costs_nothing() -> None:
    assert weights(chat("{stable: v1}")) == {"chat-v1": 100}


@pytest.mark.parametrize(
    ("step", "shares"), [(0, (100, 0)), (1, (95, 5)), (2, (50, 50)), (3, (0, 100))]
)
def test_promotion_and_rollback_are_one_changed_step(step: int, shares: tuple[int, int]) -> None:
    assert weights(chat(CANARY % step)) == dict(zip(("chat-v1", "chat-v2"), shares, strict=True))


@pytest.mark.parametrize(("step", "replicas"), [(0, 1), (1, 1), (2, 5), (3, 10)])
def test_a_canary_has_replicas_for_its_share_and_one_at_least(step: int, replicas: int) -> None:
    stable, canary = variants("chat", chat(CANARY % step))

    assert canary.spec.scaling.min_replicas == replicas
    assert stable.spec.scaling.min_replicas == 10


def test_blue_green_is_a_canary_of_one_step() -> None:
    blue = chat("{stable: v1, canary: v2, steps: [100], step: 0}")
    green = chat("{stable: v1, canary: v2, steps: [100], step: 1}")

    assert weights(blue) == {"chat-v1": 100, "chat-v2": 0}
    assert weights(green) == {"chat-v1": 0, "chat-v2": 100}


def test_a_version_adds_to_what_the_model_says() -> None:
    _, canary = variants("chat", chat(CANARY % 1))

    assert canary.spec.source == "hf://Qwen/Qwen2.5-7B-Instruct"
    assert canary.spec.engine.context_length == 4096
    assert canary.spec.engine.max_num_seqs == 64


def test_the_route_has_the_weights_and_the_time_of_a_long_answer() -> None:
    [rule] = routed(chat(CANARY % 1))["spec"]["rules"]

    assert rule["backendRefs"] == [
        {"name": "chat-v1-predictor", "port": 80, "weight": 95},
        {"name": "chat-v2-predictor", "port": 80, "weight": 5},
    ]
    assert rule["timeouts"] == {"request": "600s"}


def test_the_route_has_the_name_that_kserve_would_have_given() -> None:
    made = routed(chat("{stable: v1}"))

    assert made["metadata"] == {"name": "chat", "namespace": "chat"}
    assert made["spec"]["hostnames"] == ["chat-chat.models.example"]
    assert made["spec"]["parentRefs"] == [{"name": "kserve-ingress-gateway", "namespace": "kserve"}]


def test_a_header_goes_to_the_canary_before_any_weight() -> None:
    header = "{stable: v1, canary: v2, header: {name: x-model-variant, value: new}}"
    first, second = routed(chat(header))["spec"]["rules"]

    assert first["matches"][0]["headers"] == [
        {"type": "Exact", "name": "x-model-variant", "value": "new"}
    ]
    assert first["backendRefs"] == [{"name": "chat-v2-predictor", "port": 80}]
    assert [backend["weight"] for backend in second["backendRefs"]] == [100, 0]


def test_in_knative_mode_the_versions_are_revisions_of_one_service() -> None:
    knative = chat(CANARY % 1, "mode: knative\n")
    [one] = variants("chat", knative)

    assert (one.name, one.spec.source) == ("chat", "hf://Qwen/Qwen2.5-7B-Instruct")
    assert not list(route("chat", knative, (one,), None))


@pytest.mark.parametrize(("step", "percent"), [(0, 0), (1, 5), (3, 100)])
def test_in_knative_mode_the_newest_revision_has_the_canarys_share(step: int, percent: int) -> None:
    made = predictor(TEXT % (CANARY % step) + "mode: knative\n")

    assert made["canaryTrafficPercent"] == percent


def test_office_hours_are_those_of_every_running_version() -> None:
    hours = "hours: {time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}"
    spec = chat(CANARY % 1, hours)
    made = [
        manifest
        for one in variants("chat", spec)
        for manifest in beside(one.name, one.spec, placed(one.spec), AROUND)
    ]
    jobs = {m["metadata"]["name"] for m in made if m["kind"] == "CronJob"}

    assert jobs == {f"chat-{v}-hours-{what}" for v in ("v1", "v2") for what in ("start", "stop")}


REFUSED = {
    "no stable version": ("versions: {v1: {}}", "has `versions` but no `traffic: {stable}`"),
    "a version that is not there": (
        "{versions: {v1: {}}, traffic: {stable: v2}}",
        "names a version that is not among `versions`",
    ),
    "a canary of itself": (
        "{versions: {v1: {}}, traffic: {stable: v1, canary: v1}}",
        "the same version",
    ),
    "steps that fall": (
        "{versions: {v1: {}, v2: {}}, traffic: {stable: v1, canary: v2, steps: [50, 5]}}",
        "steps do not climb",
    ),
    "a step beyond the last": (
        "{versions: {v1: {}, v2: {}}, traffic: {stable: v1, canary: v2, step: 9}}",
        "step 9 is beyond the last, which is 3",
    ),
    "a step of nobody": (
        "{versions: {v1: {}}, traffic: {stable: v1, step: 1}}",
        "name the `canary`",
    ),
    "a header in knative": (
        "{mode: knative, versions: {v1: {}, v2: {}}, "
        "traffic: {stable: v1, canary: v2, header: {name: x, value: y}}}",
        "a header chooses between routes",
    ),
    "a version that is no model": (
        "{versions: {v1: {gpus: 2, engine: {tensor_parallel: 4}}}, traffic: {stable: v1}}",
        "version v1: the engine's parallel sizes do not multiply",
    ),
    "a transformer before which version": (
        "{versions: {v1: {}}, traffic: {stable: v1}, transformer: {image: 'a:1'}}",
        "a transformer or explainer stands before one",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ModelSpec.model_validate({**BASE, **parsed(text)})

    assert sentence in str(refused.value)
