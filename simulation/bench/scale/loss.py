"""Nodes that fall silent: how long until everything that they served runs elsewhere."""

from collections import Counter
from collections.abc import Callable, Mapping
from time import monotonic, sleep

from components.node_group.loss import LOST
from components.types import Manifest
from simulation.bench.scale.events import Work
from simulation.bench.scale.measure import Seen, missing, quantile
from simulation.bench.scale.result import NodeLoss
from simulation.bench.scale.watch import Pods
from simulation.control_plane.api import Api
from simulation.nodes.drain import pods_on
from simulation.nodes.register import NODES
from simulation.nodes.silence import silence

WAITED_FOR = 60.0
"""A longer toleration is added up from what the API server wrote into the pods."""
LONGEST = 400.0
PAUSE = 0.25


def lose(api: Api, pods: Pods, works: Mapping[str, Work], count: int) -> NodeLoss:
    """Silence the nodes with the most pods, and measure, or add up where it takes minutes."""
    nodes = fullest(pods.there(), count)
    on_them = [pod for node in nodes for pod in pods_on(api, node)]
    tolerated = tolerated_seconds(on_them)
    usual = quantile([pod.waited for pod in pods.there() if pod.waited is not None], 0.5) or 0.0
    began = monotonic()
    for name in nodes:
        silence(api, name)
    silent = until(lambda: all(unreachable(api.get(f"{NODES}/{node}")) for node in nodes)) - began
    computed = tolerated > WAITED_FOR
    if computed:
        recovered = silent + tolerated + usual
    else:
        recovered = until(lambda: not missing(_elsewhere(pods, nodes), works)) - began
    return NodeLoss(
        nodes=count,
        pods=len(on_them),
        silent_seconds=silent,
        tolerated_seconds=tolerated,
        recovered_seconds=recovered,
        computed=computed,
    )


def fullest(pods: list[Seen], count: int) -> list[str]:
    """The nodes with the most pods."""
    counted = Counter(pod.node for pod in pods if pod.node is not None)
    return sorted(counted, key=lambda node: (-counted[node], node))[:count]


def tolerated_seconds(pods: list[Manifest]) -> float:
    """The longest that any of them stays on a node that is unreachable."""
    found = [
        toleration.get("tolerationSeconds", LONGEST)
        for pod in pods
        for toleration in pod["spec"]["tolerations"]
        if toleration.get("key") in LOST
    ]
    return float(max(found, default=0))


def joining(node: Manifest) -> bool:
    """Whether its kubelet has not been heard of yet, or no more: nobody new may come."""
    return any(taint["key"] in LOST for taint in node["spec"].get("taints", []))


def unreachable(node: Manifest) -> bool:
    """Whether it is lost: who is there must go."""
    taints = node["spec"].get("taints", [])
    return any(taint["key"] in LOST and taint["effect"] == "NoExecute" for taint in taints)


def _elsewhere(pods: Pods, nodes: list[str]) -> list[Seen]:
    return [pod for pod in pods.there() if pod.node not in nodes]


def until(true: Callable[[], bool]) -> float:
    """When it came true."""
    deadline = monotonic() + LONGEST
    while not true():
        if monotonic() > deadline:
            raise TimeoutError(f"the cluster is not as expected after {LONGEST:.0f} s")
        sleep(PAUSE)
    return monotonic()
