import json
from pathlib import Path

from components.cluster.component import existing_cluster
from components.cluster.spec import ExistingCluster
from tests.support.recorder import record

PROVIDER = "pulumi:providers:kubernetes"


def provider(spec: ExistingCluster) -> dict[str, object]:
    return record(lambda: existing_cluster("cluster", spec)).named("cluster", type=PROVIDER).inputs


def test_a_kubeconfig_in_the_home_folder_is_found() -> None:
    made = provider(ExistingCluster(kubeconfig="~/.kube/config", context="here"))

    assert made["kubeconfig"] == str(Path.home() / ".kube/config")
    assert made["context"] == "here"


def test_a_renewed_kubeconfig_replaces_nothing() -> None:
    before = provider(ExistingCluster(kubeconfig="/old", context="here", identifier="private-1"))
    after = provider(ExistingCluster(kubeconfig="/new", context="there", identifier="private-1"))

    assert before["clusterIdentifier"] == after["clusterIdentifier"] == "private-1"


def test_the_context_identifies_a_cluster_that_is_given_no_identifier() -> None:
    made = provider(ExistingCluster(kubeconfig="/k", context="here"))

    assert made["clusterIdentifier"] == "here"


def test_objects_are_applied_by_the_server() -> None:
    made = provider(ExistingCluster(kubeconfig="/k", context="here"))

    assert json.loads(str(made["enableServerSideApply"])) is True
