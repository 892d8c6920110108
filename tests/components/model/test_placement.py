"""Where replicas stand: on which GPUs, how far from each other, and how long on a lost node."""

from components.node_group.anywhere import ANYWHERE
from components.node_group.loss import LOST, SERVING_SECONDS
from tests.components.model.sample import predictor


def test_requests_are_limits_and_name_the_gpus() -> None:
    resources = predictor("{gpus: 4}", "g5.12xlarge")["model"]["resources"]

    assert resources["requests"] == resources["limits"]
    assert resources["limits"]["nvidia.com/gpu"] == "4"


def test_replicas_prefer_zones_of_their_own() -> None:
    [rule] = predictor("scaling: {min_replicas: 2, max_replicas: 2}")["topologySpreadConstraints"]

    assert rule["topologyKey"] == "topology.kubernetes.io/zone"
    assert rule["whenUnsatisfiable"] == "ScheduleAnyway"
    assert rule["nodeTaintsPolicy"] == "Honor"
    assert rule["labelSelector"] == {"matchLabels": {"app": "isvc.chat-predictor"}}


def test_an_update_spreads_its_new_replicas_whatever_the_old_ones_do() -> None:
    [rule] = predictor("scaling: {min_replicas: 2, max_replicas: 2}")["topologySpreadConstraints"]

    assert rule["matchLabelKeys"] == ["pod-template-hash"]


def test_replicas_can_be_kept_on_nodes_of_their_own() -> None:
    text = (
        "{scaling: {min_replicas: 2, max_replicas: 2}, "
        "protection: {spread: [nodes], spread_strictly: true}}"
    )
    [rule] = predictor(text)["topologySpreadConstraints"]

    assert rule["topologyKey"] == "kubernetes.io/hostname"
    assert rule["whenUnsatisfiable"] == "DoNotSchedule"


def test_what_serves_leaves_a_lost_node_long_before_kubernetes_five_minutes() -> None:
    waits = {
        t["key"]: t["tolerationSeconds"]
        for t in predictor()["tolerations"]
        if t["effect"] == "NoExecute"
    }

    assert waits == {key: SERVING_SECONDS for key in LOST}


def test_a_model_that_loads_for_long_may_wait_for_its_node() -> None:
    tolerations = predictor("protection: {lost_node_seconds: 90}")["tolerations"]

    assert {t.get("tolerationSeconds") for t in tolerations} == {None, 90}


def test_replicas_that_may_share_a_node_say_so_with_a_constraint_on_nobody() -> None:
    text = "{scaling: {min_replicas: 2, max_replicas: 2}, protection: {spread: []}}"
    [rule] = predictor(text)["topologySpreadConstraints"]

    assert rule == ANYWHERE
    assert "labelSelector" not in rule


def test_a_single_replica_has_nobody_to_keep_away_from() -> None:
    assert "topologySpreadConstraints" not in predictor("{}")


def test_a_kind_of_gpu_is_asked_for_by_nvidias_labels() -> None:
    made = predictor("gpu_kind: {products: [NVIDIA-A10G], memory_gib: 20}")
    [term] = made["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"][
        "nodeSelectorTerms"
    ]

    assert term["matchExpressions"] == [
        {"key": "nvidia.com/gpu.product", "operator": "In", "values": ["NVIDIA-A10G"]},
        {"key": "nvidia.com/gpu.memory", "operator": "Gt", "values": ["20479"]},
    ]
