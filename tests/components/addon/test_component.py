"""What add-ons register."""

import json

from components.addon.component import Addons, AddonsArgs
from components.addon.plan import before_nodes
from components.aws import Place
from tests.support.recorder import Recording, record

ADDON = "aws:eks/addon:Addon"
PLANS = before_nodes(Place(account_id="111122223333", region="eu-central-1"))


def recorded() -> Recording:
    args = AddonsArgs(
        plans=PLANS,
        versions={plan.name: f"{plan.name}-1" for plan in PLANS},
        role_arns={"vpc-cni": "arn:cni"},
        cluster_name="inference",
    )
    return record(lambda: Addons("early", args))


def test_the_version_is_pinned() -> None:
    assert recorded().named("kube-proxy", type=ADDON).inputs["addonVersion"] == "kube-proxy-1"


def test_an_add_on_gets_its_role_through_pod_identity() -> None:
    cni = recorded().named("vpc-cni", type=ADDON)

    assert cni.inputs["podIdentityAssociations"] == [
        {"roleArn": "arn:cni", "serviceAccount": "aws-node"}
    ]
    assert "eks-pod-identity-agent" in cni.depends_on


def test_its_configuration_is_ours_and_stays_so() -> None:
    inputs = recorded().named("vpc-cni", type=ADDON).inputs

    assert json.loads(inputs["configurationValues"])["enableNetworkPolicy"] == "true"
    assert (inputs["resolveConflictsOnCreate"], inputs["resolveConflictsOnUpdate"]) == (
        "OVERWRITE",
        "OVERWRITE",
    )


def test_one_without_configuration_says_nothing() -> None:
    assert "configurationValues" not in recorded().named("kube-proxy", type=ADDON).inputs
