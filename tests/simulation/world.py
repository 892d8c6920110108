"""One stack on a simulated cluster, asked for and looked at through the official client."""

from typing import Any

from kubernetes import client
from kubernetes.config import new_client_from_config

from components.types import Manifest
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.made import made
from simulation.engine.update import Engine
from simulation.inspection.identity import identity
from simulation.outcome.watch import outcomes, settled
from stacks.config import StackConfig

SERVICES = ("serving.kserve.io", "v1beta1")

connected: Any = new_client_from_config


class World:
    """One stack on one cluster: ask for a configuration, then look at what became of it."""

    def __init__(self, plane: ControlPlane, engine: Engine) -> None:
        self.plane = plane
        self.engine = engine
        api: Any = connected(str(plane.kubeconfig), plane.context)
        self.core: Any = client.CoreV1Api(api)
        self.apps: Any = client.AppsV1Api(api)
        self.custom: Any = client.CustomObjectsApi(api)

    def up(self, asked: StackConfig) -> dict[str, int]:
        """The engine's count of operations."""
        return self.engine.up(self.here(asked))

    def here(self, asked: StackConfig) -> StackConfig:
        return simulated(asked, self.plane)

    def settle(self, asked: StackConfig) -> None:
        found = settled(lambda: outcomes(self.plane.api, asked), lambda _: None)
        assert [one.reason for one in found if not one.settled] == []

    def services(self) -> dict[str, Any]:
        found = self.custom.list_cluster_custom_object(*SERVICES, "inferenceservices")
        return {service["metadata"]["name"]: service for service in found["items"]}

    def asked(self) -> dict[str, Manifest]:
        """Every object that the engine has asked for, by `Kind.namespace.name`."""
        return {identity(one): one for one in made(self.engine.state, self.engine.name)}

    def pods(self, model: str) -> list[Any]:
        selector = f"serving.kserve.io/inferenceservice={model}"
        found = self.core.list_pod_for_all_namespaces(label_selector=selector).items
        return [pod for pod in found if not pod.metadata.deletion_timestamp]

    def namespaces(self) -> set[str]:
        found = self.core.list_namespace(label_selector="gpu-inference/tenant").items
        return {namespace.metadata.name for namespace in found}


def uids(pods: list[Any]) -> set[str]:
    return {pod.metadata.uid for pod in pods}
