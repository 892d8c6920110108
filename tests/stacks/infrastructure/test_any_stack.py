"""Any stack on EKS is either registered as it says, or refused where it is wrong."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings

from stacks.inference import inference
from stacks.parse import parse
from stacks.problem import Refused
from tests.support.eks_stacks import eks_stacks
from tests.support.recorder import record
from tests.support.stack import refusals

GROUP = "aws:eks/nodeGroup:NodeGroup"
POOL = "kubernetes:karpenter.sh/v1:NodePool"
SUBNET = "aws:ec2/subnet:Subnet"
SLOWLY = settings(
    deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


@settings(SLOWLY, max_examples=60)
@given(eks_stacks())
def test_what_is_wrong_is_refused_with_its_place_and_a_way_out(raw: dict[str, Any]) -> None:
    for problem in refusals(raw):
        assert problem.path
        assert problem.mend or ";" in problem.what or "needs" in problem.what


@settings(SLOWLY, max_examples=5)
@given(eks_stacks())
def test_what_is_not_refused_is_registered(raw: dict[str, Any]) -> None:
    try:
        config = parse(raw)
    except Refused:
        assume(False)
        return
    assert config.cluster.eks is not None

    made = record(lambda: inference(config))

    managed = {name for name, group in config.node_groups.items() if group.karpenter is None}
    assert made.of(GROUP) == managed
    assert made.of(POOL) == config.node_groups.keys() - managed
    assert len(made.of(SUBNET)) == 2 * len(config.cluster.eks.network.zones)
