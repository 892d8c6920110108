"""One model, given in YAML, on nodes of one kind: what it becomes, as plain data."""

from typing import Any

from components.model.manifest import inference_service
from components.model.objects import Surroundings, beside
from components.model.placement import Placement, placement
from components.model.spec import ModelSpec
from components.node_group.spec import NodeGroupSpec
from components.tenant.spec import TenantSpec
from components.types import Manifest
from tests.support.problems import parsed

TENANT = TenantSpec(queue="online", priority="high")
AROUND = Surroundings(
    prometheus_url="http://prometheus:9090",
    kubectl_image="kubectl:1",
    pause_image="pause:1",
    vllm_image="vllm:1",
    server_images={"sklearn": "sklearn:1", "triton": "triton:1"},
)
BASE = {"source": "hf://Qwen/Qwen2-7B-Instruct", "tenant": "chat", "node_group": "a10g"}


def model(text: str = "{}") -> ModelSpec:
    """The sample model with `text`'s fields."""
    return ModelSpec.model_validate({**BASE, **parsed(text)})


def placed(spec: ModelSpec, instance: str = "g5.2xlarge", *, min_nodes: int = 1) -> Placement:
    """Where it runs: nodes of one EC2 type."""
    group = NodeGroupSpec(instance_type=instance, min_nodes=min_nodes, max_nodes=4)
    return placement(spec, TENANT, group)


def service(text: str = "{}", instance: str = "g5.2xlarge") -> Manifest:
    """The InferenceService `chat` of the sample model with `text`'s fields."""
    spec = model(text)
    return inference_service("chat", spec, placed(spec, instance))


def predictor(text: str = "{}", instance: str = "g5.2xlarge") -> dict[str, Any]:
    """Its predictor."""
    return dict(service(text, instance)["spec"]["predictor"])


def objects(text: str = "{}") -> dict[tuple[str, str], Manifest]:
    """What stands beside it, by kind and name."""
    spec = model(text)
    made = beside("chat", spec, placed(spec), AROUND)
    return {(m["kind"], m["metadata"]["name"]): m for m in made}
