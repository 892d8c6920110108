from typing import Any

import pytest
from pydantic import ValidationError

from components.platform.site import Site
from components.prometheus.spec import PrometheusSpec
from components.prometheus.values import values

ROUTE = {"receiver": "all", "routes": [{"receiver": "pager", "matchers": ["severity = page"]}]}


def made(**asked: Any) -> dict[str, Any]:
    return values(PrometheusSpec.model_validate(asked), Site())


def prometheus(**asked: Any) -> dict[str, Any]:
    return dict(made(**asked)["prometheus"]["prometheusSpec"])


def test_monitors_are_found_in_all_namespaces_whatever_their_labels() -> None:
    found = {key: on for key, on in prometheus().items() if key.endswith("NilUsesHelmValues")}

    assert len(found) == 5
    assert not any(found.values())


def test_the_disk_is_never_filled_to_the_brim() -> None:
    spec = prometheus(disk_gib=100)

    assert spec["retentionSize"] == "85GiB"
    claim = spec["storageSpec"]["volumeClaimTemplate"]["spec"]
    assert claim["resources"]["requests"]["storage"] == "100Gi"


def test_what_eks_hides_is_not_missed() -> None:
    assert made()["kubeEtcd"] == {"enabled": False}
    assert "kubeEtcd" not in made(control_plane="visible")


def test_alerts_go_where_the_stack_says() -> None:
    asked = {"route": ROUTE, "receivers": [{"name": "all"}, {"name": "pager"}], "secrets": ["k"]}
    alertmanager = made(alerting=asked)["alertmanager"]

    assert alertmanager["config"]["route"] == ROUTE
    assert alertmanager["alertmanagerSpec"]["secrets"] == ["k"]


def test_refuses_a_route_to_nobody() -> None:
    with pytest.raises(ValidationError, match="routes to pager"):
        made(alerting={"route": ROUTE, "receivers": [{"name": "all"}]})


def test_no_password_of_grafana_is_in_the_values() -> None:
    assert made()["grafana"]["admin"] == {"existingSecret": "grafana-admin"}
