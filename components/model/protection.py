"""What keeps a model's replicas apart, alive and unprivileged while others work on the cluster."""

from typing import Literal, Self

from pydantic import Field, model_validator

from components.node_group.loss import SERVING_SECONDS
from components.types import AtLeastOne, Count, DnsLabel, Positive, Spec

Spread = Literal["zones", "nodes"]


class Disruption(Spec):
    """How many replicas a drain may take at once, or must leave."""

    max_unavailable: AtLeastOne | None = None
    min_available: AtLeastOne | None = None

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        if (self.max_unavailable is None) == (self.min_available is None):
            raise ValueError("needs exactly one of max_unavailable and min_available")
        return self


class Rollout(Spec):
    """How a new template replaces the old one; `auto` surges where a GPU is free for it.

    `in_place` needs no spare GPU and is one replica short meanwhile; `surge` is never short and
    needs the GPUs of one more replica; `recreate` stops all, then starts all.
    """

    strategy: Literal["auto", "in_place", "surge", "recreate"] = "auto"


class GpuKind(Spec):
    """Which nodes of the group will do: by product (as NVIDIA's label spells it) or by memory."""

    products: tuple[str, ...] = ()
    memory_gib: Positive | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.products and self.memory_gib is None:
            raise ValueError("asks nothing of a GPU; add products or memory_gib")
        return self


class Access(Spec):
    """How the pod may read its weights, and as whom it runs.

    `secret` holds HF_TOKEN or S3 keys; `role_arn` is assumed by the pod's own service account;
    `service_account` is one that somebody else made, with whatever it may do.
    """

    secret: DnsLabel | None = None
    role_arn: str | None = Field(default=None, pattern=r"^arn:aws[\w-]*:iam::\d{12}:role/\S+$")
    service_account: DnsLabel | None = None

    @model_validator(mode="after")
    def _says_who_once(self) -> Self:
        if self.service_account and (self.secret or self.role_arn):
            raise ValueError(
                "service_account is somebody else's, so its secret and role are theirs to set; "
                "leave it out and the model gets its own"
            )
        return self


class Protection(Spec):
    """Where replicas stand to each other, and how they go.

    `spread` prefers different zones or nodes, `spread_strictly` refuses the same one;
    `drain_seconds` is how long a server that is told to stop finishes what it has begun, and
    `lost_node_seconds` how long a lost node is waited for before its replicas start elsewhere.
    `on_spot` says that they may be on nodes that are taken back at two minutes' notice.
    """

    disruption: Disruption | None = None
    spread: tuple[Spread, ...] = ("zones",)
    spread_strictly: bool = False
    drain_seconds: Count = 120
    lost_node_seconds: Count = SERVING_SECONDS
    on_spot: bool = False
