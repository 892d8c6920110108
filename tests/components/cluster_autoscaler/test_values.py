"""What the Cluster Autoscaler is told beyond its chart's defaults."""

from components.cluster_autoscaler.spec import ClusterAutoscalerSpec
from components.cluster_autoscaler.values import NAME, values
from components.platform.site import Site
from components.priority.spec import HIGHEST_USER_PRIORITY, PrioritySpec

SPEC = ClusterAutoscalerSpec(cluster_name="inference", region="eu-west-1", idle_minutes=20)
MADE = values(SPEC, Site(), "v1.35.0")


def test_it_runs_at_the_clusters_own_minor_version() -> None:
    assert MADE["image"] == {"tag": "v1.35.0"}


def test_it_finds_the_groups_of_its_own_cluster() -> None:
    assert MADE["autoDiscovery"] == {"clusterName": "inference"}
    assert MADE["awsRegion"] == "eu-west-1"


def test_a_node_is_kept_for_as_long_as_the_stack_says() -> None:
    assert MADE["extraArgs"]["scale-down-unneeded-time"] == "20m"


def test_a_model_on_its_nodes_own_disk_does_not_hold_the_node() -> None:
    assert MADE["extraArgs"]["skip-nodes-with-local-storage"] is False


def test_a_server_is_let_finish_however_long_it_may_take() -> None:
    assert MADE["extraArgs"]["max-graceful-termination-sec"] == 600
    slow = values(SPEC, Site(), "v1.35.0", longest_grace_seconds=1800)
    assert slow["extraArgs"]["max-graceful-termination-sec"] == 1800


def test_a_placeholder_brings_a_node_and_dies_with_none_however_low_its_priority() -> None:
    lowest = PrioritySpec(value=-HIGHEST_USER_PRIORITY)

    assert MADE["extraArgs"]["expendable-pods-priority-cutoff"] <= lowest.value


def test_zones_grow_alike_and_the_group_that_fits_best_grows() -> None:
    assert MADE["extraArgs"]["balance-similar-node-groups"] is True
    assert MADE["extraArgs"]["expander"] == "least-waste"


def test_its_account_is_the_one_that_gets_the_role() -> None:
    assert MADE["rbac"]["serviceAccount"] == {"name": NAME}


def test_it_may_do_nothing_on_its_node() -> None:
    assert MADE["securityContext"]["runAsNonRoot"] is True
    assert MADE["containerSecurityContext"]["capabilities"] == {"drop": ["ALL"]}
