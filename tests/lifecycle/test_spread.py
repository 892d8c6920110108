"""Where the replicas of one model go when one node has room for all of them."""

import pytest

from components.job.manifest import JobPlace, volcano_job
from components.job.spec import JobSpec
from components.model.pod import TOPOLOGY
from components.node_group.scheduling import node_labels, node_selector, taints, tolerations
from components.tenant.spec import Size
from components.types import Manifest
from simulation.control_plane.control_plane import ControlPlane
from tests.lifecycle.life import GROUP, Life, eventually
from tests.simulation.control_plane.cluster_objects import pods
from tests.support.cluster import gpu_node

pytestmark = pytest.mark.cluster
PAIR = "scaling: {min_replicas: 2, max_replicas: 2}\n"


@pytest.fixture
def wide(life: Life) -> Life:
    """Two zones with two nodes of eight GPUs each, and none of the small ones."""
    api = life.plane.api
    for index in range(GROUP.max_nodes):
        api.delete(f"/api/v1/nodes/{life.namespace}-{index}")
    made = []
    for index in range(4):
        node = gpu_node(f"{life.namespace}-{index}")
        zone = {TOPOLOGY["zones"]: "ab"[index % 2]}
        node["metadata"]["labels"] |= {**node_labels(life.group, GROUP), **zone}
        node["spec"] = {"taints": [taint.model_dump() for taint in taints(GROUP)]}
        made.append(api.apply(node))
    return life


def placed(plane: ControlPlane, namespace: str, label: str) -> list[str]:
    """The value of a label of every pod's node, sorted."""
    names = [pod["spec"].get("nodeName") for pod in pods(plane, namespace)]
    nodes = [plane.api.get(f"/api/v1/nodes/{name}") for name in names if name]
    return sorted(node["metadata"]["labels"][label] for node in nodes)


@pytest.mark.parametrize("gpus", [1, 4])
def test_two_replicas_are_in_two_zones(wide: Life, gpus: int) -> None:
    wide.apply(PAIR + f"gpus: {gpus}")

    assert eventually(lambda: wide.ready("llm") == 2)
    assert placed(wide.plane, wide.namespace, TOPOLOGY["zones"]) == ["a", "b"]


def test_two_replicas_are_on_two_nodes_where_the_model_asks_for_it(wide: Life) -> None:
    wide.apply(PAIR + "gpus: 4\nprotection: {spread: [nodes], drain_seconds: 1}")

    assert eventually(lambda: wide.ready("llm") == 2)
    assert len(set(placed(wide.plane, wide.namespace, TOPOLOGY["nodes"]))) == 2


def test_two_replicas_are_in_two_zones_after_an_update_too(wide: Life) -> None:
    wide.apply(PAIR + "gpus: 4")
    assert eventually(lambda: wide.ready("llm") == 2)
    before = {pod["metadata"]["uid"] for pod in pods(wide.plane, wide.namespace)}

    wide.apply(PAIR + "gpus: 4\nengine: {max_num_seqs: 7}")

    assert eventually(
        lambda: (
            wide.rolled_out("llm")
            and not before & {pod["metadata"]["uid"] for pod in pods(wide.plane, wide.namespace)}
        )
    )
    assert placed(wide.plane, wide.namespace, TOPOLOGY["zones"]) == ["a", "b"]


def test_without_a_wish_they_share_a_node(wide: Life) -> None:
    wide.apply(PAIR + "protection: {spread: [], drain_seconds: 1}")

    assert eventually(lambda: wide.ready("llm") == 2)
    assert len(set(placed(wide.plane, wide.namespace, TOPOLOGY["nodes"]))) == 1


def test_workers_of_a_job_share_a_node(wide: Life) -> None:
    """Their Service would make them apart, by the scheduler's own constraints."""
    spec = JobSpec(
        tenant=wide.namespace,
        node_group=wide.group,
        image="trainer:1",
        command=("train",),
        workers=2,
        runs_minutes=1,
        resources=Size(cpu=1, memory_gib=1),
    )
    where = JobPlace(
        namespace=wide.namespace,
        queue="lifecycle",
        priority="lifecycle",
        node_selector=node_selector(wide.group),
        tolerations=tolerations(GROUP),
        resources=Size(cpu=1, memory_gib=1),
    )
    wide.plane.api.apply(volcano_job("tune", spec, where))

    assert eventually(lambda: len(_nodes(wide)) == 2)
    assert len(set(_nodes(wide))) == 1


def _nodes(life: Life) -> list[str]:
    return placed(life.plane, life.namespace, TOPOLOGY["nodes"])


def test_a_zone_that_takes_nobody_keeps_nobody_waiting(wide: Life) -> None:
    for index in (0, 2):
        node = wide.plane.api.get(f"/api/v1/nodes/{wide.namespace}-{index}")
        wide.plane.api.apply(_named(node) | {"spec": {**node["spec"], "unschedulable": True}})
    wide.apply(PAIR + "protection: {spread: [zones], spread_strictly: true, drain_seconds: 1}")

    assert eventually(lambda: wide.ready("llm") == 2)
    assert placed(wide.plane, wide.namespace, TOPOLOGY["zones"]) == ["b", "b"]


def _named(node: Manifest) -> Manifest:
    return {"apiVersion": "v1", "kind": "Node", "metadata": {"name": node["metadata"]["name"]}}
