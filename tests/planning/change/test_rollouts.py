"""Who starts anew is said before it happens: for how long, and whether anybody answers then."""

import copy
from typing import Any

import pytest

from planning.change.recorded import Resource, Resources
from planning.change.rollouts import SERVICE, UNSEEN_BY_PODS, Rollout, rollouts
from stacks.config import StackConfig
from stacks.parse import parse
from stacks.served import served
from tests.support.schema import validator
from tests.support.stack import changed

IMAGE: dict[str, Any] = {"image": "vllm/vllm-openai:v1.0.2"}


def stack(nodes: int = 3, **model: Any) -> StackConfig:
    """One model on `nodes` nodes of one T4 each, with metrics to scale by."""
    raw = changed("node_groups.t4.max_nodes", nodes)
    raw["metrics"] = {"prometheus_url": "http://prometheus.monitoring.svc:9090"}
    raw["models"]["small"] |= model
    return parse(raw)


def resources(config: StackConfig, *others: Resource) -> Resources:
    """What the stack asks for its models, as a golden records it."""
    manifests = [one.objects[0] for one in served(config).values()]
    services = [
        Resource(type=SERVICE, name=m["metadata"]["name"], inputs=copy.deepcopy(m))
        for m in manifests
    ]
    return {(one.type, one.name): one for one in (*services, *others)}


def of_change(old: StackConfig, new: StackConfig) -> list[Rollout]:
    return rollouts(resources(old), resources(new), new)


def runtime(image: str) -> Resource:
    spec = {"containers": [{"image": image}]}
    inputs = {"metadata": {"name": "platform-vllm"}, "spec": spec}
    kind = "kubernetes:serving.kserve.io/v1alpha1:ClusterServingRuntime"
    return Resource(type=kind, name="platform-vllm", inputs=inputs)


def test_nobody_starts_anew_where_nothing_changes() -> None:
    assert of_change(stack(), stack()) == []


def test_wider_bounds_of_the_same_scaler_start_nobody_anew() -> None:
    narrow, wide = ({"min_replicas": 1, "max_replicas": most} for most in (2, 3))

    assert of_change(stack(scaling=narrow), stack(scaling=wide)) == []


def test_another_kind_of_scaler_starts_everybody_anew_and_says_why() -> None:
    scaled = stack(scaling={"min_replicas": 1, "max_replicas": 2})

    [found] = of_change(stack(), scaled)

    assert "metadata.annotations.serving.kserve.io/autoscalerClass" in found.paths


def test_a_model_that_is_new_or_stops_starts_nobody_anew() -> None:
    assert rollouts({}, resources(stack()), stack()) == []
    assert of_change(stack(), stack(stopped=True)) == []


def test_the_only_replica_in_place_leaves_nobody_who_answers() -> None:
    [found] = of_change(stack(nodes=1), stack(nodes=1, **IMAGE))

    assert (found.how, found.silent) == ("in_place", True)
    assert "nobody answers meanwhile" in found.says


def test_a_free_gpu_lets_the_new_stand_beside_the_old() -> None:
    [found] = of_change(stack(), stack(**IMAGE))

    assert (found.how, found.silent) == ("surge", False)
    assert "nobody is missing" in found.says


@pytest.mark.parametrize(("strategy", "times"), [("in_place", 3), ("recreate", 1)])
def test_replicas_come_one_after_another_or_all_at_once(strategy: str, times: int) -> None:
    three: dict[str, Any] = {"scaling": {"min_replicas": 3, "max_replicas": 3}}
    rollout: dict[str, Any] = {
        "rollout": {"strategy": strategy},
        "startup": {"engine_seconds": 600},
    }
    [all_of_them] = of_change(stack(**three, **rollout), stack(**three, **rollout, **IMAGE))
    [one] = of_change(stack(**rollout), stack(**rollout, **IMAGE))

    assert all_of_them.seconds == times * one.seconds
    assert all_of_them.silent == (strategy == "recreate")


def test_in_knative_mode_every_field_makes_a_revision_beside_the_old() -> None:
    before, after = (
        stack(6, mode="knative", scaling={"min_replicas": 1, "max_replicas": most})
        for most in (2, 3)
    )

    [found] = of_change(before, after)

    assert found.how == "revision"
    assert "spec.predictor.maxReplicas" in found.paths


def test_a_service_that_is_replaced_is_not_said_to_start_anew_as_well() -> None:
    assert of_change(stack(), stack(mode="knative")) == []


def test_a_runtime_takes_its_models_along() -> None:
    config = stack()
    old, new = (resources(config, runtime(f"vllm:{tag}")) for tag in ("1", "2"))

    [found] = rollouts(old, new, config)

    assert found.paths == ("runtime platform-vllm: spec.containers[0].image",)


@pytest.mark.shared
@pytest.mark.parametrize("field", UNSEEN_BY_PODS)
def test_what_no_pod_sees_is_called_so_by_the_newest_definition(field: str) -> None:
    schema: Any = validator("serving.kserve.io/v1beta1", "InferenceService").schema

    assert field in schema["properties"]["spec"]["properties"]["predictor"]["properties"]
