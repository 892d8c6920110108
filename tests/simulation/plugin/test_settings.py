import pytest

from simulation.plugin import settings
from simulation.plugin.refusal import Refusal
from simulation.plugin.values import UNKNOWN, Properties


def config(port: int, **others: object) -> Properties:
    text = f"""
current-context: sim
clusters: [{{name: sim, cluster: {{server: "http://127.0.0.1:{port}"}}}}]
contexts: [{{name: sim, context: {{cluster: sim, user: u}}}}]
users: [{{name: u, user: {{token: t{others.pop("token", "")}}}}}]
"""
    return {"kubeconfig": text, **others}


def test_another_server_replaces_everything() -> None:
    assert settings.replacing(config(1), config(2)) == ["kubeconfig"]


def test_another_token_replaces_nothing() -> None:
    assert settings.changed(config(1), config(1, token="2")) == ["kubeconfig"]
    assert settings.replacing(config(1), config(1, token="2")) == []


def test_under_one_identifier_another_server_replaces_nothing() -> None:
    old, new = config(1, clusterIdentifier="a"), config(2, clusterIdentifier="a")

    assert settings.replacing(old, new) == []


def test_another_identifier_replaces_everything() -> None:
    old, new = config(1, clusterIdentifier="a"), config(1, clusterIdentifier="b")

    assert settings.replacing(old, new) == ["clusterIdentifier"]


def test_an_identifier_that_is_only_now_given_leaves_the_server_to_decide() -> None:
    assert settings.replacing(config(1), config(1, clusterIdentifier="a")) == []
    assert settings.replacing(config(1), config(2, clusterIdentifier="a")) == ["kubeconfig"]


def test_an_unknown_kubeconfig_may_be_another_cluster() -> None:
    assert settings.replacing(config(1), {"kubeconfig": UNKNOWN}) == ["kubeconfig"]
    assert settings.settings({"kubeconfig": UNKNOWN}) is None


def test_switches_come_as_texts_or_as_truths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULUMI_K8S_ENABLE_PATCH_FORCE", "true")

    found = settings.settings(
        config(1, enableConfigMapMutable="true", enableSecretMutable=True, namespace="models")
    )

    assert found
    assert (found.mutable, found.namespace) == (frozenset({"ConfigMap", "Secret"}), "models")
    assert (found.force, found.upsert) == (True, False)


def test_rendering_to_files_is_left_to_the_real_plugin() -> None:
    with pytest.raises(Refusal, match="real Kubernetes plugin"):
        settings.settings(config(1, renderYamlToDirectory="out"))
