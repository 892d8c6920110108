"""What every model stands on: the scheduler's classes and queues, and the serving runtime."""

from dataclasses import dataclass

import pulumi

from components.priority.component import Priorities, PrioritiesArgs
from components.queue.component import Queues, QueuesArgs
from components.runtime.component import Runtime, RuntimeArgs
from stacks import versions
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Platform:
    """What models wait for."""

    priorities: Priorities
    queues: Queues
    runtime: Runtime

    def parts(self) -> list[pulumi.Resource]:
        """All of them."""
        return [self.priorities, self.queues, self.runtime]


def platform(config: StackConfig, opts: pulumi.ResourceOptions) -> Platform:
    """Build it."""
    image = config.runtime.image or versions.VLLM_IMAGE
    return Platform(
        priorities=Priorities("priorities", PrioritiesArgs(specs=config.priorities), opts),
        queues=Queues("queues", QueuesArgs(specs=config.queues), opts),
        runtime=Runtime("platform-vllm", RuntimeArgs(image=image), opts),
    )
