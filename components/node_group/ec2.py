"""How EC2 provides a group's nodes: what they cost, which disk and image, how they are renewed."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from components.types import AtLeastOne, Spec

ReservationId = Annotated[str, StringConstraints(pattern=r"^cr-[0-9a-f]+$")]
Lifetime = Annotated[str, StringConstraints(pattern=r"^([0-9]+(s|m|h))+$|^Never$")]


class Spot(Spec):
    """Spare capacity at a discount, taken back with two minutes' notice.

    `also` are further types to take from: the more, the rarer the interruption.
    """

    also: tuple[str, ...] = ()


class Reservation(Spec):
    """An On-Demand Capacity Reservation of the account, in the group's one zone."""

    id: ReservationId


class CapacityBlock(Spec):
    """A Capacity Block: P instances for some days, paid beforehand, in the group's one zone."""

    id: ReservationId


class Disk(Spec):
    """The root volume, gp3: images and what pods write where a node has no NVMe of its own.

    The default takes a dozen model server images of 15 GiB; its speed is what unpacking several
    layers at once needs (EKS best practices, SOCI: at least 600 MiB/s).
    """

    gib: Annotated[int, Field(ge=20, le=16384)] = 200
    iops: Annotated[int, Field(ge=3000, le=16000)] = 16000
    mib_per_second: Annotated[int, Field(ge=125, le=1000)] = 1000


class Update(Spec):
    """How nodes are renewed.

    `surge` starts new ones first and so needs spare capacity; `in_place` ends old ones first, which
    is the only way where there is none to be had (reservations, scarce GPUs).
    """

    strategy: Literal["surge", "in_place"]
    max_unavailable: AtLeastOne = 1


class Compaction(Spec):
    """Half-empty nodes are emptied and go, one at a time, where all on them fits elsewhere.

    `below_percent` is of a node's GPUs asked for, `after_minutes` how long it has been so; both are
    the Cluster Autoscaler's, Karpenter goes by what a move saves and costs. What moves is a model
    of at least two replicas, as its disruption budget lets it; jobs and single replicas stay.
    """

    below_percent: Annotated[int, Field(ge=1, le=99)] = 50
    after_minutes: AtLeastOne = 30


class Karpenter(Spec):
    """Karpenter makes the nodes, one pool for the group, instead of a managed node group.

    Idle nodes go after `consolidate_after`; nodes that serve are left alone unless the group says
    `compaction`. `expire_after` is the oldest that a node may get.
    """

    consolidate_after: Lifetime = "5m"
    expire_after: Lifetime = "720h"
