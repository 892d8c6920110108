"""An update that would wait for ever is refused beforehand, with what is missing."""

from typing import Any

import pytest

from stacks.parse import parse
from stacks.served import served
from tests.support.stack import JOB, changed, refusals, refused_at

KEPT = {"claim": "kept", "every_minutes": 10}


def stack(nodes: int, **model: Any) -> dict[str, Any]:
    """One model on `nodes` nodes of one T4 each."""
    asked = {
        "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
        "tenant": "chat",
        "node_group": "t4",
        **model,
    }
    made = changed("models.small", asked)
    made["node_groups"]["t4"]["max_nodes"] = nodes
    made.setdefault("platform", {})["gateway"] = {"domain": "models.example"}
    return made


def numbers(raw: dict[str, Any]) -> dict[str, int]:
    service = served(parse(raw))["small"].objects[0]
    found = service["spec"]["predictor"]["deploymentStrategy"]["rollingUpdate"]
    return dict(found)


def test_refuses_a_surge_on_full_gpus_with_a_witness() -> None:
    said = refused_at(stack(1, rollout={"strategy": "surge"}), "models.small.rollout")

    assert "an update starts 1 × 1 GPUs beside the running ones" in said
    assert "`t4` has 0 free" in said


def test_refuses_knative_on_full_gpus_for_it_knows_no_other_way() -> None:
    said = refused_at(
        stack(3, mode="knative", scaling={"min_replicas": 2, "max_replicas": 2}),
        "models.small.mode",
    )

    assert "an update starts 2 × 1 GPUs beside the running ones" in said
    assert "has 1 free" in said


@pytest.mark.parametrize("model", [{"rollout": {"strategy": "surge"}}, {"mode": "knative"}])
def test_accepts_both_where_a_gpu_is_free(model: dict[str, Any]) -> None:
    assert not refusals(stack(2, **model))


def test_surges_by_itself_only_where_a_gpu_is_free() -> None:
    assert numbers(stack(2)) == {"maxSurge": 1, "maxUnavailable": 0}
    assert numbers(stack(1)) == {"maxSurge": 0, "maxUnavailable": 1}


def test_both_versions_count() -> None:
    versions = {
        "versions": {"v1": {}, "v2": {}},
        "traffic": {"stable": "v1", "canary": "v2"},
        "rollout": {"strategy": "surge"},
    }

    assert "has 0 free" in refused_at(stack(2, **versions), "models.small.rollout")
    assert not refusals(stack(3, **versions))


def test_a_stopped_model_takes_nothing_unless_its_gpus_are_reserved() -> None:
    raw = stack(1, rollout={"strategy": "surge"}, stopped=True)
    assert not refusals(raw)

    raw["models"]["small"]["reserve"] = "online"
    assert refused_at(raw, "models.small.rollout")


def test_a_gpu_on_another_node_is_no_help_to_a_model_of_several() -> None:
    raw = changed(
        "models.big",
        {
            "source": "hf://meta-llama/Llama-3.1-70B-Instruct",
            "tenant": "chat",
            "node_group": "a100",
            "gpus": 4,
            "engine": {"context_length": 8192},
            "rollout": {"strategy": "surge"},
            "scaling": {"min_replicas": 2, "max_replicas": 2},
        },
    )
    raw["node_groups"]["a100"]["max_nodes"] = 1
    assert "0 of them on one node" in refused_at(raw, "models.big.rollout")

    raw["node_groups"]["a100"]["max_nodes"] = 2
    assert not refusals(raw)


def full(**more: Any) -> dict[str, Any]:
    """A model of one GPU where a second is free, as far as nodes go."""
    return stack(2, rollout={"strategy": "surge"}) | more


def test_a_quota_hinders_who_has_a_node() -> None:
    raw = full()
    raw["tenants"] = {"chat": {**raw["tenants"]["chat"], "quota": {"gpus": 1}}}
    said = refused_at(raw, "models.small.rollout")

    assert "tenant `chat` has 0 of 1 GPUs left" in said
    del raw["models"]["small"]["rollout"]
    assert numbers(raw) == {"maxSurge": 0, "maxUnavailable": 1}
    raw["tenants"]["chat"]["quota"] = {"gpus": 2}
    assert numbers(raw) == {"maxSurge": 1, "maxUnavailable": 0}


def test_a_quota_counts_a_job_that_yields_for_a_quota_preempts_nobody() -> None:
    raw = full(jobs={"tune": JOB | {"gpus": 2}})
    raw["tenants"] = {"chat": {**raw["tenants"]["chat"], "quota": {"gpus": 3}}}

    assert "has 0 of 3 GPUs left" in refused_at(raw, "models.small.rollout")
    raw["tenants"]["chat"]["quota"] = {"gpus": 4}
    assert not refusals(raw)


@pytest.mark.parametrize("limited", ["online", "above"])
def test_a_queue_and_those_above_it_hinder_who_has_a_node(limited: str) -> None:
    raw = full()
    raw["queues"] = {"above": {}, "online": {"parent": "above"}}
    raw["queues"][limited]["capability"] = {"gpus": 1}

    assert f"queue `{limited}` has 0 of 1 GPUs left" in refused_at(raw, "models.small.rollout")
    raw["queues"][limited]["capability"] = {"gpus": 2}
    assert not refusals(raw)


@pytest.mark.parametrize(("yields", "hinders"), [(True, False), (False, True)])
def test_a_job_hinders_only_if_it_does_not_yield(yields: bool, hinders: bool) -> None:
    job = JOB | {"node_group": "t4", "preemptable": yields, "checkpoint": KEPT}
    raw = full(jobs={"tune": job | {"may_lose_minutes": 60}})

    assert bool(refusals(raw)) == hinders
    assert not hinders or "`t4` has 0 free" in refused_at(raw, "models.small.rollout")
