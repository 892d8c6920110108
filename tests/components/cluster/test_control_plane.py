"""What a control plane registers."""

from typing import Any

from components.aws import Place
from components.cluster.access import entries
from components.cluster.component import ControlPlane, ControlPlaneArgs
from components.cluster.eks import Access
from tests.support.recorder import Recording, record

CLUSTER = "eks:index:Cluster"
OPS = Access(principal_arn="arn:aws:iam::111122223333:role/ops", role="edit", namespaces=("chat",))


def recorded(**changes: Any) -> Recording:
    said: dict[str, Any] = {
        "cluster": "inference",
        "kubernetes": "1.35",
        "support": "STANDARD",
        "service_cidr": "172.20.0.0/16",
        "public_access_cidrs": (),
        "entries": entries({"ops": OPS}, Place(account_id="111122223333", region="us-east-1")),
        "log_days": 90,
        "deletion_protection": True,
        "vpc_id": "vpc-1",
        "private_subnet_ids": ["subnet-1", "subnet-2"],
        "public_subnet_ids": ["subnet-3"],
        "key_arn": "arn:key",
        **changes,
    }
    return record(lambda: ControlPlane("plane", ControlPlaneArgs(**said)))


def inputs(**changes: Any) -> dict[str, Any]:
    return recorded(**changes).named("plane", type=CLUSTER).inputs


def test_the_version_is_pinned_and_leaves_standard_support_for_nothing() -> None:
    made = inputs()

    assert (made["version"], made["upgradePolicy"]) == ("1.35", {"supportType": "STANDARD"})


def test_the_api_is_private_unless_some_networks_may_reach_it() -> None:
    private, public = inputs(), inputs(public_access_cidrs=("203.0.113.0/24",))

    assert (private["endpointPrivateAccess"], private["endpointPublicAccess"]) == (True, False)
    assert "publicAccessCidrs" not in private
    assert (public["endpointPublicAccess"], public["publicAccessCidrs"]) == (
        True,
        ["203.0.113.0/24"],
    )


def test_people_enter_by_access_entries_and_not_by_a_config_map() -> None:
    made = inputs()

    [association] = made["accessEntries"]["ops"]["accessPolicies"].values()
    assert made["authenticationMode"] == "API"
    assert association["accessScope"] == {"type": "namespace", "namespaces": ["chat"]}


def test_nothing_is_left_to_what_the_component_would_look_up_or_wait_for() -> None:
    made = inputs()

    assert made["skipDefaultNodeGroup"] is True
    assert made["useDefaultVpcCni"] is True
    assert made["bootstrapSelfManagedAddons"] is False
    assert made["corednsAddonOptions"]["enabled"] is False
    assert made["kubeProxyAddonOptions"]["enabled"] is False
    assert "createOidcProvider" not in made


def test_secrets_are_encrypted_with_the_key_of_ones_own() -> None:
    assert inputs()["encryptionConfigKeyArn"] == "arn:key"


def test_all_logs_are_written_into_a_group_that_is_there_before_and_forgets() -> None:
    made = recorded()

    logs = made.named("plane", type="aws:cloudwatch/logGroup:LogGroup")
    cluster = made.named("plane", type=CLUSTER)
    assert logs.inputs == {"name": "/aws/eks/inference/cluster", "retentionInDays": 90}
    assert set(cluster.inputs["enabledClusterLogTypes"]) == {
        "api",
        "audit",
        "authenticator",
        "controllerManager",
        "scheduler",
    }
    assert "plane" in cluster.depends_on


def test_a_cluster_is_protected_from_deletion() -> None:
    assert inputs()["deletionProtection"] is True
    assert inputs(deletion_protection=False)["deletionProtection"] is False
