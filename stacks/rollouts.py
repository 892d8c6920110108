"""Which models can be updated by starting the new beside the old, and which would wait for ever."""

from components.model.spec import ModelSpec
from stacks.config import StackConfig
from stacks.spare import Size, fits, replica, spare


def beside(spec: ModelSpec) -> int:
    """How many replicas stand beside the old ones at once: Knative starts the whole revision."""
    return max(spec.scaling.min_replicas, 1) if spec.mode == "knative" else 1


class Spares:
    """What each node group has left, counted once."""

    def __init__(self, config: StackConfig) -> None:
        self._config = config
        self._left: dict[str, list[Size]] = {}
        self._fitting: dict[tuple[str, Size, int], bool] = {}

    def left(self, group: str) -> list[Size]:
        """By node."""
        if group not in self._left:
            self._left[group] = spare(self._config, group)
        return self._left[group]

    def surges(self, spec: ModelSpec) -> bool:
        """Whether the new replicas of `spec` find a place beside all the old ones."""
        asked = (spec.node_group, replica(self._config, spec), beside(spec) * spec.nodes)
        if asked not in self._fitting:
            group, size, count = asked
            self._fitting[asked] = fits(self.left(group), size, count)
        return self._fitting[asked]
