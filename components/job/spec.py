"""What a stack may ask of a training job: a gang of equal workers that runs to its end."""

from typing import Literal, Self

from pydantic import Field, model_validator

from components.model.server import EnvironmentName
from components.tenant.spec import Size
from components.types import AtLeastOne, Count, DnsLabel, PinnedImage, Spec


class Checkpoint(Spec):
    """Where a job keeps what it has done, and how often: all that an interruption costs it.

    `claim` is a PersistentVolumeClaim that exists; with `size_gib` one is made, which outlives the
    job. The program reads CHECKPOINT_DIR and CHECKPOINT_MINUTES, and starts from what it finds.
    """

    every_minutes: AtLeastOne
    mount: str = Field(default="/checkpoints", pattern=r"^/[\w/.-]+$")
    claim: DnsLabel | None = None
    size_gib: AtLeastOne | None = None
    storage_class: DnsLabel | None = None

    @model_validator(mode="after")
    def _one_volume(self) -> Self:
        if (self.claim is None) == (self.size_gib is None):
            raise ValueError("needs exactly one of claim and size_gib")
        return self


class JobSpec(Spec):
    """A Volcano job: `workers` pods with `gpus` each, placed all at once or not at all.

    With `min_workers` it is elastic: it starts with so many and takes more when there is room.
    `runs_minutes` is how long it is expected to run, and `may_lose_minutes` how much of that an
    interruption may cost. Volcano counts every restart against `retries`, an interruption too.
    With `near: zone` all workers are in one, or none starts; such a job preempts nobody (Volcano
    1.15.1 preempt.go). `keep_finished_seconds` is how long a finished one stays to be looked at;
    None is for ever.
    """

    tenant: DnsLabel
    node_group: DnsLabel
    image: PinnedImage
    command: tuple[str, ...] = Field(min_length=1)
    environment: dict[EnvironmentName, str] = Field(default_factory=dict)
    workers: AtLeastOne = 1
    min_workers: AtLeastOne | None = None
    gpus: Count = 1
    resources: Size | None = None
    queue: DnsLabel | None = None
    priority: DnsLabel | None = None
    preemptable: bool = True
    near: Literal["zone"] | None = None
    runs_minutes: AtLeastOne
    may_lose_minutes: Count = 60
    checkpoint: Checkpoint | None = None
    retries: AtLeastOne = 20
    keep_finished_seconds: Count | None = None

    @property
    def gang(self) -> int:
        """The workers without which it does not start."""
        return self.min_workers or self.workers

    @property
    def loses_minutes(self) -> int:
        """The most work that one interruption can cost."""
        every = self.checkpoint.every_minutes if self.checkpoint else self.runs_minutes
        return min(every, self.runs_minutes)

    @model_validator(mode="after")
    def _starts_with_what_it_has(self) -> Self:
        if self.min_workers is not None and self.min_workers > self.workers:
            raise ValueError(
                f"min_workers {self.min_workers} is above workers {self.workers}; lower it"
            )
        return self

    @model_validator(mode="after")
    def _workers_share_their_checkpoint(self) -> Self:
        kept = self.checkpoint
        if kept and kept.size_gib and not kept.storage_class and self.workers > 1:
            raise ValueError(
                "several workers on several nodes share the checkpoint; name a storage_class whose "
                "volumes many nodes can mount"
            )
        return self
