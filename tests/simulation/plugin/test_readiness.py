from typing import Any

import pytest

from simulation.plugin import readiness
from simulation.plugin.readiness import READY, Hopeless
from simulation.plugin.values import Properties

ROLLED_OUT = [
    {"type": "Available", "status": "True"},
    {"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable"},
]
ROLLING = [
    {"type": "Available", "status": "False", "message": "too few pods"},
    {"type": "Progressing", "status": "True", "reason": "ReplicaSetUpdated"},
]


def deployment(generation: int = 1, replicas: int = 2, **status: Any) -> Properties:
    return {
        "metadata": {"generation": generation},
        "spec": {"replicas": replicas},
        "status": {"observedGeneration": 1, **status},
    }


def test_a_deployment_is_ready_when_its_new_replicas_are() -> None:
    status: dict[str, Any] = {"updatedReplicas": 2, "readyReplicas": 2, "conditions": ROLLED_OUT}

    assert readiness.deployment(deployment(**status)) == READY


def test_a_deployment_of_nothing_is_ready() -> None:
    assert readiness.deployment(deployment(replicas=0, conditions=ROLLED_OUT)) == READY


def test_a_deployment_that_the_controller_has_not_seen_is_not_ready() -> None:
    status: dict[str, Any] = {"updatedReplicas": 2, "readyReplicas": 2, "conditions": ROLLED_OUT}

    assert readiness.deployment(deployment(generation=2, **status))
    assert readiness.deployment({"spec": {}})


def test_a_deployment_says_how_far_it_is() -> None:
    told = readiness.deployment(deployment(updatedReplicas=1, conditions=ROLLING))

    assert told == "0 of 2 replicas are available too few pods"


def test_a_stateful_set_is_ready_when_all_replicas_have_one_revision() -> None:
    status = {"readyReplicas": 1, "currentRevision": "a", "updateRevision": "a"}
    assert readiness.stateful_set({"status": status}) == READY
    assert readiness.stateful_set({"status": status | {"updateRevision": "b"}})
    assert readiness.stateful_set({})


def test_a_daemon_set_without_a_node_to_run_on_is_ready() -> None:
    assert readiness.daemon_set({"status": {"observedGeneration": 1}}) == READY
    assert readiness.daemon_set({"status": {}})


def test_a_daemon_set_waits_for_each_of_its_nodes() -> None:
    status = {"observedGeneration": 1, "desiredNumberScheduled": 2, "numberAvailable": 1}

    assert readiness.daemon_set({"status": status}) == "0 of 2 pods are available"


def test_a_job_is_ready_when_complete_and_hopeless_when_failed() -> None:
    assert readiness.job({}) == "the job has not completed"
    assert readiness.job(having("Complete")) == READY
    with pytest.raises(Hopeless, match="out of time"):
        readiness.job(having("Failed", message="out of time"))


def test_a_pod_is_ready_or_says_why_it_is_not() -> None:
    assert readiness.pod(having("Ready")) == READY
    assert readiness.pod({"status": {"phase": "Succeeded"}}) == READY
    assert readiness.pod({"status": {"phase": "Pending"}}) == "the pod is Pending"
    unscheduled = having("PodScheduled", status="False", message="0/3 nodes are available")
    assert readiness.pod(unscheduled) == "0/3 nodes are available"


def test_a_quota_is_ready_when_the_controller_counts_it() -> None:
    hard = {"cpu": "1"}
    assert readiness.quota({"spec": {"hard": hard}})
    assert readiness.quota({"spec": {"hard": hard}, "status": {"hard": hard}}) == READY


def test_an_ingress_needs_an_address_a_volume_a_phase_a_token_its_data() -> None:
    address = {"loadBalancer": {"ingress": [{"ip": "127.0.0.1"}]}}
    assert readiness.ingress({"status": address}) == READY
    assert readiness.ingress({})
    assert readiness.volume({"status": {"phase": "Bound"}}) == READY
    assert readiness.volume({})
    token = {"type": "kubernetes.io/service-account-token"}
    assert readiness.secret(token)
    assert readiness.secret(token | {"data": {"token": "x"}}) == READY
    assert readiness.secret({"type": "Opaque"}) == READY


def having(name: str, status: str = "True", **fields: str) -> Properties:
    return {"status": {"conditions": [{"type": name, "status": status, **fields}]}}
