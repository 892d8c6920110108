"""The table says what Kubernetes says: Ready by KServe's own condition, placed by the pods."""

from typing import Any

from components.model.spec import ModelSpec
from components.scaler.spec import Scaling
from simulation.outcome.outcome import Seen, outcome

SPEC = ModelSpec(
    source="hf://a/b",
    tenant="chat",
    node_group="t4",
    scaling=Scaling(min_replicas=2, max_replicas=2),
)


def service(*conditions: dict[str, str]) -> dict[str, Any]:
    return {
        "metadata": {"name": "m", "creationTimestamp": "2026-01-01T00:00:00Z"},
        "status": {"conditions": list(conditions)},
    }


READY = {"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-01T00:00:12Z"}
STOPPED = {"type": "Stopped", "status": "True"}


def pod(name: str, node: str | None, *conditions: dict[str, str], namespace: str = "chat") -> Any:
    placed = {"nodeName": node} if node else {}
    return {
        "metadata": {
            "name": name,
            "namespace": namespace,
            "labels": {"serving.kserve.io/inferenceservice": "m"},
        },
        "spec": placed,
        "status": {"conditions": list(conditions)},
    }


UP = {"type": "Ready", "status": "True"}
NOWHERE = {
    "type": "PodScheduled",
    "status": "False",
    "reason": "Unschedulable",
    "message": "0/3 nodes are available",
}


def test_a_model_is_settled_when_kserve_says_ready_and_every_replica_is() -> None:
    found = outcome("m", SPEC, service(READY), Seen([pod("a", "t4-0", UP), pod("b", "t4-1", UP)]))

    assert found.settled
    assert (found.state, found.replicas_ready, found.replicas_asked) == ("Ready", 2, 2)
    assert found.nodes == ("t4-0", "t4-1")


def test_the_seconds_are_from_creation_to_the_ready_condition() -> None:
    assert outcome("m", SPEC, service(READY), Seen([])).seconds_to_ready == 12


def test_a_replica_that_is_missing_keeps_a_ready_model_from_being_settled() -> None:
    found = outcome(
        "m", SPEC, service(READY), Seen([pod("a", "t4-0", UP), pod("b", None, NOWHERE)])
    )

    assert not found.settled
    assert found.reason == "Unschedulable: 0/3 nodes are available"


def test_a_stopped_model_is_settled_and_asks_for_nothing() -> None:
    spec = SPEC.model_copy(update={"stopped": True})
    found = outcome("m", spec, service(STOPPED), Seen([]))

    assert (found.state, found.settled, found.gpus) == ("Stopped", True, 0)


def test_a_model_that_is_not_there_says_so() -> None:
    assert outcome("m", SPEC, None, Seen([])).reason == "KServe has not looked at it yet"


def test_pods_of_another_tenant_s_model_of_that_name_do_not_count() -> None:
    other = Seen([pod("a", "t4-0", UP, namespace="search")])

    assert outcome("m", SPEC, service(READY), other).replicas_ready == 0


def test_a_pod_that_was_never_made_gives_the_refusal_as_reason() -> None:
    event = {
        "involvedObject": {"name": "m-predictor-7f"},
        "reason": "FailedCreate",
        "message": "exceeded quota",
    }
    found = outcome("m", SPEC, service(), Seen([], [event]))

    assert found.reason == "exceeded quota"


def test_kserve_s_own_words_are_the_reason_where_there_is_no_pod() -> None:
    failed = {"type": "PredictorReady", "status": "False", "message": "no runtime"}

    assert outcome("m", SPEC, service(failed), Seen([])).reason == "PredictorReady: no runtime"
