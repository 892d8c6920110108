"""A small stack on a cluster of its own, changed by the real engine while its pods are counted."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.update import Engine
from simulation.outcome.condition import holds
from simulation.outcome.outcome import Seen
from simulation.outcome.watch import Patience, outcomes, settled
from stacks.config import StackConfig
from stacks.parse import parse
from stacks.served import served
from tests.support.problems import parsed

PAUSE = 0.1
TENANT = "chat"
KNATIVE = "{mode: knative}"
GROUND = """
cluster: {existing: {kubeconfig: ~/.kube/config, context: changing}}
node_groups:
  system: {instance_type: m5.2xlarge, max_nodes: 2}
  first: {instance_type: g5.xlarge, max_nodes: 3}
  second: {instance_type: g5.2xlarge, max_nodes: 3}
priorities: {online: {value: 1000}, placeholder: {value: -10}}
queues: {online: {}}
tenants: {chat: {queue: online, priority: online}}
platform: {knative: {}, gateway: {domain: models.example}}
"""
MODEL = """
source: hf://Qwen/Qwen2.5-0.5B-Instruct
tenant: chat
node_group: first
resources: {cpu: 1, memory_gib: 4}
protection: {drain_seconds: 1}
"""


def raw(models: dict[str, str]) -> dict[str, Any]:
    """The ground with `models`, each the sample model with the fields of its text."""
    asked = {name: {**parsed(MODEL), **parsed(text)} for name, text in models.items()}
    return {**parsed(GROUND), "models": asked}


def stack(models: dict[str, str]) -> StackConfig:
    """The same, checked."""
    return parse(raw(models))


@dataclass
class Changing:
    """One stack on one cluster."""

    plane: ControlPlane
    engine: Engine

    def up(self, **models: str) -> StackConfig:
        """Make it so; what was asked."""
        return self.make(stack(models))

    def make(self, asked: StackConfig) -> StackConfig:
        """The same for a whole configuration."""
        self.engine.up(self._here(asked))
        return asked

    def impose(self, asked: StackConfig) -> StackConfig:
        """Make its models past the program, which refuses them."""
        for one in served(self._here(asked)).values():
            for manifest in one.objects:
                self.plane.api.apply(manifest)
        return asked

    def again(self, **models: str) -> dict[str, int]:
        """What the engine did, by operation, when it was asked once more."""
        return self.engine.up(self._here(stack(models)))

    def preview(self, **models: str) -> dict[str, int]:
        """What `up` would do."""
        return self.engine.preview(self._here(stack(models)))

    def settle(self, asked: StackConfig, seconds: float = 90) -> list[str]:
        """Why services are not as they should be; empty when all are."""
        patience = Patience(seconds=seconds, still_seconds=seconds)
        found = settled(lambda: outcomes(self.plane.api, asked), lambda _: None, patience)
        return [f"{one.name}: {one.reason}" for one in found if not one.settled]

    def ready(self, *names: str) -> int:
        """Pods of these services that answer now."""
        seen = Seen(self.plane.api.get(f"/api/v1/namespaces/{TENANT}/pods")["items"])
        return sum(holds(pod, "Ready") for name in names for pod in seen.pods_of(name, TENANT))

    def images(self, name: str) -> list[str]:
        """What the service's ready pods run, one each."""
        seen = Seen(self.plane.api.get(f"/api/v1/namespaces/{TENANT}/pods")["items"])
        ready = [pod for pod in seen.pods_of(name, TENANT) if holds(pod, "Ready")]
        return [pod["spec"]["containers"][0]["image"] for pod in ready]

    def service(self, name: str) -> Any:
        """The InferenceService, or None."""
        where = f"/apis/serving.kserve.io/v1beta1/namespaces/{TENANT}/inferenceservices/{name}"
        return self.plane.api.find(where)

    def groups(self, name: str) -> set[str]:
        """The node groups of its pods."""
        seen = Seen(self.plane.api.get(f"/api/v1/namespaces/{TENANT}/pods")["items"])
        nodes = {pod["spec"].get("nodeName", "") for pod in seen.pods_of(name, TENANT)}
        return {node.rpartition("-")[0] for node in nodes}

    def stopped(self, name: str) -> bool:
        """Whether KServe says so."""
        return holds(self.service(name), "Stopped")

    @contextmanager
    def watched(self, *names: str) -> Iterator[list[int]]:
        """How many of these services' pods were ready, all the while."""
        counts, done = [self.ready(*names)], threading.Event()

        def watch() -> None:
            while not done.is_set():
                counts.append(self.ready(*names))
                time.sleep(PAUSE)

        thread = threading.Thread(target=watch)
        thread.start()
        yield counts
        done.set()
        thread.join()

    def remove(self) -> None:
        """All of it."""
        self.engine.destroy(self._here(stack({})))

    def _here(self, asked: StackConfig) -> StackConfig:
        return simulated(asked, self.plane)
