"""An asynchronous stage: it takes work from a queue, asks a model, and is scaled by the queue."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from components.model.protection import Access
from components.model.server import EnvironmentName, checked_environment
from components.types import AtLeastOne, Count, DnsLabel, PinnedImage, Positive, Spec


class Sqs(Spec):
    """An SQS queue; one replica for each `length` messages in it."""

    url: Annotated[str, Field(pattern=r"^https://sqs\.\S+$")]
    region: str
    length: AtLeastOne = 5


class Kafka(Spec):
    """A Kafka topic; one replica for each `lag` messages not yet read, no more than partitions."""

    servers: str = Field(min_length=1)
    group: str = Field(min_length=1)
    topic: str = Field(min_length=1)
    lag: AtLeastOne = 10


class ConsumerSpec(Spec):
    """A Deployment of one's own `image` that calls the model `calls`, at the URL in MODEL_URL.

    It reads where exactly one of `sqs` and `kafka` says, and from zero replicas when that is empty
    for `cooldown_seconds`. `cpu` in cores and `memory_gib` are of one replica.
    """

    tenant: DnsLabel
    image: PinnedImage
    calls: DnsLabel
    args: tuple[str, ...] = ()
    environment: Annotated[dict[EnvironmentName, str], AfterValidator(checked_environment)] = Field(
        default_factory=dict
    )
    sqs: Sqs | None = None
    kafka: Kafka | None = None
    access: Access = Access()
    min_replicas: Count = 0
    max_replicas: AtLeastOne = 1
    cooldown_seconds: AtLeastOne = 300
    cpu: Positive = 0.5
    memory_gib: Positive = 1
    drain_seconds: AtLeastOne = 300

    @model_validator(mode="after")
    def _reads_one_queue(self) -> Self:
        if (self.sqs is None) == (self.kafka is None):
            raise ValueError("reads exactly one of sqs and kafka")
        if self.min_replicas >= self.max_replicas:
            raise ValueError("min_replicas is not below max_replicas; a queue has nothing to scale")
        return self
