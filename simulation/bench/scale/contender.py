"""The schedulers that are compared, and what the same work looks like for each of them."""

from dataclasses import dataclass

from components.types import Manifest
from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import SchedulerSpec
from simulation.bench.scale.events import Work
from simulation.bench.scale.workload import SILENT, gang, model
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
        made = model(work) if not work.gang else gang(work)
        if work.gang and not self.gangs:
            made = _plain_job(made)
        if not work.gang or not self.gangs:
            pod = made["spec"]["template"]["spec"]
            pod["schedulerName"] = self.scheduler
            pod["tolerations"] = [t for t in pod["tolerations"] if self.ours or not _silent(t)]
        return made


def _silent(toleration: Manifest) -> bool:
    return toleration["key"] in SILENT


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
        Parts(kserve=False, scheduler_conf=scheduler_conf(SchedulerSpec(), flat=True)),
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
