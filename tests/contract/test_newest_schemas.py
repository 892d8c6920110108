"""Both stacks' custom resources against the newest definitions of their kinds.

The simulated cluster runs what its module registry offers, which is older; what only the newest
version has is proved here. Rules in CEL and in webhooks are not: those are an API server's.
"""

import pytest

from tests.support.misspelling import misspelt
from tests.support.objects import STACKS, label, objects, one_of_each_kind
from tests.support.schema import CRDS, complaints, is_custom, validator

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CRDS.is_dir(), reason=f"the upstream definitions are not at {CRDS}"),
]
MADE = {
    f"{stack}:{label(made)}": made for stack in STACKS for made in objects(stack) if is_custom(made)
}
KINDS = one_of_each_kind(MADE.values())


@pytest.mark.parametrize("name", MADE)
def test_the_newest_definition_accepts(name: str) -> None:
    assert complaints(MADE[name]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_newest_definition_refuses_a_misspelt_field_of(kind: str) -> None:
    wrong, word = misspelt(KINDS[kind])

    [complaint] = complaints(wrong)
    assert f"'{word}' was unexpected" in complaint


def test_the_one_definition_with_a_bare_equals_sign_can_be_read() -> None:
    assert validator("monitoring.coreos.com/v1alpha1", "AlertmanagerConfig")
