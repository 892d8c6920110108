"""The stack's Volcano queues as one Pulumi resource. Wiring only."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.queue.manifest import queue
from components.queue.order import parents_first
from components.queue.spec import QueueSpec


@dataclass(frozen=True, kw_only=True)
class QueuesArgs:
    """Every queue, by name."""

    specs: Mapping[str, QueueSpec]


class Queues(pulumi.ComponentResource):
    """One Queue for each spec; a child is made after its parent and deleted before it."""

    def __init__(
        self, name: str, args: QueuesArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:queue:Queues", name, None, opts)
        made: dict[str, pulumi.Resource] = {}
        for key in parents_first(args.specs):
            manifest = queue(key, args.specs[key])
            made[key] = k8s.apiextensions.CustomResource(
                key,
                api_version=manifest["apiVersion"],
                kind=manifest["kind"],
                metadata=manifest["metadata"],
                spec=manifest["spec"],
                opts=pulumi.ResourceOptions(
                    parent=self,
                    depends_on=[made[p] for p in (args.specs[key].parent,) if p in made],
                ),
            )
        self.register_outputs({})
