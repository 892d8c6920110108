"""A tenant's scrape configuration as one Pulumi resource. Wiring only."""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.monitor.manifest import pod_monitor


@dataclass(frozen=True, kw_only=True)
class MonitorArgs:
    """The ports on which the tenant's servers show metrics."""

    ports: Sequence[int]
    namespace: pulumi.Input[str]


class Monitor(pulumi.ComponentResource):
    """One PodMonitor for each port."""

    def __init__(
        self, name: str, args: MonitorArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:monitor:Monitor", name, None, opts)
        for port in args.ports:
            made = pod_monitor(name, port)
            k8s.apiextensions.CustomResource(
                f"{name}-{port}",
                api_version=made["apiVersion"],
                kind=made["kind"],
                metadata={**made["metadata"], "namespace": args.namespace},
                spec=made["spec"],
                opts=pulumi.ResourceOptions(parent=self),
            )
        self.register_outputs({})
