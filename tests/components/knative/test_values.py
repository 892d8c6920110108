from typing import Any

from components.knative.config import config_maps
from components.knative.spec import KnativeSpec
from components.knative.values import knative_serving
from components.platform.site import Site


def serving(replicas: int = 2, **asked: Any) -> dict[str, Any]:
    spec = KnativeSpec(**asked)
    made = knative_serving(spec, Site(replicas=replicas), "1.21.1", config_maps(spec, []))
    return dict(made["spec"])


def test_the_operator_gets_config_maps_without_their_prefix() -> None:
    assert "deployment" in serving()["config"]
    assert not [name for name in serving()["config"] if name.startswith("config-")]


def test_the_way_in_is_no_load_balancer() -> None:
    assert serving()["ingress"] == {"kourier": {"enabled": True, "service-type": "ClusterIP"}}


def test_istio_is_somebody_elses() -> None:
    assert serving(ingress="istio")["ingress"] == {"istio": {"enabled": True}}


def test_a_single_replica_may_be_drained() -> None:
    assert {budget["minAvailable"] for budget in serving(replicas=1)["podDisruptionBudgets"]} == {0}


def test_whoever_comes_next_waits_until_it_is_ready() -> None:
    spec = KnativeSpec()
    made = knative_serving(spec, Site(), "1.21.1", config_maps(spec, []))

    assert made["metadata"]["annotations"]["pulumi.com/waitFor"] == "condition=Ready"
