from components.node_group.capacity import node_capacity
from components.node_group.scheduling import GPU_TAINT, NODE_GROUP_LABEL, node_labels
from components.node_group.spec import Hardware, NodeGroupSpec
from simulation.nodes.manifest import ZONES, node, nodes

T4 = NodeGroupSpec(instance_type="g4dn.xlarge", max_nodes=3)
CPU = NodeGroupSpec(instance_type="m5.2xlarge", max_nodes=1)


def test_a_group_has_as_many_nodes_as_it_may_grow_to() -> None:
    names = [n["metadata"]["name"] for n in nodes({"t4": T4, "cpu": CPU})]

    assert names == ["t4-0", "t4-1", "t4-2", "cpu-0"]


def test_a_node_gives_what_the_plan_reckons_with() -> None:
    given = node("t4", T4, 0)["status"]["allocatable"]
    reckoned = node_capacity(T4)

    assert given["cpu"] == f"{round(reckoned.cpu * 1000)}m" == "3920m"
    assert given["memory"] == f"{reckoned.memory_mib}Mi"
    assert given["nvidia.com/gpu"] == "1"


def test_a_node_carries_the_labels_that_models_select() -> None:
    labels = node("t4", T4, 0)["metadata"]["labels"]

    assert node_labels("t4", T4).items() <= labels.items()
    assert labels[NODE_GROUP_LABEL] == "t4"


def test_gpu_nodes_are_tainted_and_others_are_not() -> None:
    assert node("t4", T4, 0)["spec"]["taints"] == [GPU_TAINT.model_dump()]
    assert node("cpu", CPU, 0)["spec"]["taints"] == []


def test_nodes_take_turns_in_the_zones() -> None:
    zones = [
        node("t4", T4, i)["metadata"]["labels"]["topology.kubernetes.io/zone"] for i in (0, 1, 2)
    ]

    assert zones == list(ZONES)


def test_a_group_s_own_zones_are_used_where_it_names_them() -> None:
    spec = T4.model_copy(update={"zones": ("rack-a",)})

    assert node("t4", spec, 2)["metadata"]["labels"]["topology.kubernetes.io/zone"] == "rack-a"


def test_discovery_labels_are_those_of_the_gpu() -> None:
    labels = node("t4", T4, 0)["metadata"]["labels"]

    assert labels["nvidia.com/gpu.product"] == "NVIDIA-T4"
    assert labels["nvidia.com/gpu.memory"] == "16384"
    assert "nvidia.com/gpu.product" not in node("cpu", CPU, 0)["metadata"]["labels"]


def test_a_private_cloud_s_node_is_its_hardware() -> None:
    hardware = Hardware(cpu=64, memory_gib=512, gpus=4, gpu_product="A100", gpu_memory_gib=80)
    made = node("own", NodeGroupSpec(hardware=hardware), 0)

    assert made["status"]["allocatable"]["nvidia.com/gpu"] == "4"
    assert "node.kubernetes.io/instance-type" not in made["metadata"]["labels"]
