from typing import Any

import pytest

from components.gateway.manifest import gateway, ingress, knative_route
from components.gateway.spec import GatewaySpec
from components.platform.site import Site


def made(**asked: Any) -> dict[str, Any]:
    spec = GatewaySpec(domain="m.example", **asked)
    return {manifest["kind"]: manifest["spec"] for manifest in gateway(spec, Site())}


def service(**asked: Any) -> dict[str, Any]:
    return dict(made(**asked)["EnvoyProxy"]["provider"]["kubernetes"]["envoyService"])


def test_nothing_faces_outwards_unless_asked() -> None:
    assert service() == {"type": "ClusterIP"}


@pytest.mark.parametrize(
    ("exposure", "faces"), [("internal", "internal"), ("internet", "internet-facing")]
)
def test_a_load_balancer_always_says_whom_it_faces(exposure: str, faces: str) -> None:
    annotations = service(exposure=exposure)["annotations"]

    assert list(annotations.values()) == [faces]


def test_a_certificate_closes_the_plain_door() -> None:
    [listener] = made(tls_secret="models-tls")["Gateway"]["listeners"]

    assert (listener["protocol"], listener["port"]) == ("HTTPS", 443)
    assert ingress(GatewaySpec(domain="m.example", tls_secret="models-tls")).scheme == "https"


def test_the_class_of_the_gateway_is_the_one_that_is_made() -> None:
    assert (
        made()["Gateway"]["gatewayClassName"]
        == ingress(GatewaySpec(domain="m.example")).gateway_class
    )


def test_knative_s_models_share_the_gateway() -> None:
    [parent] = knative_route(GatewaySpec(domain="m.example"))["spec"]["parentRefs"]

    assert parent == {"name": "kserve-ingress-gateway", "namespace": "kserve"}
