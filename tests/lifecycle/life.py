"""A model on nodes of its own in the shared cluster, its ready replicas sampled all the while."""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from components.model.manifest import inference_service
from components.model.placement import placement
from components.model.spec import ModelSpec
from components.model.variants import variants
from components.node_group.spec import NodeGroupSpec
from components.tenant.spec import TenantSpec
from components.types import Manifest
from simulation.control_plane.control_plane import ControlPlane
from tests.support import patience
from tests.support.problems import parsed

GROUP = NodeGroupSpec(instance_type="g5.2xlarge", min_nodes=1, max_nodes=4)
OWNER = TenantSpec(queue="lifecycle", priority="lifecycle")
PAUSE = 0.1

eventually = partial(patience.eventually, seconds=90)
"""With the patience that an update of several replicas asks for."""


@dataclass
class Life:
    """One model's services in one namespace; `fewest` is what was ever ready of each."""

    plane: ControlPlane
    namespace: str
    group: str
    fewest: dict[str, int] = field(default_factory=dict)

    def apply(self, text: str, **placed: Any) -> None:
        """The sample model with `text`'s fields, each of its running versions."""
        spec = self.spec(text)
        for one in variants("llm", spec):
            self.plane.api.apply(self._service(one.name, one.spec, placed))

    def spec(self, text: str) -> ModelSpec:
        base = {
            "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
            "tenant": self.namespace,
            "node_group": self.group,
            "resources": {"cpu": 1, "memory_gib": 2},
            "protection": {"drain_seconds": 1},
        }
        return ModelSpec.model_validate({**base, **parsed(text)})

    def _service(self, name: str, spec: ModelSpec, placed: dict[str, Any]) -> Manifest:
        return inference_service(name, spec, replace(placement(spec, OWNER, GROUP), **placed))

    def deployment(self, name: str) -> Manifest | None:
        target = f"/apis/apps/v1/namespaces/{self.namespace}/deployments/{name}-predictor"
        found: Manifest | None = self.plane.api.find(target)
        return found

    def ready(self, name: str) -> int:
        found = self.deployment(name)
        return int(found.get("status", {}).get("readyReplicas", 0)) if found else 0

    def rolled_out(self, name: str) -> bool:
        """Whether every replica is of the newest template, and ready."""
        found = self.deployment(name)
        if found is None:
            return False
        status, wanted = found.get("status", {}), found["spec"]["replicas"]
        seen = status.get("observedGeneration") == found["metadata"]["generation"]
        counts = {status.get(key, 0) for key in ("replicas", "updatedReplicas", "readyReplicas")}
        return bool(seen and counts == {wanted})

    def image(self, name: str) -> str:
        found = self.deployment(name)
        assert found is not None
        return str(found["spec"]["template"]["spec"]["containers"][0]["image"])
