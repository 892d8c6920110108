"""The table says of a job what Volcano says, and in words why it does not run."""

from typing import Any

import pytest

from components.job.spec import JobSpec
from simulation.outcome.training import Around, JobOutcome, job_outcome, training
from stacks.parse import parse
from tests.support.stack import JOB, STACK

SPEC = JobSpec.model_validate(
    JOB | {"workers": 2, "gpus": 4, "checkpoint": {"claim": "kept", "every_minutes": 20}}
)
KEPT = frozenset({("chat", "kept")})


def job(phase: str, running: int = 0, message: str = "") -> dict[str, Any]:
    state = {"phase": phase, "message": message}
    metadata = {"name": "tune", "namespace": "chat", "uid": "1"}
    return {"metadata": metadata, "status": {"state": state, "running": running}}


def pod(node: str, job: str = "tune", namespace: str = "chat") -> dict[str, Any]:
    labels = {"volcano.sh/job-name": job}
    metadata = {"name": f"{job}-{node}", "namespace": namespace, "labels": labels}
    return {"metadata": metadata, "spec": {"nodeName": node} if node else {}}


def group(message: str, owner: str = "1") -> dict[str, Any]:
    said = [{"type": "Unschedulable", "message": message}]
    return {"metadata": {"ownerReferences": [{"uid": owner}]}, "status": {"conditions": said}}


def seen(found: Any, claims: frozenset[tuple[str, str]] = KEPT, **around: Any) -> JobOutcome:
    there = {"pods": (), "pod_groups": (), **around}
    return job_outcome("tune", SPEC, found, Around(claims=claims, **there))


def test_a_running_job_shows_its_pods_and_their_nodes() -> None:
    found = seen(job("Running", 2), pods=[pod("b"), pod("a"), pod("c", namespace="other")])

    assert (found.phase, found.running, found.asked, found.gpus) == ("Running", 2, 2, 8)
    assert found.nodes == ("a", "b")
    assert (found.settled, found.failed, found.remark) == (True, False, "")


def test_a_job_whose_claim_does_not_exist_stays_pending_and_says_so() -> None:
    found = seen(job("Pending"), claims=frozenset({("other", "kept")}))

    assert (found.settled, found.failed) == (True, False)
    assert "Pending until claim kept exists in chat" in found.remark


def test_a_claim_that_was_deleted_later_does_not_matter_to_a_running_job() -> None:
    assert seen(job("Running", 2), claims=frozenset()).remark == ""


@pytest.mark.parametrize("phase", ["Failed", "Aborted", "Terminated"])
def test_a_job_that_ended_badly_has_failed_and_gives_its_own_words(phase: str) -> None:
    found = seen(job(phase, message="too many retries"))

    assert (found.failed, found.remark) == (True, "too many retries")


def test_a_gang_that_waits_gives_volcano_s_words_about_its_own_group() -> None:
    others = group("not this one", owner="2")
    found = seen(job("Pending"), pod_groups=[others, group("2/2 tasks in gang unschedulable")])

    assert found.remark == "2/2 tasks in gang unschedulable"
    assert (found.settled, found.failed) == (False, False)


def test_a_job_that_nobody_has_looked_at_yet_is_waited_for() -> None:
    found = seen({"metadata": {"name": "tune", "namespace": "chat", "uid": "1"}})

    assert (found.phase, found.settled) == ("Pending", False)
    assert found.remark == "Volcano has not placed it yet"


def test_a_job_that_is_not_there_has_failed() -> None:
    assert seen(None).failed


class Cluster:
    """Answers each path with the lists it was given."""

    def __init__(self, **lists: list[Any]) -> None:
        self.lists = lists

    def get(self, target: str) -> Any:
        return {"items": self.lists.get(target.rpartition("/")[2], [])}


def test_every_job_of_the_stack_is_looked_for_by_name_and_namespace() -> None:
    config = parse({**STACK, "jobs": {"tune": JOB, "other": JOB}})
    made = {"metadata": {"name": "tune", "namespace": "chat", "uid": "1"}}

    found = training(Cluster(jobs=[made | {"status": {"state": {"phase": "Running"}}}]), config)

    assert [(one.name, one.phase) for one in found] == [("tune", "Running"), ("other", "Absent")]


def test_a_cluster_is_not_asked_about_jobs_that_the_stack_does_not_have() -> None:
    assert training(Cluster(), parse(STACK)) == []
