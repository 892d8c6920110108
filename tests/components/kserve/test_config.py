import json
from typing import Any

from components.kserve.config import inferenceservice_config
from components.kserve.ingress import Ingress
from components.kserve.spec import Download, KServeSpec, LocalModels

INGRESS = Ingress(domain="models.example.com", gateway_class="envoy")


def config(spec: KServeSpec, ingress: Ingress | None = None) -> dict[str, Any]:
    return {key: json.loads(text) for key, text in inferenceservice_config(spec, ingress).items()}


def test_a_model_without_a_mode_is_a_plain_deployment() -> None:
    assert config(KServeSpec())["deploy"] == {"defaultDeploymentMode": "Standard"}


def test_nothing_is_exposed_where_there_is_no_ingress() -> None:
    assert config(KServeSpec())["ingress"]["disableIngressCreation"] is True


def test_routes_attach_to_one_gateway() -> None:
    ingress = config(KServeSpec(), INGRESS)["ingress"]

    assert ingress["enableGatewayApi"] is True
    assert ingress["kserveIngressGateway"] == "kserve/kserve-ingress-gateway"
    assert ingress["ingressDomain"] == "models.example.com"
    assert ingress["disableIstioVirtualHost"] is True


def test_a_download_has_room_for_a_large_model() -> None:
    initializer = config(KServeSpec(download=Download(cpu=2, memory_gib=6)))["storageInitializer"]

    assert initializer == {"cpuLimit": "2", "memoryLimit": "6Gi", "memoryRequest": "6Gi"}


def test_a_pod_gets_no_service_account_token_unless_it_asks() -> None:
    assert config(KServeSpec())["security"] == {"autoMountServiceAccountToken": False}


def test_the_local_cache_is_on_where_it_is_asked_for() -> None:
    cached = KServeSpec(local_models=LocalModels())

    assert config(cached)["localModel"] == {"enabled": True}
    assert "localModel" not in config(KServeSpec())
