"""What a stack may ask of a served model."""

from typing import Literal, Self

from pydantic import model_validator

from components.model.engine import EngineSpec
from components.model.source import Source
from components.types import AtLeastOne, Count, DnsLabel, Positive, Spec

Mode = Literal["standard", "knative"]


class Scaling(Spec):
    """Between how many replicas a model lives, and how busy one of them should be."""

    min_replicas: Count = 1
    max_replicas: Count = 1
    concurrency: AtLeastOne = 32

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.max_replicas == 0:
            raise ValueError(
                "max_replicas is 0, so this model would never run; "
                "write `stopped: true` at the model to switch it off"
            )
        if self.min_replicas > self.max_replicas:
            raise ValueError(
                f"min_replicas {self.min_replicas} is above max_replicas {self.max_replicas}; "
                "lower it or raise max_replicas"
            )
        return self


class ModelResources(Spec):
    """CPU in cores and memory in GiB of one replica, as request and as limit."""

    cpu: Positive
    memory_gib: Positive


class ModelSpec(Spec):
    """One model, served by vLLM on `gpus` GPUs of one node, split as its `engine` says.

    `queue` and `priority` come from the tenant, and `resources` from the node group (the replica's
    share of a node), unless they are said here. `mig_profile` is needed only where the node group
    cuts its GPUs into a layout: it says which part. `architecture` says what the plan counts with
    where `source` is no Hugging Face id that the catalogue knows: another id, an entry of the
    stack's `architectures`, or the path of a `config.json`.
    """

    source: Source
    tenant: DnsLabel
    node_group: DnsLabel
    gpus: AtLeastOne = 1
    mig_profile: str | None = None
    mode: Mode = "standard"
    scaling: Scaling = Scaling()
    queue: DnsLabel | None = None
    priority: DnsLabel | None = None
    preemptable: bool = False
    resources: ModelResources | None = None
    engine: EngineSpec = EngineSpec()
    architecture: str | None = None
    stopped: bool = False

    @model_validator(mode="after")
    def _parallel_sizes_use_the_gpus(self) -> Self:
        if not self.engine.divides(self.gpus):
            raise ValueError(
                f"the engine's parallel sizes do not multiply to gpus {self.gpus}; "
                "change one of them, or leave tensor_parallel out"
            )
        return self
