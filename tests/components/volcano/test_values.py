from typing import Any

import yaml

from components.platform.site import Site
from components.volcano.spec import VolcanoSpec
from components.volcano.values import objects, values


def custom(replicas: int = 2, **asked: Any) -> dict[str, Any]:
    return dict(values(VolcanoSpec(**asked), Site(replicas=replicas))["custom"])


def test_no_webhook_stands_between_a_wave_of_pods_and_the_api_server() -> None:
    assert "/pods/" not in custom()["enabled_admissions"]


def test_two_schedulers_elect_one_that_places_pods() -> None:
    assert custom()["scheduler_replicas"] == 2
    assert custom()["leader_elect_enable"] is True


def test_one_scheduler_holds_no_election() -> None:
    assert custom(replicas=1)["leader_elect_enable"] is False
    assert objects(Site(replicas=1)) == ()


def test_a_larger_wave_is_written_faster() -> None:
    assert custom(pods_at_once=1000)["controller_kube_api_qps"] == 400
    assert custom(pods_at_once=10)["controller_kube_api_qps"] == 50


def test_the_scheduler_reads_our_configuration() -> None:
    conf = yaml.safe_load(custom()["scheduler_config_override"])

    assert "preempt" in conf["actions"]


def test_no_part_has_a_capability_or_writes_to_its_own_root() -> None:
    for part in ("admission", "controller", "scheduler"):
        context = custom()[f"{part}_main_csc"]
        assert context["capabilities"] == {"drop": ["ALL"]}
        assert context["readOnlyRootFilesystem"] is True
        assert context["runAsNonRoot"] is True


def test_the_chart_s_capability_is_taken_back_from_its_hook_too() -> None:
    assert custom()["default_csc"] == {"capabilities": {"add": None}}
