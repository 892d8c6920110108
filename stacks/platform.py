"""What every model stands on: the operators, the scheduler's classes and queues, the runtime."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi

import components.zone_tainter.manifest as zone_tainter
from components.helm.component import Releases, ReleasesArgs
from components.namespace.component import Namespace, NamespaceArgs
from components.objects.component import Objects, ObjectsArgs
from components.priority.manifest import priority_class
from components.queue.component import Queues, QueuesArgs
from components.runtime.manifest import RUNTIME, vllm_runtime
from stacks import versions
from stacks.config import StackConfig
from stacks.namespaces import namespaces
from stacks.releases.all import releases
from stacks.scheduling import topology
from stacks.tainting import tainting


@dataclass(frozen=True, kw_only=True)
class Platform:
    """What models wait for."""

    operators: Releases
    priorities: Objects
    queues: Queues
    runtime: Objects
    topology: list[Objects]

    def parts(self) -> list[pulumi.Resource]:
        """All of them."""
        return [self.operators, self.priorities, self.queues, self.runtime, *self.topology]


def platform(config: StackConfig, opts: pulumi.ResourceOptions) -> Platform:
    """Build it: queues and the runtime are of kinds that the operators bring."""
    homes = _homes(config, opts)
    _zone_tainter(config, homes, opts)
    operators = _operators(config, homes, opts)
    after = pulumi.ResourceOptions(provider=opts.provider, depends_on=[operators])
    return Platform(
        operators=operators,
        priorities=Objects("priorities", _priorities(config), opts),
        queues=Queues("queues", QueuesArgs(specs=config.queues), after),
        runtime=Objects(RUNTIME, _runtime(config), after),
        topology=_topology(config, after),
    )


def _priorities(config: StackConfig) -> ObjectsArgs:
    classes = [priority_class(name, spec) for name, spec in config.priorities.items()]
    return ObjectsArgs(type="gpu-inference:priority:Priorities", manifests=classes)


def _runtime(config: StackConfig) -> ObjectsArgs:
    """What serves every model that names no image of its own."""
    made = vllm_runtime(config.runtime.image or versions.VLLM_IMAGE)
    return ObjectsArgs(type="gpu-inference:runtime:Runtime", manifests=[made])


def _topology(config: StackConfig, opts: pulumi.ResourceOptions) -> list[Objects]:
    """Which nodes are near each other, where anybody asks."""
    made = topology(config)
    kind = "gpu-inference:hyper-node:HyperNodes"
    return [Objects("topology", ObjectsArgs(type=kind, manifests=made), opts)] if made else []


def _zone_tainter(
    config: StackConfig, homes: Mapping[str, Namespace], opts: pulumi.ResourceOptions
) -> None:
    """Nobody waits for it: a zone can be lost a minute later."""
    if made := tainting(config):
        kind = "gpu-inference:zone-tainter:ZoneTainter"
        walled = pulumi.ResourceOptions(depends_on=[homes[zone_tainter.NAMESPACE]])
        args = ObjectsArgs(type=kind, manifests=made, namespace=zone_tainter.NAMESPACE)
        Objects(zone_tainter.NAME, args, pulumi.ResourceOptions.merge(opts, walled))


def _homes(config: StackConfig, opts: pulumi.ResourceOptions) -> dict[str, Namespace]:
    return {
        name: Namespace(name, NamespaceArgs(spec=spec), opts)
        for name, spec in namespaces(config).items()
    }


def _operators(
    config: StackConfig, homes: Mapping[str, Namespace], opts: pulumi.ResourceOptions
) -> Releases:
    return Releases("operators", ReleasesArgs(releases=releases(config), namespaces=homes), opts)
