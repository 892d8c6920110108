import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.node_group.share import WHOLE_GPU, shares
from components.node_group.sharing import GpuSharing, Mig, Mps, TimeSlicing, VGpu

A100 = ("NVIDIA A100 SXM4 80GB", 81_920)


def test_a_whole_gpu_belongs_to_one_container_and_combines() -> None:
    [share] = shares(None, *A100)

    assert (share.resource, share.per_gpu, share.memory_mib) == (WHOLE_GPU, 1, 81_920)
    assert share.isolated
    assert share.combines


@pytest.mark.parametrize(
    "sharing", [GpuSharing(time_slicing=TimeSlicing(replicas=4)), GpuSharing(mps=Mps(replicas=4))]
)
def test_a_server_that_shares_the_memory_keeps_to_its_part(sharing: GpuSharing) -> None:
    [share] = shares(sharing, *A100)

    assert (share.resource, share.per_gpu, share.memory_mib) == (WHOLE_GPU, 4, 20_480)
    assert not share.isolated
    assert share.memory_fraction == 0.225


def test_equal_mig_parts_count_as_gpus() -> None:
    [share] = shares(GpuSharing(mig=Mig(profile="1g.10gb")), *A100)

    assert (share.resource, share.per_gpu, share.memory_mib) == (WHOLE_GPU, 7, 10_240)
    assert share.isolated


def test_parts_of_a_layout_are_resources_of_their_own() -> None:
    cut = shares(GpuSharing(mig=Mig(layout={"3g.40gb": 1, "1g.10gb": 4})), *A100)

    assert {share.resource: share.per_gpu for share in cut} == {
        "nvidia.com/mig-3g.40gb": 1,
        "nvidia.com/mig-1g.10gb": 4,
    }


def test_a_virtual_gpu_asks_for_its_memory_too() -> None:
    [share] = shares(GpuSharing(vgpu=VGpu(replicas=8)), *A100)

    assert share.resource == "volcano.sh/vgpu-number"
    assert share.also == {"volcano.sh/vgpu-memory": 10_240}


@given(st.integers(2, 48), st.sampled_from(["time_slicing", "mps", "vgpu"]))
def test_all_shares_of_a_gpu_together_have_no_more_memory_than_it(
    replicas: int, mechanism: str
) -> None:
    sharing = GpuSharing.model_validate({mechanism: {"replicas": replicas}})
    [share] = shares(sharing, *A100)

    assert share.per_gpu * share.memory_mib <= A100[1]
    if not share.isolated:
        assert share.per_gpu * share.memory_fraction <= 1
