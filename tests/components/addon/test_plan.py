"""Which add-ons, in which order."""

from graphlib import TopologicalSorter

from components.addon.plan import AGENT, after_nodes, before_nodes, on_request
from components.aws import Place
from stacks import versions

HERE = Place(account_id="111122223333", region="eu-central-1")
CHINA = Place(account_id="111122223333", region="cn-north-1")
REQUEST = on_request(HERE, "models", "alias/inference")
ALL = (*before_nodes(HERE), *after_nodes(HERE), *REQUEST.values())
DAEMONS = {AGENT, "vpc-cni", "kube-proxy"}
"""What has no Deployment: EKS calls the others degraded as long as there is no node."""


def test_only_daemons_come_before_the_nodes() -> None:
    assert {plan.name for plan in before_nodes(HERE)} == DAEMONS


def test_nothing_waits_for_what_comes_later() -> None:
    seen: set[str] = set()
    for plan in ALL:
        assert set(plan.after) <= seen
        seen.add(plan.name)


def test_whoever_has_a_role_before_the_nodes_waits_for_the_agent_that_gives_it() -> None:
    graph = {plan.name: plan.after for plan in before_nodes(HERE)}

    assert list(TopologicalSorter(graph).static_order()).index(AGENT) == 0
    assert all(AGENT in plan.after for plan in before_nodes(HERE) if plan.role)


def test_every_add_on_is_pinned_for_every_kubernetes_version_that_is() -> None:
    names = {plan.name for plan in ALL}

    assert versions.EKS_ADDONS.keys() == versions.EKS_AMI_RELEASES.keys()
    assert all(pinned.keys() == names for pinned in versions.EKS_ADDONS.values())


def test_the_image_is_of_the_clusters_own_kubernetes_version() -> None:
    assert all(
        release.startswith(f"{minor}.") for minor, release in versions.EKS_AMI_RELEASES.items()
    )


def test_addresses_come_by_prefixes() -> None:
    [cni] = [plan for plan in ALL if plan.name == "vpc-cni"]

    assert cni.configuration["env"]["ENABLE_PREFIX_DELEGATION"] == "true"


def test_a_role_goes_with_a_service_account() -> None:
    assert all((plan.role is None) == (plan.service_account is None) for plan in ALL)


def test_aws_own_policies_are_named_in_the_partitions_words() -> None:
    arns = [arn for plan in after_nodes(CHINA) if plan.role for arn in plan.role.managed]

    assert arns == ["arn:aws-cn:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"]
