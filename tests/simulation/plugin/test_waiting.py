"""What is awaited, for how long, and what is told and kept when it does not come."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pulumi
import pulumi_kubernetes as k8s
import pytest
from pulumi.automation import CommandError

from simulation.control_plane import ControlPlane, Parts
from tests.simulation.plugin.project import Project, config_map, widget
from tests.support.cluster import gpu_node, started

pytestmark = pytest.mark.cluster
READY = '["condition=Ready", "jsonpath={.status.url}"]'


def has_status(plane: ControlPlane, namespace: str, **fields: Any) -> None:
    """Writes a widget's status as its controller would."""
    metadata = {"name": "widget", "namespace": namespace}
    kind = {"apiVersion": "plugin.test/v1", "kind": "Widget"}
    plane.api.apply({**kind, "metadata": metadata, "status": fields})


def becomes(true: Callable[[], Any], seconds: float = 60) -> Any:
    """What is waited for here must come, or the test fails."""
    deadline = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


@contextmanager
def meanwhile(work: Callable[[], Any]) -> Iterator[Future[Any]]:
    """Something that goes on while the test does something else."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(work)


def exists(plane: ControlPlane, namespace: str) -> bool:
    return bool(plane.api.find(f"/apis/plugin.test/v1/namespaces/{namespace}/widgets/widget"))


@pytest.mark.usefixtures("widgets")
def test_an_update_ends_when_what_was_waited_for_is_there(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    program = widget(namespace, {"a": 1}, waitFor=READY)
    with meanwhile(lambda: project.up(program)) as update:
        becomes(lambda: exists(control_plane, namespace))
        has_status(control_plane, namespace, conditions=[{"type": "Ready", "status": "True"}])
        time.sleep(2)
        waits = not update.done()
        conditions = [{"type": "Ready", "status": "True"}]
        has_status(control_plane, namespace, conditions=conditions, url="http://x")
        counts = update.result()

    assert waits
    assert counts["create"] == 3


@pytest.mark.usefixtures("widgets")
def test_what_does_not_become_ready_is_kept_and_waited_for_again(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    program = widget(namespace, {"a": 1}, waitFor="condition=Ready", timeoutSeconds="1")

    with pytest.raises(CommandError, match="after 1 s: waiting for Ready"):
        project.up(program)
    assert '"initErrors"' in project.state()
    has_status(control_plane, namespace, conditions=[{"type": "Ready", "status": "True"}])

    assert project.up(program)["update"] == 1
    assert '"initErrors"' not in project.state()


def test_a_deployment_is_awaited_and_its_failure_told_in_the_clusters_words(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    node = f"node-{namespace}"

    labels = {"app": "web"}
    pod = {"nodeName": node, "containers": [{"name": "web", "image": "web"}]}
    template = {"metadata": {"labels": labels}, "spec": pod}
    spec: Any = {"selector": {"matchLabels": labels}, "template": template}
    metadata: Any = {"name": "web", "namespace": namespace}
    brief = pulumi.ResourceOptions(custom_timeouts=pulumi.CustomTimeouts("3s", "120s"))

    def program(options: pulumi.ResourceOptions) -> None:
        own = pulumi.ResourceOptions.merge(options, brief)
        k8s.apps.v1.Deployment("web", metadata=metadata, spec=spec, opts=own)

    with pytest.raises(CommandError, match="0 of 1 replicas are available"):
        project.up(program)
    control_plane.api.apply(gpu_node(node))
    try:
        assert project.up(program)["update"] == 1
        path = f"/apis/apps/v1/namespaces/{namespace}/deployments/web"
        assert control_plane.api.get(path)["status"]["readyReplicas"] == 1
    finally:
        project.destroy()
        control_plane.api.delete(f"/api/v1/nodes/{node}")


@pytest.mark.usefixtures("widgets")
def test_a_deletion_waits_for_the_last_finalizer(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    project.up(widget(namespace, {"a": 1}))
    path = f"/apis/plugin.test/v1/namespaces/{namespace}/widgets/widget"
    metadata = {"name": "widget", "namespace": namespace, "finalizers": ["plugin.test/held"]}
    kind = {"apiVersion": "plugin.test/v1", "kind": "Widget"}
    control_plane.api.apply({**kind, "metadata": metadata})

    with meanwhile(project.destroy) as destruction:
        becomes(lambda: "deletionTimestamp" in control_plane.api.get(path)["metadata"])
        time.sleep(1)
        waits = not destruction.done()
        control_plane.api.apply({**kind, "metadata": metadata | {"finalizers": []}})
        destruction.result()

    assert waits
    assert not exists(control_plane, namespace)


def engine_processes() -> list[int]:
    """The Pulumi CLIs that this process has started."""
    own = str(os.getpid())
    stats = [path.read_text().split(")")[-1].split() for path in Path("/proc").glob("[0-9]*/stat")]
    pids = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat")]
    children = [pid for pid, stat in zip(pids, stats, strict=False) if stat[1] == own]
    return [pid for pid in children if "pulumi" in Path(f"/proc/{pid}/cmdline").read_text()]


@pytest.mark.usefixtures("widgets")
def test_an_engine_killed_in_the_middle_is_followed_by_one_that_converges(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    def program(options: pulumi.ResourceOptions) -> None:
        widget(namespace, {"a": 1}, waitFor="condition=Ready")(options)
        config_map(namespace, {"a": "1"}, name="settings")(options)

    with meanwhile(lambda: project.up(program)) as update:
        becomes(lambda: exists(control_plane, namespace))
        for engine in becomes(engine_processes):
            os.kill(engine, signal.SIGKILL)
        assert update.exception()
    has_status(control_plane, namespace, conditions=[{"type": "Ready", "status": "True"}])
    project.stack(program).cancel()

    project.up(program)

    assert project.up(program) == {"same": 4}
    project.destroy()
    assert not exists(control_plane, namespace)


def test_an_update_outlives_the_death_of_the_api_server(project: Project) -> None:
    with started(Parts(volcano=False, kserve=False)) as plane:
        own = Project(project.folder, project.bin, plane.kubeconfig)

        def program(options: pulumi.ResourceOptions) -> None:
            for number in range(200):
                name = f"settings-{number}"
                metadata: Any = {"name": name, "namespace": "default"}
                k8s.core.v1.ConfigMap(name, metadata=metadata, opts=options)

        def some() -> bool:
            listed = plane.api.get("/api/v1/namespaces/default/configmaps")
            return len(listed["items"]) > 20

        with meanwhile(lambda: own.up(program)) as update:
            becomes(some)
            plane.kill("kube-apiserver", signal.SIGKILL)
            plane.restart("kube-apiserver")
            counts = update.result()

        assert counts["create"] == 202
