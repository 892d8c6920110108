from typing import Any

from simulation.bench.scale.watch import seen
from simulation.bench.scale.workload import WORK_LABEL


def pod(node: str | None = None) -> dict[str, Any]:
    bound = {} if node is None else {"nodeName": node}
    containers = [{"resources": {"requests": {"nvidia.com/gpu": "4"}}}]
    return {
        "metadata": {"name": "pod", "labels": {WORK_LABEL: "model"}},
        "spec": {"containers": containers, **bound},
    }


def test_a_pod_is_created_when_it_is_first_heard_of_and_bound_when_it_has_a_node() -> None:
    first = seen(pod(), None, 1.0)
    second = seen(pod("node"), first, 3.0)
    third = seen(pod("node"), second, 9.0)

    assert (first.work, first.gpus, first.bound) == ("model", 4, None)
    assert second.waited == 2.0
    assert third == second
