"""One pod of a model or of a job: what it asks of a node, with whom it stands and falls."""

from dataclasses import dataclass

from components.model.protection import Spread
from planning.month import HOURS_PER_MONTH

Gang = tuple["Pod", ...]
"""Pods that get their places together or not at all."""

MODEL, JOB = "models.", "jobs."


@dataclass(frozen=True, kw_only=True)
class Pod:
    """`gpus` of the resource `gpu_resource`, CPU in cores, memory in GiB.

    `about` is the entry of the stack that it is of (`models.x`, `jobs.x`); it runs with at least
    `together` pods of its `gang` or not at all. `standing` ones are there at minimum scale, and
    without `preemptable` nobody takes their place. `answers` is whether somebody asks it something.
    Pods of its `service` are `apart`, `strictly` or where they can; those of a `near` gang are all
    in one zone. It runs `hours` of a month.
    """

    about: str
    name: str
    index: int
    gang: str
    together: int
    node_group: str
    gpu_resource: str
    gpus: int
    cpu: float
    memory_gib: float
    priority: int
    standing: bool
    preemptable: bool
    answers: bool = True
    service: str = ""
    apart: tuple[Spread, ...] = ()
    strictly: bool = False
    near: bool = False
    hours: float = HOURS_PER_MONTH

    @property
    def lasting(self) -> bool:
        """Whether it never ends by itself."""
        return self.about.startswith(MODEL)


def named(about: str) -> str:
    """What somebody calls its pods: those of a model by its name, those of a job as such."""
    name = about.removeprefix(MODEL)
    return f"of job {name.removeprefix(JOB)}" if name.startswith(JOB) else name
