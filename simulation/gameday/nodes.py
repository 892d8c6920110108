"""What befalls nodes: silence, a notice before they are taken, and their return."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from components.node_group.spec import NodeGroupSpec
from components.types import Manifest
from simulation.control_plane.api import Api
from simulation.nodes.drain import cordon, evict, gone, pods_on
from simulation.nodes.register import NODES, register
from simulation.nodes.silence import silence, wake

NOTICE_SECONDS = 120
"""What EC2 gives before it takes a spot instance back."""

PAUSE = 0.5


@dataclass
class Nodes:
    """The nodes of one cluster; `lost` are silent or gone."""

    api: Api
    groups: Mapping[str, NodeGroupSpec]
    lost: set[str] = field(default_factory=set)

    def all(self) -> list[Manifest]:
        """Those that are there and not silent."""
        found = self.api.get(NODES)["items"]
        return [node for node in found if node["metadata"]["name"] not in self.lost]

    def lose(self, names: Iterable[str]) -> None:
        """Their kubelets fall silent: no word, no lease."""
        for name in names:
            self.lost.add(name)
            silence(self.api, name)

    def drain(self, name: str) -> list[str]:
        """Cordon, evict within the notice, then the node is gone; returns who had to be left."""
        cordon(self.api, name)
        end = time.monotonic() + NOTICE_SECONDS
        while (left := pods_on(self.api, name)) and time.monotonic() < end:
            for pod in left:
                evict(self.api, pod)
            time.sleep(PAUSE)
        self.lost.add(name)
        gone(self.api, name)
        return [pod["metadata"]["name"] for pod in left]

    def back(self) -> None:
        """Every node that was lost, drained or taken is there again."""
        for name in self.lost:
            if self.api.find(f"{NODES}/{name}") is not None:
                wake(self.api, name)
        self.lost.clear()
        register(self.api, self.groups)
