"""The plugin runs where EFA is, which is where GPUs keep others away."""

from components.efa_device_plugin.values import values
from components.node_group.scheduling import GPU_TAINT
from components.node_group.spec import NodeGroupSpec

H100 = NodeGroupSpec(instance_type="p5.48xlarge", interconnect="efa")


def test_tolerates_what_keeps_others_from_the_nodes_with_efa() -> None:
    assert values({"h100": H100})["tolerations"] == [GPU_TAINT.as_toleration()]


def test_tolerates_nothing_of_other_groups() -> None:
    assert values({"a10g": NodeGroupSpec(instance_type="g5.xlarge")})["tolerations"] == []
