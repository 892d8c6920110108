from typing import Any

from components.model.manifest import inference_service
from components.model.placement import placement
from components.model.spec import ModelSpec
from components.node_group.sharing import GpuSharing, Mig, TimeSlicing, VGpu
from components.node_group.spec import NodeGroupSpec
from components.tenant.spec import TenantSpec

TENANT = TenantSpec(queue="q", priority="p")


def model(sharing: GpuSharing, **asked: Any) -> dict[str, Any]:
    group = NodeGroupSpec(instance_type="p4de.24xlarge", sharing=sharing)
    spec = ModelSpec(source="hf://a/b", tenant="t", node_group="g", **asked)
    manifest = inference_service("m", spec, placement(spec, TENANT, group))
    return dict(manifest["spec"]["predictor"]["model"])


def test_a_model_on_a_layout_asks_for_its_part() -> None:
    asked = model(GpuSharing(mig=Mig(layout={"3g.40gb": 1, "1g.10gb": 1})), mig_profile="1g.10gb")

    limits = asked["resources"]["limits"]
    assert limits["nvidia.com/mig-1g.10gb"] == "1"
    assert "nvidia.com/gpu" not in limits


def test_a_model_on_a_virtual_gpu_asks_for_memory_too() -> None:
    limits = model(GpuSharing(vgpu=VGpu(replicas=4)))["resources"]["limits"]

    assert limits["volcano.sh/vgpu-number"] == "1"
    assert limits["volcano.sh/vgpu-memory"] == "20480"


def test_a_server_is_told_its_part_of_a_memory_it_shares() -> None:
    args = model(GpuSharing(time_slicing=TimeSlicing(replicas=2)))["args"]

    assert "--gpu-memory-utilization=0.45" in args


def test_what_the_model_says_itself_is_kept() -> None:
    sharing = GpuSharing(time_slicing=TimeSlicing(replicas=2))
    args = model(sharing, engine={"gpu_memory_utilization": 0.3})["args"]

    assert "--gpu-memory-utilization=0.3" in args


def test_a_server_with_its_own_memory_is_told_nothing() -> None:
    args = model(GpuSharing(mig=Mig(profile="3g.40gb")))["args"]

    assert not [arg for arg in args if "gpu-memory-utilization" in arg]
