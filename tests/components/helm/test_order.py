from graphlib import CycleError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.helm.order import among, in_order
from components.helm.spec import Chart, Release

CHART = Chart(name="c", repository="https://charts.example", version="1")


def release(name: str, *after: str) -> Release:
    return Release(name=name, namespace="ns", chart=CHART, after=frozenset(after))


def test_puts_each_release_after_what_it_needs() -> None:
    asked = [release("kserve", "cert-manager", "knative"), release("knative")]

    ordered = [r.name for r in in_order([*asked, release("cert-manager")])]
    assert ordered == ["cert-manager", "knative", "kserve"]


def test_refuses_a_name_nobody_has() -> None:
    with pytest.raises(ValueError, match="no such release: nfd"):
        in_order([release("gpu-operator", "nfd")])


def test_refuses_a_circle() -> None:
    with pytest.raises(CycleError):
        in_order([release("a", "b"), release("b", "a")])


def test_does_not_wait_for_what_somebody_else_installed() -> None:
    [alone] = among([release("kserve", "cert-manager")])

    assert alone.after == frozenset()


@given(st.permutations("abcdef"))
def test_any_order_of_asking_gives_an_order_of_installing(names: list[str]) -> None:
    chain = [release(name, *sorted("abcdef")[:i]) for i, name in enumerate(sorted("abcdef"))]
    asked = sorted(chain, key=lambda r: names.index(r.name))

    assert [r.name for r in in_order(asked)] == list("abcdef")
