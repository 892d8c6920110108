"""A group that Karpenter fills, beside those that EKS manages."""

from functools import cache

from stacks import charts, versions
from stacks.inference import inference
from stacks.parse import parse
from tests.support.eks import on_eks
from tests.support.recorder import Recording, record

POOL = "kubernetes:karpenter.sh/v1:NodePool"
NODE_CLASS = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass"
RELEASE = "kubernetes:helm.sh/v3:Release"


@cache
def recorded(nat: str = "single") -> Recording:
    changes = {"node_groups__a100__karpenter": {}, "cluster__eks__network__new__nat": nat}
    config = parse(on_eks(**changes))
    return record(lambda: inference(config))


def test_it_is_a_pool_and_no_managed_group() -> None:
    assert recorded().of(POOL) == {"a100"}
    assert "a100" not in recorded().of("aws:eks/nodeGroup:NodeGroup")


def test_its_nodes_start_where_the_others_do() -> None:
    where = recorded().named("a100-class", type=NODE_CLASS).inputs["spec"]

    assert where["securityGroupSelectorTerms"] == [{"id": "sg-cluster"}]
    assert {term["id"] for term in where["subnetSelectorTerms"]} == {
        "network-private-us-east-1a-id",
        "network-private-us-east-1b-id",
    }


def test_the_controller_is_pinned_and_hears_of_interruptions_in_the_clusters_queue() -> None:
    release = recorded().named("karpenter", type=RELEASE).inputs

    assert release["chart"] == charts.KARPENTER.reference
    assert release["version"] == versions.KARPENTER
    queue = recorded().named("karpenter", type="aws:sqs/queue:Queue").inputs["name"]
    assert release["values"]["settings"]["interruptionQueue"] == queue


def test_its_service_account_has_a_role() -> None:
    associated = recorded().named(
        "karpenter-kube-system-karpenter",
        type="aws:eks/podIdentityAssociation:PodIdentityAssociation",
    )

    account = recorded().named("karpenter", type=RELEASE).inputs["values"]["serviceAccount"]
    assert associated.inputs["serviceAccount"] == account["name"]


def test_it_asks_no_service_that_a_network_without_nat_does_not_reach() -> None:
    isolated = recorded("none").named("karpenter", type=RELEASE).inputs["values"]["settings"]

    assert isolated["isolatedVPC"] is True


def test_the_definitions_are_there_before_and_after_the_controller() -> None:
    assert "karpenter-crd" in recorded().named("karpenter", type=RELEASE).depends_on


def test_the_autoscaler_speaks_the_clusters_own_version() -> None:
    tag = versions.CLUSTER_AUTOSCALER_IMAGE_TAG

    assert all(tag.startswith(f"v{minor}.") for minor in versions.EKS_AMI_RELEASES)
