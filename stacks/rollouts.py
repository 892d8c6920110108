"""Which models can be updated by starting the new beside the old, and which would wait for ever."""

from components.model.spec import ModelSpec
from stacks.ceilings import Ceilings
from stacks.config import StackConfig
from stacks.once import once
from stacks.spare import Asked, Size, asked, fits, several, spare


def beside(spec: ModelSpec) -> int:
    """How many replicas stand beside the old ones at once: Knative starts the whole revision."""
    return max(spec.scaling.min_replicas, 1) if spec.mode == "knative" else 1


class Spares:
    """What node groups, tenants and queues have left, counted once."""

    def __init__(self, config: StackConfig) -> None:
        self._config = config
        self._asked = asked(config)
        self._ceilings = Ceilings(config, self._asked)
        self._left: dict[str, list[Size]] = {}
        self._hindered: dict[Asked, str] = {}

    def surges(self, spec: ModelSpec) -> bool:
        """Whether the new replicas of `spec` find a place beside all the old ones."""
        return not self.hindrance(spec)

    def hindrance(self, spec: ModelSpec) -> str:
        """Why they do not, with every model at its largest; nothing where they do."""
        more = several(self._config, spec, beside(spec) * spec.nodes)
        if more not in self._hindered:
            limits = self._ceilings.above(more)
            self._hindered[more] = self._nodes(more) or " and ".join(limits)
        return self._hindered[more]

    def _nodes(self, more: Asked) -> str:
        group = more.group
        if group not in self._left:
            there = [it for it in self._asked if it.group == group]
            self._left[group] = spare(self._config.node_groups[group], there)
        left = self._left[group]
        if fits(left, more.size, more.count):
            return ""
        free, largest = sum(size.gpus for size in left), max(size.gpus for size in left)
        return f"`{group}` has {free} free, {largest} of them on one node"


@once
def spares(config: StackConfig) -> Spares:
    """Those of a stack."""
    return Spares(config)
