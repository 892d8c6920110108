import pulumi
import pulumi_kubernetes as k8s

from components.job.component import Job, JobArgs
from components.job.manifest import claim, volcano_job
from tests.components.job.test_manifest import OWN, PLACE, spec
from tests.support.recorder import record

JOB = "kubernetes:batch.volcano.sh/v1alpha1:Job"
CLAIM = "kubernetes:core/v1:PersistentVolumeClaim"


def build() -> None:
    cluster = k8s.Provider("cluster", kubeconfig="{}")
    made = spec(checkpoint=OWN)
    args = JobArgs(
        job=volcano_job("tune", made, PLACE),
        claims=claim("tune", made, "research"),
        namespace="research",
    )
    Job("tune", args, pulumi.ResourceOptions(provider=cluster))


def test_the_job_comes_after_the_volume_of_its_checkpoints() -> None:
    recording = record(build)

    volume = recording.named("tune-checkpoints", type=CLAIM)
    made = recording.named("tune", type=JOB)
    assert made.depends_on == {"tune-checkpoints"}
    assert {made.provider, volume.provider} == {"cluster"}
    assert {made.inputs["metadata"]["namespace"], volume.inputs["metadata"]["namespace"]} == {
        "research"
    }
