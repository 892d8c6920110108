from typing import Any

from simulation.gameday.moment import moment


def pod(labels: dict[str, str], **said: Any) -> dict[str, Any]:
    ready = {"type": "Ready", "status": "True"}
    return {
        "metadata": {"uid": "1", "namespace": "chat", "labels": labels, **said.pop("metadata", {})},
        "spec": {"nodeName": "n0", "priorityClassName": "online", **said.pop("spec", {})},
        "status": {"phase": "Running", "conditions": [ready], **said.pop("status", {})},
    }


MODEL = {"serving.kserve.io/inferenceservice": "llm"}
JOB = {"volcano.sh/job-name": "tune"}


def test_a_ready_pod_on_a_silent_node_answers_nobody() -> None:
    pods = [pod(MODEL)]

    assert moment(0, pods, set()).ready("llm") == 1
    assert moment(0, pods, {"n0"}).ready("llm") == 0
    assert moment(0, pods, {"n0"}).pods[0].stranded


def test_a_pod_that_goes_does_not_answer() -> None:
    gone = pod(MODEL, metadata={"deletionTimestamp": "2026-01-01T00:00:00Z"})

    assert moment(0, [gone], set()).ready("llm") == 0


def test_workers_are_told_from_replicas_and_the_finished_are_not_there() -> None:
    pods = [pod(MODEL), pod(JOB), pod(JOB, status={"phase": "Succeeded"}), pod({"app": "other"})]
    seen = moment(0, pods, set())

    assert (seen.ready("llm"), seen.workers("tune"), len(seen.pods)) == (1, 1, 2)


def test_a_worker_is_known_with_the_claims_it_mounts() -> None:
    volumes = [{"emptyDir": {}}, {"persistentVolumeClaim": {"claimName": "kept"}}]

    assert moment(0, [pod(JOB, spec={"volumes": volumes})], set()).pods[0].claims == ("kept",)
