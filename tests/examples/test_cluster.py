"""All examples at once through the real engine, the real webhooks and the real controllers.

Gateways, node-local caches and metrics have their kinds here and nobody who acts on them: that
they are admitted is proved, not that they do anything. Kubelets are played.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from components.model.variants import variants
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.outcome.outcome import Outcome
from simulation.outcome.watch import Patience, outcomes, settled
from simulation.run.needs import parts
from stacks.config import StackConfig
from stacks.parse import parse
from tests.support.cluster import started, toolchain
from tests.support.examples import gallery, together

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(1200)]

KINDS_ONLY = {
    "sigs.k8s.io/gateway-api": ("config/crd/standard", "*_httproutes.yaml"),
    "github.com/kserve/kserve": ("config/crd/full/localmodel", "*_localmodelcaches.yaml"),
}
OF_THE_TENANTS: tuple[dict[str, Any], ...] = (
    {
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": {"name": "hub-token", "namespace": "chat"},
        "stringData": {"HF_TOKEN": "none"},
    },
    {
        "apiVersion": "v1",
        "kind": "PersistentVolume",
        "metadata": {"name": "weights"},
        "spec": {
            "accessModes": ["ReadOnlyMany"],
            "storageClassName": "",
            "capacity": {"storage": "1Ti"},
            "nfs": {"server": "nfs.example", "path": "/"},
            "claimRef": {"name": "weights", "namespace": "chat"},
        },
    },
    {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {"name": "weights", "namespace": "chat"},
        "spec": {
            "accessModes": ["ReadOnlyMany"],
            "storageClassName": "",
            "resources": {"requests": {"storage": "1Ti"}},
            "volumeName": "weights",
        },
    },
)
"""What a tenant brings itself: a token for the Hub, a claim on a file system."""

MODES = ("standard", "knative")


def of(mode: str) -> StackConfig:
    """The examples of one mode, all together: Knative's controllers run only for their own."""
    knative = "mode: knative"
    return parse(together([e for e in gallery() if (knative in e.text) == (mode == "knative")]))


@pytest.fixture(scope="module", params=MODES)
def stack(request: pytest.FixtureRequest) -> StackConfig:
    return of(request.param)


@pytest.fixture(scope="module")
def plane(stack: StackConfig) -> Iterator[ControlPlane]:
    with started(parts(_uncached(stack))) as made:
        for crd in _kinds_only():
            made.api.apply(crd)
        register(made.api, stack.node_groups)
        yield made


@pytest.fixture(scope="module")
def found(
    plane: ControlPlane, stack: StackConfig, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Outcome]:
    """How each service stands after one `pulumi up` of the whole gallery."""
    folder = tmp_path_factory.mktemp("engine")
    here = _with_gateway(simulated(stack, plane), stack)
    Engine("examples", folder, tools(folder / "tools", toolchain()), print).up(here)
    for manifest in OF_THE_TENANTS:
        plane.api.apply(manifest)
    patience = Patience(seconds=400, still_seconds=60)
    return {one.name: one for one in settled(lambda: outcomes(plane.api, stack), print, patience)}


def _with_gateway(here: StackConfig, stack: StackConfig) -> StackConfig:
    """Routes have their kind here, and nobody behind them."""
    assert stack.platform.gateway is not None
    gateway = stack.platform.gateway.model_copy(update={"provided": True})
    platform = here.platform.model_copy(update={"gateway": gateway})
    return here.model_copy(update={"platform": platform})


def _uncached(stack: StackConfig) -> StackConfig:
    """KServe looks for caches only where their controller runs, and here it does not."""
    kserve = stack.platform.kserve and stack.platform.kserve.model_copy(
        update={"local_models": None}
    )
    platform = stack.platform.model_copy(update={"kserve": kserve})
    return stack.model_copy(update={"platform": platform})


def _kinds_only() -> Iterator[dict[str, Any]]:
    for module, (folder, pattern) in KINDS_ONLY.items():
        source = Path(toolchain().source(module))
        for file in sorted((source / folder).glob(pattern)):
            yield from yaml.load_all(file.read_text(), yaml.CSafeLoader)


def test_every_model_is_ready_or_stopped_by_kserves_own_status(
    found: dict[str, Outcome], stack: StackConfig
) -> None:
    wanted = {
        one.name: "Stopped" if one.spec.stopped else "Ready"
        for name, spec in stack.models.items()
        for one in variants(name, spec)
        if one.spec.nodes == 1
    }
    states = {name: (found[name].state, found[name].reason) for name in wanted}

    assert states == {name: (state, "") for name, state in wanted.items()}


def test_head_and_worker_of_a_model_on_two_nodes_are_both_there(
    found: dict[str, Outcome], stack: StackConfig
) -> None:
    """KServe 0.17.0 never calls it Ready: it joins the two Deployments' reasons and then compares
    them with one (inference_service_status.go, PropagateRawStatus; kserve#5703, which is in the
    0.20.0 of real clusters). No manifest avoids it: a Deployment without a deadline would not say
    how it progresses, and KServe lets nobody take that away. Its message says that both are there.
    """
    for name, spec in stack.models.items():
        if spec.nodes > 1:
            assert found[name].replicas_ready == spec.nodes
            assert found[name].reason.count("has successfully progressed") == spec.nodes
