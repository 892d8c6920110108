"""The custom resources of every operator against the newest definitions, strictly."""

import pytest

from components.types import Manifest
from stacks.releases.all import releases
from tests.support.everything import EVERYTHING
from tests.support.misspelling import misspelt
from tests.support.schema import CRDS, complaints, is_custom

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CRDS.is_dir(), reason=f"the upstream definitions are not at {CRDS}"),
]
MADE: dict[str, Manifest] = {
    f"{made['kind']}/{made['metadata']['name']}": made
    for release in releases(EVERYTHING)
    for made in release.objects
    if is_custom(made)
}


def test_every_operator_s_own_kind_is_among_them() -> None:
    kinds = {name.partition("/")[0] for name in MADE}

    assert {"KnativeServing", "Gateway", "GatewayClass", "HTTPRoute", "Elasticsearch"} <= kinds


@pytest.mark.parametrize("name", MADE)
def test_the_newest_definition_accepts(name: str) -> None:
    assert complaints(MADE[name]) == []


@pytest.mark.parametrize("name", MADE)
def test_the_newest_definition_refuses_a_misspelt_field(name: str) -> None:
    wrong, word = misspelt(MADE[name])

    assert any(f"'{word}' was unexpected" in complaint for complaint in complaints(wrong))
