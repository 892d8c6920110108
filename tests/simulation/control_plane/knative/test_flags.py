"""The feature flags that models need, by Knative's own webhook: all of them, and no other."""

from collections.abc import Iterator

import pytest

from components.knative.features import features
from components.priority.manifest import priority_class
from components.types import Manifest
from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Refused
from simulation.run.needs import parts
from stacks.knative_pods import knative_pods
from stacks.parse import parse
from tests.support.cluster import started
from tests.support.patience import eventually
from tests.support.stack import changed

pytestmark = pytest.mark.cluster

CONFIG = parse(changed("models.small.mode", "knative"))
PODS = list(knative_pods(CONFIG))
FLAGS = features(PODS)
POD_FIELDS = {
    *("containers", "volumes", "nodeSelector", "tolerations", "schedulerName", "securityContext"),
    *("priorityClassName", "automountServiceAccountToken", "enableServiceLinks"),
}
SERVICES = "/apis/serving.knative.dev/v1/namespaces/default/services?dryRun=All"


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    with started(parts(CONFIG)) as plane:
        for name, spec in CONFIG.priorities.items():
            plane.api.apply(priority_class(name, spec))
        yield plane


def refusal(plane: ControlPlane) -> str:
    """What Knative says against some pod of the stack; nothing where it takes them all."""
    for pod in PODS:
        spec = {field: part for field, part in pod.items() if field in POD_FIELDS}
        service = {
            "apiVersion": "serving.knative.dev/v1",
            "kind": "Service",
            "metadata": {"name": "flags", "namespace": "default"},
            "spec": {"template": {"spec": spec}},
        }
        try:
            plane.api.create(SERVICES, service)
        except Refused as refused:
            return str(refused)
    return ""


def set_flags(plane: ControlPlane, flags: dict[str, str]) -> None:
    config: Manifest = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "config-features", "namespace": "knative-serving"},
        "data": flags,
    }
    plane.api.apply(config)


def test_with_all_flags_every_pod_passes(plane: ControlPlane) -> None:
    set_flags(plane, FLAGS)

    assert eventually(lambda: refusal(plane) == ""), refusal(plane)


@pytest.mark.parametrize("flag", FLAGS)
def test_without_any_one_flag_some_pod_is_refused(plane: ControlPlane, flag: str) -> None:
    set_flags(plane, FLAGS | {flag: "disabled"})

    assert eventually(lambda: "must not set the field" in refusal(plane))
