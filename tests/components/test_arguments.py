"""How a manifest's fields are spelt for Pulumi's classes."""

import pytest

from components.arguments import as_arguments


@pytest.mark.parametrize(
    ("field", "argument"),
    [
        ("spec", "spec"),
        ("roleRef", "role_ref"),
        ("automountServiceAccountToken", "automount_service_account_token"),
    ],
)
def test_only_a_capital_is_spelt_otherwise(field: str, argument: str) -> None:
    assert as_arguments({field: {"apiGroup": ""}}) == {argument: {"apiGroup": ""}}
