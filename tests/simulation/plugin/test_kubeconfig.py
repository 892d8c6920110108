from pathlib import Path

import pytest

from simulation.plugin.kubeconfig import cluster, on_loopback, parsed
from simulation.plugin.refusal import Refusal

TEXT = """
current-context: sim
clusters:
  - {name: sim, cluster: {server: "http://127.0.0.1:6443"}}
  - {name: far, cluster: {server: "https://203.0.113.7"}}
users: [{name: admin, user: {token: t}}]
contexts:
  - {name: sim, context: {cluster: sim, user: admin, namespace: models}}
  - {name: far, context: {cluster: far, user: admin}}
"""


def test_a_kubeconfig_is_given_as_text_or_as_a_path(tmp_path: Path) -> None:
    (tmp_path / "config").write_text(TEXT)

    assert parsed(str(tmp_path / "config")) == parsed(TEXT)


def test_the_current_context_decides_server_user_and_namespace() -> None:
    found = cluster(parsed(TEXT))

    assert (found.server, found.namespace) == ("http://127.0.0.1:6443", "models")
    assert found.headers() == {"Authorization": "Bearer t"}


@pytest.mark.parametrize(
    "server", ["https://203.0.113.7", "https://10.0.0.1:6443", "https://eks.aws", "", "127.0.0.1"]
)
def test_only_loopback_is_loopback(server: str) -> None:
    assert not on_loopback(server)


@pytest.mark.parametrize("server", ["https://localhost:1", "https://127.0.0.9", "http://[::1]:1"])
def test_loopback_is_recognised(server: str) -> None:
    assert on_loopback(server)


def test_a_cluster_elsewhere_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refusal, match=r"serves only simulated clusters on loopback, not https"):
        cluster(parsed(TEXT), context="far")


@pytest.mark.parametrize("text", ["", "nonsense", "a: ["])
def test_what_is_no_kubeconfig_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        cluster(parsed(text))
