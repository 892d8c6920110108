"""What sets and removes KServe's stop annotation, and what else it may do: nothing."""

import json

from components.hours.manifest import STOP, clock_objects, patch
from components.hours.spec import Hours

HOURS = Hours(time_zone="Europe/Berlin", start="08:00", stop="19:30", days=("mon", "fri"))
MADE = {(m["kind"], m["metadata"]["name"]): m for m in clock_objects("llm", "chat", HOURS, "k:1")}


def command(job: str) -> list[str]:
    template = MADE["CronJob", job]["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    [container] = template["containers"]
    return [*container["command"], *container["args"]]


def test_each_job_runs_by_the_clock_of_the_place() -> None:
    specs = {
        name: (m["spec"]["schedule"], m["spec"]["timeZone"])
        for (_, name), m in MADE.items()
        if m["kind"] == "CronJob"
    }

    assert specs == {
        "llm-hours-start": ("0 8 * * 1,5", "Europe/Berlin"),
        "llm-hours-stop": ("30 19 * * 1,5", "Europe/Berlin"),
    }


def test_the_jobs_set_the_annotation_and_take_it_back() -> None:
    said = {
        job: json.loads(command(job)[-1].partition("=")[2])
        for job in ("llm-hours-start", "llm-hours-stop")
    }

    assert said["llm-hours-start"] == {"metadata": {"annotations": {STOP: "false"}}}
    assert said["llm-hours-stop"] == {"metadata": {"annotations": {STOP: "true"}}}


def test_a_patch_is_a_merge_of_this_one_service() -> None:
    assert patch("llm", stopped=True)[:3] == ["patch", "inferenceservice/llm", "--type=merge"]


def test_its_account_may_patch_that_one_service_and_nothing_else() -> None:
    [rule] = MADE["Role", "llm-hours"]["rules"]

    assert rule["resourceNames"] == ["llm"]
    assert rule["resources"] == ["inferenceservices"]
    assert set(rule["verbs"]) == {"get", "patch"}
    assert MADE["RoleBinding", "llm-hours"]["subjects"] == [
        {"kind": "ServiceAccount", "name": "llm-hours", "namespace": "chat"}
    ]


def test_its_pods_meet_the_restricted_level() -> None:
    job = MADE["CronJob", "llm-hours-stop"]["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    [container] = job["containers"]

    assert job["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert job["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
