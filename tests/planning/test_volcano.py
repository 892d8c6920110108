"""The plan puts the same models together on a node as Volcano itself does, for Pulumi.prod.yaml.

Nodes of a group are interchangeable, so what is compared is which models share a node, not which
node it is. It does not prove where Volcano would put pods that come and go for weeks: the plan
places everybody at once, on an empty cluster.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kubernetes import client
from kubernetes.config import new_client_from_config

from components.node_group.scheduling import NODE_GROUP_LABEL
from planning.placement import place
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.outcome.watch import outcomes, settled
from simulation.run.needs import parts
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig
from tests.planning.configs import repository_stack
from tests.support.cluster import started

pytestmark = pytest.mark.cluster

Together = Counter[tuple[str, tuple[str, ...]]]
"""How often a node of a group holds exactly these models, sorted, one for each replica."""

MODEL_LABEL = "serving.kserve.io/inferenceservice"
connected: Any = new_client_from_config


@pytest.fixture(scope="module")
def prod() -> StackConfig:
    return repository_stack("prod")


@pytest.fixture(scope="module")
def served(prod: StackConfig, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlPlane]:
    """A cluster of its own on which every model of the stack has settled."""
    folder: Path = tmp_path_factory.mktemp("prod")
    with started(parts(prod)) as plane:
        register(plane.api, prod.node_groups)
        engine = Engine("prod", folder, tools(folder / "tools", Toolchain()), lambda _: None)
        engine.up(simulated(prod, plane.kubeconfig, plane.context, plane.identifier))
        found = settled(lambda: outcomes(plane.api, prod), lambda _: None)
        assert [one.reason for one in found if not one.settled] == []
        yield plane


def by_volcano(plane: ControlPlane) -> Together:
    core: Any = client.CoreV1Api(connected(str(plane.kubeconfig), plane.context))
    groups = {n.metadata.name: n.metadata.labels[NODE_GROUP_LABEL] for n in core.list_node().items}
    nodes: dict[str, list[str]] = {}
    for pod in core.list_pod_for_all_namespaces(label_selector=MODEL_LABEL).items:
        nodes.setdefault(pod.spec.node_name, []).append(pod.metadata.labels[MODEL_LABEL])
    return Counter((groups[node], tuple(sorted(models))) for node, models in nodes.items())


def by_the_plan(config: StackConfig) -> Together:
    nodes = place(config, "minimum").nodes
    return Counter(
        (node.group, tuple(sorted(pod.model for pod in node.replicas)))
        for node in nodes
        if node.replicas
    )


def test_the_same_models_share_a_node(prod: StackConfig, served: ControlPlane) -> None:
    assert by_volcano(served) == by_the_plan(prod)
