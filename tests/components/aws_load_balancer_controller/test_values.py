"""What the load balancer controller is told beyond its chart's defaults."""

from components.aws_load_balancer_controller.spec import AwsLoadBalancerControllerSpec
from components.aws_load_balancer_controller.values import NAME, values
from components.platform.site import Site

SPEC = AwsLoadBalancerControllerSpec(
    cluster_name="inference", region="eu-west-1", vpc_tags={"Name": "inference"}
)
MADE = values(SPEC, Site())


def test_nothing_faces_the_internet_that_does_not_say_so() -> None:
    assert MADE["defaultLoadBalancerScheme"] == "internal"


def test_it_asks_for_nothing_that_its_role_is_not_given() -> None:
    assert not any(MADE[feature] for feature in ("enableShield", "enableWaf", "enableWafv2"))


def test_it_finds_its_network_without_the_instance_metadata_service() -> None:
    assert MADE["region"] == "eu-west-1"
    assert MADE["vpcTags"] == {"Name": "inference"}


def test_its_account_is_the_one_that_gets_the_role() -> None:
    assert MADE["serviceAccount"] == {"name": NAME}


def test_one_zone_may_go_without_its_webhook() -> None:
    assert MADE["replicaCount"] == 2
    assert MADE["podDisruptionBudget"] == {"maxUnavailable": 1}
    [rule] = MADE["topologySpreadConstraints"]
    assert rule["topologyKey"] == "topology.kubernetes.io/zone"


def test_one_replica_never_blocks_a_drain() -> None:
    assert values(SPEC, Site(replicas=1))["podDisruptionBudget"] == {}
