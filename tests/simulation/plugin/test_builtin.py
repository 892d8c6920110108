from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.plugin.builtin import known, quantity


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1", 1),
        ("1000m", 1),
        ("0.5", "0.5"),
        ("2Ki", 2048),
        ("1Gi", 1024**3),
        ("1G", 10**9),
        ("1k", 1000),
        ("1e3", 1000),
        ("1E", 10**18),
        (3, 3),
    ],
)
def test_a_quantity_is_an_amount(text: object, amount: str | int) -> None:
    assert quantity(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "abc", "1X", "1 Gi", True, None])
def test_other_text_is_none(text: object) -> None:
    assert quantity(text) is None


@given(st.integers(0, 10**9))
def test_a_thousandth_is_a_thousandth(amount: int) -> None:
    assert quantity(f"{amount}000m") == quantity(amount)


def test_the_server_knows_its_own_groups_and_no_others() -> None:
    assert known({"apiVersion": "v1"})
    assert known({"apiVersion": "apps/v1"})
    assert not known({"apiVersion": "gateway.networking.k8s.io/v1"})
