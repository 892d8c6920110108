import pytest

from components.node_group.capacity import node_capacity
from components.node_group.scheduling import node_labels, taints
from components.node_group.sharing import GpuSharing, Mig, Mps, TimeSlicing, VGpu
from components.node_group.spec import NodeGroupSpec


def group(sharing: GpuSharing) -> NodeGroupSpec:
    return NodeGroupSpec(instance_type="p4de.24xlarge", sharing=sharing)


@pytest.mark.parametrize(
    ("sharing", "label", "value"),
    [
        (GpuSharing(mig=Mig(profile="1g.10gb")), "nvidia.com/mig.config", "all-1g.10gb"),
        (GpuSharing(mig=Mig(layout={"3g.40gb": 2})), "nvidia.com/mig.config", "a100"),
        (
            GpuSharing(time_slicing=TimeSlicing(replicas=4)),
            "nvidia.com/device-plugin.config",
            "time-slicing-4",
        ),
        (GpuSharing(mps=Mps(replicas=2)), "nvidia.com/device-plugin.config", "mps-2"),
        (GpuSharing(vgpu=VGpu()), "nvidia.com/gpu.deploy.device-plugin", "false"),
    ],
)
def test_a_node_tells_the_operator_how_its_gpus_are_shared(
    sharing: GpuSharing, label: str, value: str
) -> None:
    assert node_labels("a100", group(sharing))[label] == value


def test_a_node_offers_as_many_parts_as_its_gpus_have() -> None:
    cut = node_capacity(group(GpuSharing(mig=Mig(layout={"3g.40gb": 1, "1g.10gb": 4}))))

    assert cut.gpu_resources == {"nvidia.com/mig-3g.40gb": 8, "nvidia.com/mig-1g.10gb": 32}
    assert (cut.gpus, cut.gpu_memory_mib) == (40, 10_240)


def test_a_node_with_shared_gpus_still_turns_others_away() -> None:
    assert taints(group(GpuSharing(vgpu=VGpu())))
