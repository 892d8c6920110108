from typing import Any

import pytest

from tests.support.stack import changed, refusals, refused_at

SCHEDULER = {
    "actions": ["allocate"],
    "tiers": [
        [
            {"name": "predicates"},
            {"name": "deviceshare", "arguments": {"deviceshare.VGPUEnable": True}},
        ]
    ],
}


@pytest.mark.parametrize(
    ("operator", "at"),
    [
        ("kserve", "models.small"),
        ("volcano", "models.small"),
        ("gpu_operator", "node_groups.t4"),
        ("cert_manager", "platform.kserve"),
    ],
)
def test_refuses_a_model_without_what_serving_always_needs(operator: str, at: str) -> None:
    said = refused_at(changed(f"platform.{operator}", None), at)

    assert f"needs {operator}" in said
    assert f"`platform.{operator}` is absent" in said


@pytest.mark.parametrize("operator", ["kserve", "volcano", "gpu_operator", "cert_manager"])
def test_accepts_one_that_the_cluster_provides(operator: str) -> None:
    assert not refusals(changed(f"platform.{operator}", "provided"))


def test_refuses_replicas_that_nobody_changes() -> None:
    stack = changed("models.small.scaling", {"min_replicas": 1, "max_replicas": 2})
    stack["platform"]["keda"] = None

    assert "needs keda" in refused_at(stack, "models.small.scaling")


def test_refuses_pod_monitors_that_nobody_reads() -> None:
    stack = changed("metrics", {})
    stack["platform"]["prometheus"] = None

    assert "needs prometheus" in refused_at(stack, "metrics.scrape")


def test_fixed_replicas_need_no_scaler() -> None:
    assert not refusals(changed("platform.keda", None))


def test_refuses_a_knative_model_without_knative() -> None:
    stack = changed("models.small.mode", "knative")
    stack["platform"]["knative"] = None

    assert "needs knative" in refused_at(stack, "models.small.mode")


def test_refuses_an_ingress_that_nobody_runs() -> None:
    stack = changed("platform.knative", {"ingress": "istio"})

    assert "needs istio" in refused_at(stack, "platform.knative.ingress")


def test_an_operator_that_only_others_install_is_provided_or_absent() -> None:
    assert "write `provided`" in refused_at(changed("platform.istio", {}), "platform.istio")


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        ("platform.dra_driver", {}, "no node offers"),
        ("platform.cluster_autoscaler", {}, "cluster_name"),
        ("platform.gateway", {"domain": "m.example", "exposure": "internet"}, "tls_secret"),
    ],
)
def test_refuses_what_cannot_be_had_together(path: str, to: Any, says: str) -> None:
    assert any(says in f"{problem.what}; {problem.mend}" for problem in refusals(changed(path, to)))


def virtual(**platform: Any) -> dict[str, Any]:
    stack = changed("node_groups.t4.sharing", {"vgpu": {"replicas": 4}})
    stack["platform"].update(platform)
    return stack


def test_virtual_gpus_need_their_plugin_and_a_scheduler_that_counts_them() -> None:
    said = " ".join(problem.what for problem in refusals(virtual()))

    assert "needs vgpu_device_plugin" in said
    assert "does not count the virtual GPUs" in said


def test_accepts_virtual_gpus_where_both_are_there() -> None:
    there = virtual(vgpu_device_plugin="provided", volcano={"scheduler": SCHEDULER})

    assert not refusals(there)
