"""The schedulers that are compared, and what the same work looks like for each of them."""

from dataclasses import dataclass

from components.node_group.loss import LOST
from components.types import Manifest
from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import SchedulerSpec
from simulation.bench.scale.events import Work
from simulation.bench.scale.workload import gang, model
from simulation.control_plane.parts import Parts

TRIES = 1_000
"""Kubernetes counts a worker that was preempted as one that failed."""

VOLCANO_DEFAULT = """\
actions: "enqueue, allocate, backfill"
tiers:
- plugins:
  - name: priority
  - name: gang
    enablePreemptable: false
  - name: conformance
- plugins:
  - name: overcommit
  - name: drf
    enablePreemptable: false
  - name: predicates
  - name: proportion
  - name: nodeorder
  - name: binpack
"""
"""Volcano 1.15.1, installer/helm/chart/volcano/config/volcano-scheduler.conf."""


@dataclass(frozen=True)
class Contender:
    """A scheduler by its process and its own name, and whether pods carry our tolerations."""

    name: str
    process: str
    scheduler: str
    parts: Parts
    ours: bool = False

    @property
    def gangs(self) -> bool:
        """Whether it knows gangs and queues."""
        return self.parts.volcano

    def manifest(self, work: Work) -> Manifest:
        """What one would give this scheduler; for Kubernetes' own a gang is an ordinary Job."""
        made = gang(work) if work.gang else model(work)
        if work.gang and not self.gangs:
            made = _plain_job(made)
        pod = _pod(made)
        if not (work.gang and self.gangs):
            pod["schedulerName"] = self.scheduler
        if not self.ours:
            pod["tolerations"] = [one for one in pod["tolerations"] if one["key"] not in LOST]
        return made


def _pod(made: Manifest) -> Manifest:
    holder = made["spec"].get("tasks", [made["spec"]])[0]
    found: Manifest = holder["template"]["spec"]
    return found


def _plain_job(job: Manifest) -> Manifest:
    [task] = job["spec"]["tasks"]
    workers = task["replicas"]
    counted = {"parallelism": workers, "completions": workers, "completionMode": "Indexed"}
    counted["backoffLimit"] = workers * TRIES
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {key: job["metadata"][key] for key in ("name", "namespace")},
        "spec": {**counted, "template": task["template"]},
    }


CONTENDERS = (
    Contender(
        "ours",
        "volcano-scheduler",
        "volcano",
        Parts(
            kserve=False,
            zone_tainter=True,
            scheduler_conf=scheduler_conf(SchedulerSpec(), flat=True),
        ),
        ours=True,
    ),
    Contender(
        "Volcano's default",
        "volcano-scheduler",
        "volcano",
        Parts(kserve=False, scheduler_conf=VOLCANO_DEFAULT),
    ),
    Contender(
        "Kubernetes' default",
        "kube-scheduler",
        "default-scheduler",
        Parts(kserve=False, volcano=False, kube_scheduler=True),
    ),
)
