"""Both stacks, as they would be registered: where each resource belongs and what it waits for."""

from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from components.ownership import OWNED
from stacks.config import StackConfig
from stacks.file import read
from stacks.inference import inference
from tests.support.recorder import Recorded, Recording, record

ROOT = Path(__file__).parents[3]
STACKS = ("dev", "prod")
ADDON = "aws:eks/addon:Addon"
GROUP = "aws:eks/nodeGroup:NodeGroup"
BEFORE = {"eks-pod-identity-agent", "vpc-cni", "kube-proxy"}
AFTER = {"coredns", "aws-ebs-csi-driver", "metrics-server", "eks-node-monitoring-agent"}


@cache
def config(stack: str) -> StackConfig:
    return read(ROOT / f"Pulumi.{stack}.yaml")


@cache
def recorded(stack: str, *, preview: bool = False) -> Recording:
    return record(lambda: inference(config(stack)), preview=preview)


def identity(made: Recorded) -> tuple[str, str]:
    return made.type, made.name


def of_aws(stack: str) -> list[Recorded]:
    return [r for r in recorded(stack) if r.type.startswith(("aws:", "eks:"))]


@pytest.mark.parametrize("stack", STACKS)
def test_what_is_in_aws_goes_there_through_the_one_provider_that_knows_the_account(
    stack: str,
) -> None:
    eks = config(stack).cluster.eks
    assert eks is not None

    provider = recorded(stack).named("aws", type="pulumi:providers:aws").inputs
    assert provider["allowedAccountIds"] == f'["{eks.account_id}"]'
    assert provider["region"] == eks.region
    assert {r.provider for r in of_aws(stack) if r.type != "eks:index:Cluster"} == {"aws"}


@pytest.mark.parametrize("stack", STACKS)
def test_what_is_in_the_cluster_goes_there_through_its_own_provider(stack: str) -> None:
    inside = [r for r in recorded(stack) if r.type.startswith("kubernetes:")]

    assert {r.provider for r in inside} == {"cluster"}


@pytest.mark.parametrize("stack", STACKS)
def test_everything_in_aws_belongs_to_a_component(stack: str) -> None:
    components = {r.name for r in recorded(stack) if r.type.startswith("gpu-inference:")}

    assert {r.parent for r in of_aws(stack)} <= components


@pytest.mark.parametrize("stack", STACKS)
def test_nodes_wait_for_the_add_ons_that_make_them_ready_and_for_their_roles_policies(
    stack: str,
) -> None:
    policies = {r.name for r in of_aws(stack) if r.name.startswith("node-Amazon")}

    for group in config(stack).node_groups:
        waits = recorded(stack).named(group, type=GROUP).depends_on
        assert waits >= BEFORE | policies
        assert not waits & AFTER


@pytest.mark.parametrize("stack", STACKS)
def test_nodes_wait_for_their_way_out(stack: str) -> None:
    ways = {r.name for r in recorded(stack) if r.type in ("aws:ec2/route:Route",)}

    for group in config(stack).node_groups:
        assert recorded(stack).named(group, type=GROUP).depends_on >= {*ways, "endpoints-ecr.dkr"}


@pytest.mark.parametrize("stack", STACKS)
def test_add_ons_that_need_nodes_wait_for_them(stack: str) -> None:
    for addon in AFTER:
        waits = recorded(stack).named(addon, type=ADDON).depends_on
        assert waits >= config(stack).node_groups.keys()


@pytest.mark.parametrize("stack", STACKS)
def test_the_cluster_is_entered_when_it_has_nodes_names_and_identities(stack: str) -> None:
    waits = recorded(stack).named("cluster", type="pulumi:providers:kubernetes").depends_on

    assert waits >= {"coredns", "aws-ebs-csi-driver", *config(stack).node_groups}
    assert {"models-reader-chat-default", "load-balancer-controller-own"} <= waits


@pytest.mark.parametrize("stack", STACKS)
def test_nothing_waits_for_itself(stack: str) -> None:
    addons = {r.name: r.depends_on & (BEFORE | AFTER) for r in recorded(stack) if r.type == ADDON}

    assert set(TopologicalSorter(addons).static_order()) >= BEFORE | AFTER


@pytest.mark.parametrize("stack", STACKS)
def test_the_cluster_stays_the_same_one_when_its_kubeconfig_changes(stack: str) -> None:
    eks = config(stack).cluster.eks
    assert eks is not None

    provider = recorded(stack).named("cluster", type="pulumi:providers:kubernetes").inputs
    assert provider["clusterIdentifier"] == eks.arn
    assert provider["kubeconfig"] == "[secret]"


@pytest.mark.parametrize("stack", STACKS)
def test_the_first_preview_shows_every_resource_before_any_exists(stack: str) -> None:
    known = {identity(r) for r in recorded(stack)}
    unknown = {identity(r) for r in recorded(stack, preview=True)}

    assert unknown == known


@pytest.mark.parametrize("stack", STACKS)
def test_what_a_stack_file_says_is_known_in_the_first_preview(stack: str) -> None:
    for group, spec in config(stack).node_groups.items():
        inputs = recorded(stack, preview=True).named(group, type=GROUP).inputs
        assert inputs["instanceTypes"] == [spec.instance_type]
        assert inputs["nodeRoleArn"] == "[unknown]"


@pytest.mark.parametrize("stack", STACKS)
def test_a_second_run_asks_for_the_same(stack: str) -> None:
    again = record(lambda: inference(config(stack)))

    assert {identity(r): r.inputs for r in again} == {
        identity(r): r.inputs for r in recorded(stack)
    }


@pytest.mark.parametrize("stack", STACKS)
def test_what_others_write_is_not_compared_and_nothing_else_is_ignored(stack: str) -> None:
    ignored = {(r.type, field) for r in of_aws(stack) for field in r.ignore_changes}

    assert ignored == {(owned.type, owned.field) for owned in OWNED}
    assert all(owned.owner for owned in OWNED)


@pytest.mark.parametrize("stack", STACKS)
def test_aws_is_asked_nothing_while_the_program_runs(stack: str) -> None:
    """The recorder answers no function of a provider: a call would have failed the recording."""
    assert recorded(stack, preview=True)
