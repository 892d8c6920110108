"""The chart's values and the ConfigMap say the same, for clusters with and without the chart."""

import json
from typing import Any

import pytest

from components.kserve.config import inferenceservice_config
from components.kserve.ingress import Ingress
from components.kserve.spec import Download, KServeSpec, LocalModels
from components.kserve.values import objects, values
from components.platform.site import Site

WAY_IN = Ingress(domain="m.example", gateway_class="envoy", scheme="https")
CACHED = KServeSpec(download=Download(cpu=2, memory_gib=6), local_models=LocalModels())
SAME = {
    "deploy.defaultDeploymentMode": "controller.deploymentMode",
    "ingress.disableIstioVirtualHost": "controller.gateway.disableIstioVirtualHost",
    "ingress.disableIngressCreation": "controller.gateway.disableIngressCreation",
    "ingress.enableGatewayApi": "controller.gateway.ingressGateway.enableGatewayApi",
    "ingress.kserveIngressGateway": "controller.gateway.ingressGateway.kserveGateway",
    "ingress.ingressClassName": "controller.gateway.ingressGateway.className",
    "ingress.ingressDomain": "controller.gateway.domain",
    "ingress.urlScheme": "controller.gateway.urlScheme",
    "storageInitializer.cpuLimit": "storage.resources.limits.cpu",
    "storageInitializer.memoryLimit": "storage.resources.limits.memory",
    "storageInitializer.memoryRequest": "storage.resources.requests.memory",
    "security.autoMountServiceAccountToken": "security.autoMountServiceAccountToken",
    "localModel.enabled": "localmodel.enabled",
}
"""KServe v0.20.0, charts/kserve-resources/files/common/configmap.yaml."""


def at(data: Any, path: str) -> Any:
    for key in path.split("."):
        data = data[key]
    return data


@pytest.mark.parametrize("ingress", [None, WAY_IN])
@pytest.mark.parametrize("spec", [KServeSpec(), CACHED])
def test_chart_and_config_map_say_the_same(spec: KServeSpec, ingress: Ingress | None) -> None:
    chart = values(spec, ingress)["kserve"]
    for key, text in inferenceservice_config(spec, ingress).items():
        for field, said in json.loads(text).items():
            assert at(chart, SAME[f"{key}.{field}"]) == said


def test_a_single_controller_has_no_budget_that_blocks_a_drain() -> None:
    assert objects(Site(replicas=1)) == ()
