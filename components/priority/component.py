"""The stack's PriorityClasses as one Pulumi resource. Wiring only."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.priority.manifest import priority_class
from components.priority.spec import PrioritySpec


@dataclass(frozen=True, kw_only=True)
class PrioritiesArgs:
    """Every class, by name."""

    specs: Mapping[str, PrioritySpec]


class Priorities(pulumi.ComponentResource):
    """One PriorityClass for each spec."""

    def __init__(
        self, name: str, args: PrioritiesArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:priority:Priorities", name, None, opts)
        for key, spec in args.specs.items():
            made = priority_class(key, spec)
            k8s.scheduling.v1.PriorityClass(
                key,
                metadata=made["metadata"],
                value=made["value"],
                global_default=made["globalDefault"],
                preemption_policy=made["preemptionPolicy"],
                description=made["description"],
                opts=pulumi.ResourceOptions(parent=self),
            )
        self.register_outputs({})
