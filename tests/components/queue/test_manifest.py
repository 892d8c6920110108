from components.queue.manifest import queue
from components.queue.spec import QueueSpec, Resources


def test_says_only_what_was_asked_for() -> None:
    assert queue("q", QueueSpec())["spec"] == {"weight": 1, "reclaimable": True}


def test_amounts_are_kubernetes_quantities() -> None:
    spec = QueueSpec(
        guarantee=Resources(gpus=2, cpu=1.5, memory_gib=0.5), capability=Resources(gpus=4)
    )

    assert queue("q", spec)["spec"]["guarantee"] == {
        "resource": {"nvidia.com/gpu": "2", "cpu": "1500m", "memory": "512Mi"}
    }
    assert queue("q", spec)["spec"]["capability"] == {"nvidia.com/gpu": "4"}


def test_a_capability_of_no_gpus_is_not_the_same_as_none() -> None:
    spec = QueueSpec(capability=Resources(gpus=0))

    assert queue("q", spec)["spec"]["capability"] == {"nvidia.com/gpu": "0"}
