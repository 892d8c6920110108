"""What a preview can say before anything is done, against the real API server."""

import pytest

from simulation.control_plane import ControlPlane
from simulation.plugin.engine import Engine
from simulation.plugin.server import started
from simulation.plugin.values import UNKNOWN
from tests.simulation.plugin.calls import CONFIG_MAP, SERVICE, service, thing
from tests.simulation.plugin.engine import Answered, Protocol, protocol

pytestmark = pytest.mark.cluster


def test_a_preview_answers_with_the_servers_defaults_and_creates_nothing(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    foreseen = provider.create(SERVICE, service(namespace), dry=True)

    assert foreseen["spec"]["sessionAffinity"] == "None"
    assert "status" not in foreseen
    assert not control_plane.api.find(f"/api/v1/namespaces/{namespace}/services/thing")


def test_a_preview_answers_with_the_inputs_where_it_can_know_no_more(
    provider: Protocol, namespace: str
) -> None:
    unknown = thing(namespace, data={"a": UNKNOWN})
    nowhere = thing("not-yet-there", data={"a": "1"})

    for inputs in (unknown, nowhere):
        assert provider.create(CONFIG_MAP, inputs, dry=True)["data"] == inputs["data"]


def test_a_preview_of_an_update_shows_the_result_and_changes_nothing(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    state = provider.create(CONFIG_MAP, thing(namespace, data={"a": "1"}))

    new = state["__inputs"] | {"data": {"a": "2"}}
    foreseen = provider.update(CONFIG_MAP, state, new, dry=True)

    assert foreseen["data"] == {"a": "2"}
    live = control_plane.api.get(f"/api/v1/namespaces/{namespace}/configmaps/thing")
    assert live["data"] == {"a": "1"}


def test_a_provider_whose_cluster_is_unknown_previews_and_does_no_more() -> None:
    server, port = started(Engine())
    unknown = protocol(port)
    inputs = {"metadata": {"name": "a"}}

    assert unknown.create(CONFIG_MAP, inputs, dry=True)["metadata"] == {"name": "a"}
    with pytest.raises(Answered, match="kubeconfig is not known"):
        unknown.create(CONFIG_MAP, inputs)
    server.stop(0)
