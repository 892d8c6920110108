"""What every model stands on: the operators, the scheduler's classes and queues, the runtime."""

from dataclasses import dataclass

import pulumi

from components.helm.component import Releases, ReleasesArgs
from components.namespace.component import Namespace, NamespaceArgs
from components.priority.component import Priorities, PrioritiesArgs
from components.queue.component import Queues, QueuesArgs
from components.runtime.component import Runtime, RuntimeArgs
from stacks import versions
from stacks.config import StackConfig
from stacks.namespaces import namespaces
from stacks.releases.all import releases


@dataclass(frozen=True, kw_only=True)
class Platform:
    """What models wait for."""

    operators: Releases
    priorities: Priorities
    queues: Queues
    runtime: Runtime

    def parts(self) -> list[pulumi.Resource]:
        """All of them."""
        return [self.operators, self.priorities, self.queues, self.runtime]


def platform(config: StackConfig, opts: pulumi.ResourceOptions) -> Platform:
    """Build it: queues and the runtime are of kinds that the operators bring."""
    operators = _operators(config, opts)
    after = pulumi.ResourceOptions(provider=opts.provider, depends_on=[operators])
    image = config.runtime.image or versions.VLLM_IMAGE
    return Platform(
        operators=operators,
        priorities=Priorities("priorities", PrioritiesArgs(specs=config.priorities), opts),
        queues=Queues("queues", QueuesArgs(specs=config.queues), after),
        runtime=Runtime("platform-vllm", RuntimeArgs(image=image), after),
    )


def _operators(config: StackConfig, opts: pulumi.ResourceOptions) -> Releases:
    homes = {
        name: Namespace(name, NamespaceArgs(spec=spec), opts)
        for name, spec in namespaces(config).items()
    }
    return Releases("operators", ReleasesArgs(releases=releases(config), namespaces=homes), opts)
