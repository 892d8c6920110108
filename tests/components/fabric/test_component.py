"""What an EFA group's nodes share."""

from components.fabric.component import Fabric, FabricArgs
from tests.support.recorder import record

RULES = (
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
)


def test_nodes_are_near_each_other_and_reach_each_other_both_ways() -> None:
    made = record(lambda: Fabric("h100", FabricArgs(vpc_id="vpc-1")))

    near = made.named("h100", type="aws:ec2/placementGroup:PlacementGroup")
    assert near.inputs == {"strategy": "cluster"}
    for rule in RULES:
        inputs = made.named("h100", type=rule).inputs
        assert inputs["securityGroupId"] == inputs["referencedSecurityGroupId"] == "h100-id"
        assert inputs["ipProtocol"] == "-1"
