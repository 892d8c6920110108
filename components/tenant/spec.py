"""What a team is given: a namespace, a queue, its share of the cluster, and who may enter."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from components.queue.spec import Resources
from components.types import DnsLabel, Positive, Spec

PodSecurityLevel = Literal["privileged", "baseline", "restricted"]
Role = Literal["viewer", "operator"]
LabelValue = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$")
]


class Size(Spec):
    """An amount for one container: CPU in cores, memory in GiB."""

    cpu: Positive
    memory_gib: Positive


class Limits(Spec):
    """What a container that asks for nothing counts as, and the most that one may ask for."""

    default: Size = Size(cpu=0.5, memory_gib=0.5)
    largest: Size | None = None

    @model_validator(mode="after")
    def _default_is_allowed(self) -> Self:
        most = self.largest or self.default
        if self.default.cpu > most.cpu or self.default.memory_gib > most.memory_gib:
            raise ValueError("the default is above the largest; lower it")
        return self


class Cost(Spec):
    """Who pays: labels of the namespace, by which cost tools add up what runs in it."""

    center: LabelValue
    owner: LabelValue | None = None


class TenantSpec(Spec):
    """A team. Its key is its namespace's name; models take `queue` and `priority` from here.

    `priorities` and `node_groups` are those that its models may name; None is all of them, and
    `priority` is always allowed. `quota` is what its pods may request together. `people` gives
    groups of the identity provider a role, and `open_to` lets other tenants call its models.
    """

    queue: DnsLabel
    priority: DnsLabel
    priorities: tuple[DnsLabel, ...] | None = None
    node_groups: tuple[DnsLabel, ...] | None = None
    quota: Resources | None = None
    limits: Limits | None = None
    people: dict[Annotated[str, Field(min_length=1)], Role] = Field(default_factory=dict)
    open_to: tuple[DnsLabel, ...] = ()
    cost: Cost | None = None
    pod_security: PodSecurityLevel = "restricted"
