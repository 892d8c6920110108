from typing import Any

from components.job.manifest import JobPlace, claim, volcano_job
from components.job.policies import policies
from components.job.spec import JobSpec
from components.node_group.scheduling import GPU_TAINT
from components.tenant.spec import Size
from components.types import Manifest

PLACE = JobPlace(
    namespace="research",
    queue="batch",
    priority="low",
    node_selector={"pool": "a100"},
    tolerations=[GPU_TAINT.as_toleration()],
    resources=Size(cpu=8, memory_gib=64),
)
OWN = {"every_minutes": 20, "size_gib": 100, "storage_class": "efs"}


def spec(**fields: Any) -> JobSpec:
    said = {
        "tenant": "research",
        "node_group": "a100",
        "image": "trainer:1",
        "command": ["train"],
        "runs_minutes": 60,
    }
    return JobSpec.model_validate(said | fields)


def job(**fields: Any) -> Manifest:
    made: Manifest = volcano_job("tune", spec(**fields), PLACE)["spec"]
    return made


def pod(**fields: Any) -> Manifest:
    found: Manifest = job(**fields)["tasks"][0]["template"]["spec"]
    return found


def environment(**fields: Any) -> dict[str, str]:
    return {one["name"]: one["value"] for one in pod(**fields)["containers"][0]["env"]}


def test_all_workers_start_together_or_none_does() -> None:
    made = job(workers=4)

    assert (made["minAvailable"], made["tasks"][0]["replicas"]) == (4, 4)
    assert made["tasks"][0]["minAvailable"] == 4


def test_an_elastic_job_starts_with_fewer() -> None:
    made = job(workers=4, min_workers=2)

    assert (made["minAvailable"], made["tasks"][0]["minAvailable"]) == (2, 2)
    assert made["tasks"][0]["replicas"] == 4


def test_it_waits_in_its_queue_with_its_priority_for_its_nodes() -> None:
    made = job()

    assert (made["queue"], made["priorityClassName"]) == ("batch", "low")
    assert pod()["priorityClassName"] == "low"
    assert pod()["nodeSelector"] == PLACE.node_selector
    assert all(toleration in pod()["tolerations"] for toleration in PLACE.tolerations)


def test_a_worker_asks_for_its_gpus_as_request_and_as_limit() -> None:
    [container] = pod(gpus=4)["containers"]

    asked = {"cpu": "8", "memory": "64Gi", "nvidia.com/gpu": "4"}
    assert container["resources"] == {"requests": asked, "limits": asked}


def test_whether_it_yields_is_always_said() -> None:
    def annotation(**fields: Any) -> Any:
        metadata = volcano_job("tune", spec(**fields), PLACE)["metadata"]
        return metadata["annotations"]["volcano.sh/preemptable"]

    assert (annotation(), annotation(preemptable=False)) == ("true", "false")


def test_a_gang_that_lost_a_worker_starts_again_together() -> None:
    actions = {policy["event"]: policy["action"] for policy in policies(spec(workers=2))}

    assert actions == {
        "PodEvicted": "RestartJob",
        "PodFailed": "RestartJob",
        "TaskCompleted": "CompleteJob",
    }


def test_an_elastic_job_goes_on_without_a_worker_that_was_taken_away() -> None:
    events = {policy["event"] for policy in policies(spec(workers=2, min_workers=1))}

    assert "PodEvicted" not in events


def test_the_program_learns_where_its_checkpoints_are_and_how_often_to_write_them() -> None:
    made = job(checkpoint={"every_minutes": 20, "claim": "kept"})

    assert made["volumes"] == [{"mountPath": "/checkpoints", "volumeClaimName": "kept"}]
    assert environment(checkpoint={"every_minutes": 20, "claim": "kept"}) == {
        "HOME": "/tmp",
        "CHECKPOINT_DIR": "/checkpoints",
        "CHECKPOINT_MINUTES": "20",
    }


def test_several_workers_meet_at_the_first() -> None:
    assert environment(workers=2)["MASTER_ADDR"] == "tune-worker-0.tune"
    assert "MASTER_ADDR" not in environment()


def test_a_finished_job_stays_unless_it_says_for_how_long() -> None:
    assert "ttlSecondsAfterFinished" not in job()
    assert job(keep_finished_seconds=0)["ttlSecondsAfterFinished"] == 0


def test_its_own_volume_is_one_that_all_its_nodes_can_mount_and_is_no_part_of_the_job() -> None:
    several = spec(workers=2, checkpoint=OWN)
    [made] = claim("tune", several, "research")

    assert made["spec"] == {
        "accessModes": ["ReadWriteMany"],
        "resources": {"requests": {"storage": "100Gi"}},
        "storageClassName": "efs",
    }
    [volume] = volcano_job("tune", several, PLACE)["spec"]["volumes"]
    assert volume == {"mountPath": "/checkpoints", "volumeClaimName": made["metadata"]["name"]}


def test_no_volume_is_made_where_one_exists() -> None:
    assert claim("tune", spec(checkpoint={"every_minutes": 1, "claim": "kept"}), "research") == []
    assert claim("tune", spec(), "research") == []
