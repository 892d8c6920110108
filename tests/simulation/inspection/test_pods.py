"""The pods that workloads would have."""

from components.types import Manifest
from simulation.inspection.pods import pods

TEMPLATE: Manifest = {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": []}}


def workload(kind: str, spec: Manifest) -> Manifest:
    return {"kind": kind, "metadata": {"name": "w", "namespace": "home"}, "spec": spec}


def test_a_workload_s_pod_is_its_template_in_its_namespace() -> None:
    [pod] = pods([workload("Deployment", {"template": TEMPLATE})])

    assert pod["kind"] == "Pod"
    assert pod["metadata"] == {"name": "w-deployment", "namespace": "home", "labels": {"a": "b"}}
    assert pod["spec"] == TEMPLATE["spec"]


def test_a_cron_job_s_pod_is_that_of_its_jobs() -> None:
    [pod] = pods([workload("CronJob", {"jobTemplate": {"spec": {"template": TEMPLATE}}})])

    assert pod["metadata"]["name"] == "w-cronjob"


def test_what_is_no_workload_has_none() -> None:
    assert list(pods([workload("ConfigMap", {})])) == []
