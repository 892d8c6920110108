"""Stacks as plain data, each with the one finding that it is about."""

from datetime import date
from typing import Any

from tests.planning.configs import jobs, models
from tests.support.stack import STACK

TODAY = date(2026, 11, 22)
WAIVER = {"rule": "quota-unknown", "about": "planning.quotas", "reason": "asked AWS"}


def stack(**sections: Any) -> dict[str, Any]:
    return {**STACK, **sections}


def groups(**t4: Any) -> dict[str, Any]:
    return {**STACK["node_groups"], "t4": {"instance_type": "g4dn.xlarge", "max_nodes": 3, **t4}}


def tight(**engine: Any) -> dict[str, Any]:
    """A model that just fits its GPU."""
    model = {"source": "hf://meta-llama/Llama-3.1-8B-Instruct", "node_group": "a10g"}
    return stack(
        models=models(m={**model, "engine": engine}),
        node_groups=groups() | {"a10g": {"instance_type": "g5.2xlarge"}},
    )


THREE = {"min_replicas": 3, "max_replicas": 3}
TO_TWO = {"min_replicas": 1, "max_replicas": 2}
TO_THREE = {"min_replicas": 1, "max_replicas": 3}
TENANT_OF_TWO = {"chat": {**STACK["tenants"]["chat"], "quota": {"gpus": 2}}}
PRIORITIES = {"online": {"value": 1000}, "batch": {"value": 1}}

