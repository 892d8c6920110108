from simulation.bench.scale.loss import fullest, joining, tolerated_seconds, unreachable
from simulation.bench.scale.measure import Seen
from simulation.control_plane.manifest import Manifest


def seen(node: str | None) -> Seen:
    return Seen("pod", "model", 1, 0.0, node, None)


def pod(*tolerations: Manifest) -> Manifest:
    return {"spec": {"tolerations": list(tolerations)}}


def test_the_nodes_with_the_most_pods_are_lost() -> None:
    pods = [seen("a"), seen("b"), seen("b"), seen("c"), seen("c"), seen(None), seen(None)]

    assert fullest(pods, 2) == ["b", "c"]


def test_the_longest_patience_on_a_silent_node_counts() -> None:
    short = {"key": "node.kubernetes.io/not-ready", "tolerationSeconds": 30}
    long = {"key": "node.kubernetes.io/unreachable", "tolerationSeconds": 300}
    gpu = {"key": "nvidia.com/gpu", "effect": "NoSchedule"}

    assert tolerated_seconds([pod(gpu, short), pod(gpu, long)]) == 300
    assert tolerated_seconds([]) == 0


def test_a_node_joins_until_its_kubelet_is_heard_and_is_lost_when_pods_must_go() -> None:
    gpu = {"key": "nvidia.com/gpu", "effect": "NoSchedule"}
    new = {"key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"}
    lost = {"key": "node.kubernetes.io/unreachable", "effect": "NoExecute"}

    assert [joining({"spec": {"taints": [gpu, *more]}}) for more in ([], [new], [lost])] == [
        False,
        True,
        True,
    ]
    assert [unreachable({"spec": {"taints": [gpu, *more]}}) for more in ([], [new], [lost])] == [
        False,
        False,
        True,
    ]
    assert not joining({"spec": {}})
