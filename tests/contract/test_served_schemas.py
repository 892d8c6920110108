"""Both stacks' objects before the API server that a simulated cluster runs, webhooks included.

It serves the versions that its module registry offers: `test_newest_schemas.py` has the newest. Of
KEDA it knows the definitions here, and runs none of the webhooks.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from components.types import Manifest
from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.crds import COLLECTION, await_served, bring_up_to_date
from simulation.control_plane.keda.objects import crds
from simulation.control_plane.keda.steps import MODULE
from simulation.control_plane.manifest import path
from simulation.toolchain.cache import default_cache
from tests.support.cluster import toolchain
from tests.support.misspelling import misspelt
from tests.support.objects import STACKS, label, one_of_each_kind, simulated_objects

pytestmark = pytest.mark.cluster
MADE = {f"{stack}:{label(made)}": made for stack in STACKS for made in simulated_objects(stack)}
KINDS = one_of_each_kind(MADE.values())


@pytest.fixture(scope="module")
def server(control_plane: ControlPlane) -> Iterator[Api]:
    """The API server with all definitions, and with what webhooks and admission ask for."""
    needed = [made for made in MADE.values() if made["kind"] in ("Namespace", "Queue")]
    with keda_defined(control_plane.api), present(control_plane.api, needed):
        yield control_plane.api


@contextmanager
def present(api: Api, wanted: list[Manifest]) -> Iterator[None]:
    missing = {path(made): made for made in wanted if api.find(path(made)) is None}
    for made in missing.values():
        api.apply(made)
    yield
    for target in missing:
        api.delete(target)


@contextmanager
def keda_defined(api: Api) -> Iterator[None]:
    definitions = crds(toolchain().source(MODULE), default_cache() / "parsed")
    names = [definition["metadata"]["name"] for definition in definitions]
    missing = [name for name in names if api.find(f"{COLLECTION}/{name}") is None]
    bring_up_to_date(api, definitions)
    for definition in definitions:
        served(api, definition)
    yield
    for name in missing:
        api.delete(f"{COLLECTION}/{name}")


def served(api: Api, definition: Manifest) -> None:
    for _ in range(100):
        try:
            return await_served(api, definition)
        except Refused:
            time.sleep(0.1)
    raise AssertionError(f"{definition['metadata']['name']} is not served")


@pytest.mark.parametrize("name", MADE)
def test_the_running_server_admits(name: str, server: Api) -> None:
    admitted = server.check(MADE[name])

    assert admitted["metadata"]["name"] == MADE[name]["metadata"]["name"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_running_server_refuses_a_misspelt_field_of(kind: str, server: Api) -> None:
    wrong, word = misspelt(KINDS[kind])

    with pytest.raises(Refused, match=word):
        server.check(wrong)
