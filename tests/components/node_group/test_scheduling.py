from components.node_group.ec2 import Spot
from components.node_group.scheduling import GPU_TAINT, SPOT_TAINT, taints, tolerations
from components.node_group.spec import NodeGroupSpec

CPU = NodeGroupSpec(instance_type="m5.2xlarge", spot=Spot())
GPU = NodeGroupSpec(instance_type="g5.2xlarge", spot=Spot())


def test_nobody_comes_to_a_spot_node_who_did_not_ask_for_it() -> None:
    assert taints(CPU) == (SPOT_TAINT,)
    assert taints(CPU.model_copy(update={"spot": None})) == ()


def test_what_is_placed_there_tolerates_it() -> None:
    assert tolerations(CPU) == [SPOT_TAINT.as_toleration()]


def test_gpus_keep_others_away_already_and_their_daemonsets_tolerate_no_more() -> None:
    assert taints(GPU) == (GPU_TAINT,)
