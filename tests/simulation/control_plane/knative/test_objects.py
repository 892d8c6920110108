from pathlib import Path

import pytest
import yaml

from simulation.control_plane.knative.objects import configuration, webhooks

SERVICE = {"name": "webhook", "namespace": "knative-serving"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Serving and networking as one small module."""
    documents = {
        "core/configmaps/deployment.yaml": config_map("config-deployment", "component", x="1"),
        "config-network.yaml": config_map("config-network", "networking"),
        "core/webhooks/defaulting.yaml": {
            "kind": "MutatingWebhookConfiguration",
            "metadata": {"name": "webhook.serving.knative.dev"},
            "webhooks": [{"name": "a", "clientConfig": {"service": SERVICE}}],
        },
    }
    for name, document in documents.items():
        file = tmp_path / "config" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(document))
    return tmp_path


def config_map(name: str, component: str, **data: str) -> dict[str, object]:
    metadata = {"name": name, "labels": {"app.kubernetes.io/component": component}}
    return {"kind": "ConfigMap", "metadata": metadata, "data": {"_example": "...", **data}}


def test_no_registry_is_asked_what_a_tag_means(source: Path) -> None:
    [deployment, _] = configuration(source, source, {})

    skipped = deployment["data"]["registries-skipping-tag-resolving"].split(",")
    assert {"docker.io", "index.docker.io", "ghcr.io", "nvcr.io"} <= set(skipped)
    assert deployment["data"]["x"] == "1"


def test_the_stack_has_the_last_word(source: Path) -> None:
    [deployment, _] = configuration(source, source, {"config-deployment": {"x": "2"}})

    assert deployment["data"]["x"] == "2"


def test_the_webhook_that_guards_a_config_map_still_knows_it_by_its_label(source: Path) -> None:
    [deployment, _] = configuration(source, source, {})

    assert deployment["metadata"]["labels"] == {"app.kubernetes.io/component": "component"}
    assert "_example" not in deployment["data"]


def test_refuses_to_configure_what_does_not_exist(source: Path) -> None:
    with pytest.raises(ValueError, match="Knative has no such ConfigMap: config-feature"):
        configuration(source, source, {"config-feature": {"x": "enabled"}})


def test_the_service_of_the_webhook_is_this_machine(source: Path) -> None:
    [service, hooks] = webhooks(source, 20001)

    assert service["spec"]["externalName"] == "localhost"
    assert hooks["webhooks"][0]["clientConfig"]["service"] == SERVICE | {"port": 20001}
