from components.queue.spec import Resources
from components.tenant.quota import limit_range, limits_of, priority_wall, resource_quota
from components.tenant.spec import Limits, Size, TenantSpec

WHOLE, PART = "nvidia.com/gpu", "nvidia.com/mig-1g.10gb"


def test_a_quota_counts_requests_of_every_kind_of_gpu() -> None:
    quota = resource_quota("chat", Resources(gpus=4, cpu=1.5, memory_gib=64), [WHOLE, PART])

    assert quota["spec"]["hard"] == {
        f"requests.{WHOLE}": "4",
        f"requests.{PART}": "4",
        "requests.cpu": "1500m",
        "requests.memory": "64Gi",
    }


def test_what_the_quota_does_not_say_is_not_limited() -> None:
    hard = resource_quota("chat", Resources(gpus=0), [WHOLE])["spec"]["hard"]

    assert hard == {f"requests.{WHOLE}": "0"}


def test_no_pod_at_all_may_have_a_priority_of_others() -> None:
    spec = priority_wall("chat", ["top", "online"])["spec"]

    assert spec["hard"] == {"pods": "0"}
    assert spec["scopeSelector"]["matchExpressions"] == [
        {"scopeName": "PriorityClass", "operator": "In", "values": ["online", "top"]}
    ]


def test_a_container_gets_a_request_and_never_a_limit_below_what_it_says() -> None:
    [item] = limit_range("chat", Limits(default=Size(cpu=1, memory_gib=2)))["spec"]["limits"]

    assert item == {"type": "Container", "defaultRequest": {"cpu": "1", "memory": "2Gi"}}


def test_the_largest_container_is_a_limit_for_all() -> None:
    limits = Limits(largest=Size(cpu=8, memory_gib=32))

    [item] = limit_range("chat", limits)["spec"]["limits"]
    assert item["max"] == {"cpu": "8", "memory": "32Gi"}


def test_a_quota_on_cpu_or_memory_brings_the_requests_without_which_it_refuses() -> None:
    def implied(**quota: float) -> list[Limits]:
        spec = TenantSpec(queue="q", priority="p", quota=Resources.model_validate(quota))
        return list(limits_of(spec))

    assert implied(cpu=4) == implied(memory_gib=4) == [Limits()]
    assert implied(gpus=4) == []
