import json
from pathlib import Path

import pytest
import yaml

from simulation.control_plane.kserve.objects import (
    configuration,
    crds,
    storage_container,
    webhooks,
)
from simulation.control_plane.site import Site

UPSTREAM = {
    "_example": "not configuration",
    "deploy": '{"defaultDeploymentMode": "Serverless"}',
    "ingress": '{"ingressClassName": "istio", "disableIngressCreation": false}',
    "logger": '{"image": "kserve/agent"}',
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A module as small as a module can be."""
    service = {"name": "$(webhookServiceName)", "path": "/mutate"}
    documents = {
        "configmap/inferenceservice.yaml": {"kind": "ConfigMap", "data": UPSTREAM},
        "storagecontainers/default.yaml": {"spec": {"container": {"image": "replace"}}},
        "webhook/manifests.yaml": {
            "webhooks": [{"name": "a", "clientConfig": {"service": service}}]
        },
        "crd/full/isvc.yaml": {"kind": "CustomResourceDefinition"},
        "crd/full/kustomization.yaml": {"kind": "Kustomization"},
        "crd/full/llmisvc/llmisvc.yaml": {"kind": "CustomResourceDefinition"},
    }
    for name, document in documents.items():
        file = tmp_path / "config" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(document))
    return tmp_path


def test_a_cluster_without_knative_and_istio_says_so(source: Path) -> None:
    data = configuration(source, {})["data"]

    assert json.loads(data["deploy"]) == {"defaultDeploymentMode": "Standard"}
    assert json.loads(data["ingress"])["disableIstioVirtualHost"] is True
    assert json.loads(data["ingress"])["disableIngressCreation"] is True
    assert "_example" not in data


def test_what_is_not_set_stays_as_upstream_has_it(source: Path) -> None:
    data = configuration(source, {})["data"]

    assert json.loads(data["ingress"])["ingressClassName"] == "istio"
    assert json.loads(data["logger"]) == {"image": "kserve/agent"}


def test_the_stack_has_the_last_word(source: Path) -> None:
    overrides = {"ingress": '{"disableIngressCreation": false}', "security": '{"x": true}'}

    data = configuration(source, overrides)["data"]

    assert json.loads(data["ingress"])["disableIngressCreation"] is False
    assert json.loads(data["ingress"])["disableIstioVirtualHost"] is True
    assert json.loads(data["security"]) == {"x": True}


def test_models_are_fetched_by_a_released_image(source: Path) -> None:
    container = storage_container(source, "v0.17.0", {})["spec"]["container"]

    assert container["image"] == "kserve/storage-initializer:v0.17.0"


def test_webhooks_call_the_manager_on_loopback(source: Path, site: Site) -> None:
    [found] = webhooks(source, site)
    [hook] = found["webhooks"]

    assert hook["clientConfig"]["url"] == f"{site.url('kserve-webhook')}/mutate"
    assert "service" not in hook["clientConfig"]


def test_kinds_without_a_controller_are_left_out(source: Path, tmp_path: Path) -> None:
    assert crds(source, tmp_path / "cache") == [{"kind": "CustomResourceDefinition"}]
