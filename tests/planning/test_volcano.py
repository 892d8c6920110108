"""The plan needs the nodes that Volcano itself needs, for Pulumi.prod.yaml and its training job.

Nodes of a group are interchangeable, so what is compared is how many are in use and, where only
one queue uses the group, which models share one: between queues Volcano takes turns by share, and
the plan goes by priority and size. It does not prove where Volcano would put pods that come and go
for weeks: the plan places everybody at once, on an empty cluster.
"""

import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kubernetes import client
from kubernetes.config import new_client_from_config

from components.job.spec import JobSpec
from components.model.spec import ModelSpec
from components.node_group.scheduling import NODE_GROUP_LABEL
from planning.node import Node
from planning.placement import place
from planning.replicas import count
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.nodes.volumes import bring
from simulation.outcome.outcome import MODEL_LABEL
from simulation.outcome.training import JOB_LABEL, training
from simulation.outcome.watch import outcomes, settled
from simulation.run.needs import parts
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig
from tests.planning.configs import repository_stack
from tests.support.cluster import started
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

Together = Counter[tuple[str, tuple[str, ...]]]
"""How often a node of a group holds exactly these models, sorted, one for each replica."""

connected: Any = new_client_from_config


@pytest.fixture(scope="module")
def prod() -> StackConfig:
    return repository_stack("prod")


@pytest.fixture(scope="module")
def served(prod: StackConfig, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlPlane]:
    """A cluster of its own on which every model of the stack has settled.

    The scheduler sleeps until all pods wait for it, so that it sees everybody at once as the plan
    does: whoever comes first is otherwise a matter of milliseconds.
    """
    folder: Path = tmp_path_factory.mktemp("prod")
    with started(parts(prod)) as plane:
        register(plane.api, prod.node_groups)
        engine = Engine("prod", folder, tools(folder / "tools", Toolchain()), lambda _: None)
        plane.kill("volcano-scheduler", signal.SIGKILL)
        engine.up(simulated(prod, plane))
        assert eventually(
            lambda: len(pods(plane)) == sum(count(spec, "minimum") for spec in prod.models.values())
        )
        bring(plane.api, prod)
        plane.restart("volcano-scheduler")
        found = settled(lambda: outcomes(plane.api, prod), lambda _: None)
        assert [one.reason for one in found if not one.settled] == []
        jobs = settled(lambda: training(plane.api, prod), lambda _: None)
        assert [one.remark for one in jobs if not one.settled] == []
        yield plane


def core_of(plane: ControlPlane) -> Any:
    return client.CoreV1Api(connected(str(plane.kubeconfig), plane.context))


def pods(plane: ControlPlane) -> list[Any]:
    found = core_of(plane).list_pod_for_all_namespaces(label_selector=MODEL_LABEL).items
    return list(found)


def by_volcano(plane: ControlPlane) -> Together:
    core = core_of(plane)
    groups = {n.metadata.name: n.metadata.labels[NODE_GROUP_LABEL] for n in core.list_node().items}
    nodes: dict[str, list[str]] = {}
    for pod in pods(plane):
        nodes.setdefault(pod.spec.node_name, []).append(pod.metadata.labels[MODEL_LABEL])
    for pod in core.list_pod_for_all_namespaces(label_selector=JOB_LABEL).items:
        nodes.setdefault(pod.spec.node_name, []).append(pod.metadata.labels[JOB_LABEL])
    return Counter((groups[node], tuple(sorted(models))) for node, models in nodes.items())


def by_the_plan(config: StackConfig) -> Together:
    nodes = place(config, "minimum").nodes
    return Counter(
        (node.group, tuple(sorted(pod.about.partition(".")[2] for pod in node.pods)))
        for node in nodes
        if node.pods
    )


def groups_of_one_queue(config: StackConfig) -> set[str]:
    """Where nobody takes turns: all models of the group wait in the same queue."""
    queues: dict[str, set[str]] = {}
    asked: list[ModelSpec | JobSpec] = [*config.models.values(), *config.jobs.values()]
    for spec in asked:
        queue = spec.queue or config.tenants[spec.tenant].queue
        queues.setdefault(spec.node_group, set()).add(queue)
    return {group for group, waiting in queues.items() if len(waiting) == 1}


def test_the_same_models_share_a_node_of_a_group_that_one_queue_uses(
    prod: StackConfig, served: ControlPlane
) -> None:
    alone = groups_of_one_queue(prod)
    real, planned = by_volcano(served), by_the_plan(prod)

    assert alone
    assert {node: n for node, n in real.items() if node[0] in alone} == {
        node: n for node, n in planned.items() if node[0] in alone
    }


def test_the_training_job_runs_whole_on_the_nodes_that_the_plan_gives_it(
    prod: StackConfig, served: ControlPlane
) -> None:
    [found] = training(served.api, prod)
    planned = [node for node in place(prod, "minimum").nodes if named(node, "jobs.")]

    assert (found.phase, found.running) == ("Running", found.asked)
    assert len(found.nodes) == len(planned)


def named(node: Node, kind: str) -> bool:
    return any(pod.about.startswith(kind) for pod in node.pods)


def test_every_group_needs_as_many_nodes_as_planned(
    prod: StackConfig, served: ControlPlane
) -> None:
    """Volcano takes queues in turns, so who shares a node with whom may differ; how many do not."""

    assert nodes(by_volcano(served)) == nodes(by_the_plan(prod))


def nodes(placed: Together) -> Counter[str]:
    """How many nodes of each group are in use."""
    return Counter(group for group, _ in placed.elements())
