"""How the cluster's GPUs are shared between groups of work."""

from typing import Annotated

from pydantic import Field

from components.types import Count, DnsLabel, Positive, Spec


class Resources(Spec):
    """An amount of a cluster: whole GPUs, CPU in cores, memory in GiB; None is unlimited."""

    gpus: Count | None = None
    cpu: Positive | None = None
    memory_gib: Positive | None = None


class QueueSpec(Spec):
    """A Volcano queue.

    `guarantee` is kept free for it, `deserved` is its share when others want more: what it has
    beyond is borrowed, and given back if `reclaimable`. `capability` is what it can never exceed.
    `weight` is a share for schedulers with plugin proportion in place of capacity.
    Source: Volcano 1.15.1 Queue API, plugins capacity and proportion.
    """

    weight: Annotated[int, Field(ge=1, le=65535)] = 1
    parent: DnsLabel | None = None
    guarantee: Resources | None = None
    deserved: Resources | None = None
    capability: Resources | None = None
    reclaimable: bool = True
