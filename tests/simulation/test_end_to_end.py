"""The whole way: Pulumi.dev.yaml through the real engine to Ready models, and back to nothing.

What became of a stack is asserted on the cluster, through the official client; the engine's own
count only tells that it touched nothing else. That a container starts is not proved: kubelets are
played.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from components.scaler.spec import Scaling
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.run.needs import parts
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig
from stacks.file import read
from tests.simulation.world import SERVICES, World, uids
from tests.support.cluster import started
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

ROOT = Path(__file__).parents[2]
MODEL = "qwen2-0-5b"


@pytest.fixture(scope="module")
def dev() -> StackConfig:
    return read(ROOT / "Pulumi.dev.yaml")


@pytest.fixture(scope="module")
def world(dev: StackConfig, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """On a cluster of its own: the engine refuses to adopt what another test has left there."""
    folder = tmp_path_factory.mktemp("engine")
    found = tools(folder / "tools", Toolchain())
    with started(parts(dev)) as plane:
        register(plane.api, dev.node_groups)
        made = World(plane, Engine("dev", folder, found, lambda _: None))
        made.up(dev)
        made.settle(dev)
        yield made
        made.engine.destroy(made.here(dev))


def changed(dev: StackConfig, **of_model: Any) -> StackConfig:
    model = dev.models[MODEL].model_copy(update=of_model)
    return dev.model_copy(update={"models": {**dev.models, MODEL: model}})


def test_every_model_is_ready_by_kserve_s_own_status(world: World, dev: StackConfig) -> None:
    services = world.services()

    assert set(services) == set(dev.models)
    for service in services.values():
        conditions = {c["type"]: c["status"] for c in service["status"]["conditions"]}
        assert conditions["Ready"] == "True"


def test_every_pod_is_bound_by_volcano_to_a_node_of_its_group(
    world: World, dev: StackConfig
) -> None:
    groups = {
        node.metadata.name: (node.metadata.labels or {}).get("gpu-inference/node-group")
        for node in world.core.list_node().items
    }
    for name, model in dev.models.items():
        pods = world.pods(name)
        assert len(pods) == model.scaling.min_replicas
        assert {pod.spec.scheduler_name for pod in pods} == {"volcano"}
        assert {groups[pod.spec.node_name] for pod in pods} == {model.node_group}


def test_a_second_run_changes_nothing(world: World, dev: StackConfig) -> None:
    assert set(world.up(dev)) == {"same"}


def test_a_run_changes_nothing_that_an_autoscaler_or_kserve_has_changed(
    world: World, dev: StackConfig
) -> None:
    """The Deployment is KServe's, and its replicas a scaler's; status and defaults are nobody's."""
    namespace = dev.models[MODEL].tenant
    world.custom.patch_namespaced_custom_object(
        *SERVICES,
        namespace,
        "inferenceservices",
        MODEL,
        {"metadata": {"annotations": {"somebody.else/was": "here"}}},
    )
    before = world.services()[MODEL]["metadata"]["generation"]

    assert set(world.up(dev)) == {"same"}
    after = world.services()[MODEL]
    assert after["metadata"]["generation"] == before
    assert after["metadata"]["annotations"]["somebody.else/was"] == "here"


def test_a_changed_replica_count_rolls(world: World, dev: StackConfig) -> None:
    """The neighbour's pods stay: it only learns that its next update finds a free GPU beside it."""
    fewer = changed(dev, scaling=Scaling(min_replicas=1, max_replicas=1))
    before, neighbour = world.asked(), uids(world.pods("bge-small"))

    counted = world.up(fewer)

    after = world.asked()
    assert {name for name in after if after[name] != before.get(name)} == {
        "InferenceService.chat.qwen2-0-5b",
        "InferenceService.search.bge-small",
    }
    assert before.keys() - after.keys() == {"PodDisruptionBudget.chat.qwen2-0-5b"}
    assert (counted["update"], counted["delete"]) == (2, 1)
    assert set(counted) == {"same", "update", "delete"}
    assert uids(world.pods("bge-small")) == neighbour
    assert eventually(lambda: len(world.pods(MODEL)) == 1)
    world.up(dev)
    assert eventually(lambda: len(world.pods(MODEL)) == 2)
    world.settle(dev)


def test_a_stopped_model_has_no_pods_and_says_so(world: World, dev: StackConfig) -> None:
    world.up(changed(dev, stopped=True))
    assert eventually(lambda: not world.pods(MODEL))
    assert eventually(
        lambda: any(
            (c["type"], c["status"]) == ("Stopped", "True")
            for c in world.services()[MODEL]["status"]["conditions"]
        )
    )
    world.up(dev)
    world.settle(dev)


def test_a_removed_model_disappears_with_all_it_owned(world: World, dev: StackConfig) -> None:
    rest = {name: model for name, model in dev.models.items() if name != MODEL}
    world.up(dev.model_copy(update={"models": rest}))
    namespace = dev.models[MODEL].tenant

    assert MODEL not in world.services()
    assert eventually(lambda: not world.pods(MODEL))
    assert eventually(
        lambda: (
            not any(
                thing.metadata.name.startswith(f"{MODEL}-")
                for thing in (
                    *world.apps.list_namespaced_deployment(namespace).items,
                    *world.core.list_namespaced_service(namespace).items,
                )
            )
        )
    )
    world.up(dev)
    world.settle(dev)


def test_a_destroy_leaves_no_namespace_no_queue_and_no_model(
    world: World, dev: StackConfig
) -> None:
    world.engine.destroy(world.here(dev))

    queues = world.custom.list_cluster_custom_object("scheduling.volcano.sh", "v1beta1", "queues")
    left = {queue["metadata"]["name"] for queue in queues["items"]}
    assert world.services() == {}
    assert world.namespaces() == set()
    assert left.isdisjoint(dev.queues)
    world.up(dev)
    world.settle(dev)
