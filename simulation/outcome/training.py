"""How the training jobs stand in the cluster, from what Kubernetes and Volcano say."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.job.manifest import claim_name
from components.job.spec import JobSpec
from components.types import Manifest
from simulation.control_plane.api import Readable
from simulation.outcome.condition import condition
from stacks.config import StackConfig

JOBS = "/apis/batch.volcano.sh/v1alpha1/jobs"
POD_GROUPS = "/apis/scheduling.volcano.sh/v1beta1/podgroups"
CLAIMS = "/api/v1/persistentvolumeclaims"
JOB_LABEL = "volcano.sh/job-name"
"""Volcano 1.10.0 apis/batch/v1alpha1/labels.go; its phases stand in job.go."""

ABSENT = "Absent"
FAILED = frozenset({"Aborted", "Failed", "Terminated", ABSENT})
PLACED = frozenset({"Running", "Completing", "Completed"})


@dataclass(frozen=True, kw_only=True)
class JobOutcome:
    """One job: how many of its pods run, where, and in words why it does not if it does not."""

    name: str
    phase: str
    running: int
    asked: int
    gpus: int
    node_group: str
    nodes: tuple[str, ...]
    missing_claim: bool = False
    remark: str = ""

    @property
    def settled(self) -> bool:
        """Nothing is left to wait for: it runs, it ended, or somebody else must act first."""
        return self.phase in PLACED or self.missing_claim

    @property
    def failed(self) -> bool:
        """It ended badly; one that waits for its turn has not failed."""
        return self.phase in FAILED


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the cluster has beside the jobs."""

    pods: Sequence[Manifest]
    pod_groups: Sequence[Manifest]
    claims: frozenset[tuple[str, str]]


def training(api: Readable, config: StackConfig) -> list[JobOutcome]:
    """Every job of the stack as it stands now."""
    if not config.jobs:
        return []
    jobs = {_key(job): job for job in api.get(JOBS)["items"]}
    around = Around(
        pods=api.get("/api/v1/pods")["items"],
        pod_groups=api.get(POD_GROUPS)["items"],
        claims=frozenset(_key(claim) for claim in api.get(CLAIMS)["items"]),
    )
    return [
        job_outcome(name, spec, jobs.get((spec.tenant, name)), around)
        for name, spec in config.jobs.items()
    ]


def job_outcome(name: str, spec: JobSpec, job: Manifest | None, around: Around) -> JobOutcome:
    """Read Volcano's own status, and the pods that carry the job's name."""
    status = (job or {}).get("status", {})
    phase = status.get("state", {}).get("phase", "Pending") if job else ABSENT
    nodes = {pod["spec"].get("nodeName", "") for pod in _pods(name, spec, around)} - {""}
    claim = claim_name(name, spec)
    missing = spec.checkpoint is not None and (spec.tenant, claim) not in around.claims
    waits = phase not in PLACED
    return JobOutcome(
        name=name,
        phase=phase,
        running=status.get("running", 0),
        asked=spec.workers,
        gpus=spec.gpus * spec.workers,
        node_group=spec.node_group,
        nodes=tuple(sorted(nodes)),
        missing_claim=missing and waits,
        remark=_remark(name, spec, job, around, missing=missing) if waits else "",
    )


def _remark(
    name: str, spec: JobSpec, job: Manifest | None, around: Around, *, missing: bool
) -> str:
    """The most telling thing first: the claim, the job's own words, its gang's, its pods'."""
    if job is None:
        return "it is not in the cluster"
    if missing:
        claim = claim_name(name, spec)
        return f"stays Pending until claim {claim} exists in {spec.tenant}: no one makes it here"
    said = [
        job.get("status", {}).get("state", {}).get("message", ""),
        *(condition(g, "Unschedulable").get("message", "") for g in _groups(job, around)),
        *(condition(p, "PodScheduled").get("message", "") for p in _pods(name, spec, around)),
    ]
    return next((text for text in said if text), "Volcano has not placed it yet")


def _pods(name: str, spec: JobSpec, around: Around) -> list[Manifest]:
    return [
        pod
        for pod in around.pods
        if pod["metadata"]["namespace"] == spec.tenant
        and pod["metadata"].get("labels", {}).get(JOB_LABEL) == name
    ]


def _groups(job: Manifest, around: Around) -> list[Manifest]:
    uid = job["metadata"].get("uid")
    return [
        group
        for group in around.pod_groups
        if any(owner["uid"] == uid for owner in group["metadata"].get("ownerReferences", ()))
    ]


def _key(thing: Manifest) -> tuple[str, str]:
    return thing["metadata"]["namespace"], thing["metadata"]["name"]