CASES: dict[str, tuple[dict[str, Any], tuple[str, str, str]]] = {
    "an architecture nobody described": (
        stack(models=models(m={"source": "s3://b/m"})),
        ("warning", "model-architecture-unknown", "models.m"),
    ),
    "a fit that is not certain": (
        tight(context_length=28672),
        ("warning", "model-fit-uncertain", "models.m"),
    ),
    "a start that KServe calls failed before it ends": (
        stack(models=models(m={"startup": {"engine_seconds": 700}})),
        ("warning", "model-start-called-failed", "models.m"),
    ),
    "a share of the GPU that is not free": (
        stack(models=models(m={"engine": {"gpu_memory_utilization": 0.99}})),
        ("warning", "model-share-not-free", "models.m"),
    ),
    "fewer typical requests at once than wanted": (
        stack(planning={"typical_context": 32768, "min_concurrency": 100}),
        ("warning", "model-concurrency-low", "models.small"),
    ),
    "a context that only one request can use": (
        tight(context_length=20480),
        ("warning", "model-context-unreachable", "models.m"),
    ),
    "no room at minimum": (
        stack(models=models(m={"scaling": THREE}), node_groups=groups(max_nodes=2)),
        ("refusal", "replicas-waiting-at-minimum", "models.m"),
    ),
    "no room at maximum": (
        stack(models=models(m={"scaling": TO_THREE}), node_groups=groups(max_nodes=2)),
        ("warning", "replicas-waiting-at-maximum", "models.m"),
    ),
    "a running replica that gives way": (
        stack(
            priorities=PRIORITIES,
            models=models(
                low={"preemptable": True, "priority": "batch"}, high={"scaling": TO_THREE}
            ),
        ),
        ("warning", "replicas-preempted", "models.low"),
    ),
    "a model on one node": (
        stack(),
        ("warning", "model-down-on-loss", "models.small"),
    ),
    "zones of which Kubernetes gives up one node after another": (
        stack(platform={"zone_tainter": None}, node_groups=groups(zones=["a", "b"], min_nodes=3)),
        ("warning", "zone-given-up-slowly", "platform.zone_tainter"),
    ),
    "a queue that may have less than its models ask for": (
        stack(queues={"online": {"capability": {"gpus": 2}}}, models=models(m={"scaling": THREE})),
        ("refusal", "queue-capability-exceeded", "queues.online"),
    ),
    "a queue that is full before its models are": (
        stack(
            queues={"online": {"capability": {"gpus": 2}}}, models=models(m={"scaling": TO_THREE})
        ),
        ("warning", "queue-capability-exceeded", "queues.online"),
    ),
    "a job that finds no room beside the models at their least": (
        stack(models=models(m={"node_group": "a100"}), jobs=jobs(j={"gpus": 8})),
        ("refusal", "job-never-starts", "jobs.j"),
    ),
    "a job that waits for another": (
        stack(jobs=jobs(a={"gpus": 8}, b={"gpus": 8})),
        ("warning", "job-waits-for-jobs", "jobs.b"),
    ),
    "a job that gives way when the models grow": (
        stack(
            priorities=PRIORITIES,
            models=models(m={"node_group": "a100", "gpus": 4, "scaling": TO_TWO}),
            jobs=jobs(j={"gpus": 4, "priority": "batch"}),
        ),
        ("warning", "job-preempted", "jobs.j"),
    ),
    "a job that its tenant's quota leaves no room for": (
        stack(tenants=TENANT_OF_TWO, jobs=jobs(j={"gpus": 2})),
        ("refusal", "job-exceeds-quota", "jobs.j"),
    ),
    "a model that its tenant's quota can never admit": (
        stack(tenants=TENANT_OF_TWO, models=models(m={"scaling": TO_THREE})),
        ("refusal", "model-exceeds-quota", "models.m.scaling.max_replicas"),
    ),
    "a queue that is full only while a job runs": (
        stack(queues={"online": {"capability": {"gpus": 2}}}, jobs=jobs(j={"gpus": 2})),
        ("warning", "queue-capability-exceeded", "queues.online"),
    ),
    "a spot quota nobody stated": (
        stack(node_groups=groups(spot={})),
        ("warning", "quota-unknown", "planning.quotas"),
    ),
    "a quota that is too low for the maximum": (
        stack(planning={"quotas": {"g_vcpus": 3}}),
        ("refusal", "quota-exceeded", "planning.quotas"),
    ),
    "a quota nobody stated": (
        stack(),
        ("warning", "quota-unknown", "planning.quotas"),
    ),
    "a zone that does not offer the type": (
        stack(
            node_groups=groups(zones=["us-east-1a", "us-east-1e"]),
            planning={"zones": {"g4dn.xlarge": ["us-east-1a"]}},
        ),
        ("refusal", "zone-without-instance-type", "node_groups.t4"),
    ),
    "a price nobody stated": (
        stack(planning={"region": "eu-central-1"}),
        ("warning", "price-unknown", "node_groups.t4"),
    ),
    "a spot price nobody stated": (
        stack(node_groups=groups(spot={})),
        ("warning", "price-spot-unknown", "node_groups.t4"),
    ),
    "a job that waits for its zone": (
        stack(
            node_groups=groups(zones=["z-1", "z-2"], max_nodes=4),
            priorities=PRIORITIES,
            jobs=jobs(m={"node_group": "t4", "workers": 2, "near": "zone"}),
        ),
        ("warning", "job-near-preempts-nobody", "jobs.m"),
    ),
    "zones apart in one zone": (
        stack(node_groups=groups(zones=["z-1"]), models=models(m={"scaling": TO_THREE})),
        ("warning", "model-apart-in-one-zone", "models.m"),
    ),
    "a spreading group with somebody who needs a whole node": (
        stack(
            node_groups={
                **groups(),
                "a100": {"instance_type": "p4de.24xlarge", "packing": "spread"},
            },
            models=models(m={"node_group": "a100", "gpus": 8}),
        ),
        ("warning", "group-spreads-before-large", "node_groups.a100"),
    ),
    "a model on nodes that may all go": (
        stack(
            node_groups=groups(spot={}),
            models=models(m={"protection": {"on_spot": True, "drain_seconds": 60}}),
        ),
        ("warning", "model-on-spot-alone", "models.m"),
    ),
    "a budget of the stack that is crossed": (
        stack(planning={"budgets": {"stack": {"monthly": 100}}}),
        ("refusal", "budget-crossed", "planning.budgets.stack"),
    ),
    "a budget of a tenant that is crossed, to be warned of": (
        stack(planning={"budgets": {"tenants": {"chat": {"monthly": 100, "crossing": "warn"}}}}),
        ("warning", "budget-crossed", "planning.budgets.tenants.chat"),
    ),
    "a finding that somebody answers for": (
        stack(planning={"waivers": [WAIVER | {"expires": "2026-11-22"}]}),
        ("waived", "quota-unknown", "planning.quotas"),
    ),
    "a waiver that meets nothing": (
        stack(planning={"waivers": [WAIVER | {"rule": "quota-unknwon", "expires": "2026-11-22"}]}),
        ("warning", "waiver-unused", "planning.waivers"),
    ),
    "a waiver that is over": (
        stack(planning={"waivers": [WAIVER | {"expires": "2026-11-21"}]}),
        ("warning", "waiver-expired", "planning.waivers"),
    ),
}
