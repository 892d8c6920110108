from typing import Any, cast

import pytest

from simulation.control_plane import crds
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import Manifest


class Remembering:
    """An API server that keeps the CRDs it was given, and says what was asked of it."""

    def __init__(self) -> None:
        self.known: dict[str, Manifest] = {}
        self.asked: list[str] = []
        self.discovered: list[str] = []

    def get(self, target: str, accept: str = "") -> Any:
        if target == crds.COLLECTION:
            return {"items": [{"metadata": crd["metadata"]} for crd in self.known.values()] or None}
        return {"resources": [{"name": name} for name in self.discovered]}

    def create(self, target: str, crd: Manifest) -> None:
        assert target == crds.COLLECTION
        self._keep("create", crd)

    def apply(self, crd: Manifest) -> None:
        self._keep("apply", crd)

    def _keep(self, verb: str, crd: Manifest) -> None:
        self.asked.append(f"{verb} {crd['metadata']['name']}")
        self.known[crd["metadata"]["name"]] = crd

    def bring(self, *wanted: Manifest) -> list[str]:
        self.asked.clear()
        crds.bring_up_to_date(cast(Api, self), wanted)
        return self.asked


def crd(name: str, size: int = 1) -> Manifest:
    versions = [{"name": "v1alpha1", "served": False}, {"name": "v1", "served": True}]
    names = {"plural": name.partition(".")[0], "kind": "K" * size}
    spec = {"group": name.partition(".")[2], "names": names, "versions": versions}
    return {"metadata": {"name": name, "creationTimestamp": None}, "spec": spec}


def test_a_crd_that_the_cluster_lacks_is_created() -> None:
    assert Remembering().bring(crd("queues.x")) == ["create queues.x"]


def test_a_crd_that_an_earlier_run_brought_is_left_alone() -> None:
    api = Remembering()
    api.bring(crd("queues.x"))

    assert api.bring(crd("queues.x")) == []


def test_a_changed_crd_is_applied_over_the_old_one() -> None:
    api = Remembering()
    api.bring(crd("queues.x"))

    assert api.bring(crd("queues.x", size=2)) == ["apply queues.x"]


def test_a_crd_of_somebody_else_is_brought_to_our_version() -> None:
    api = Remembering()
    api.known["queues.x"] = crd("queues.x")

    assert api.bring(crd("queues.x")) == ["apply queues.x"]


def test_a_crd_counts_only_when_clients_can_discover_it() -> None:
    api = Remembering()
    with pytest.raises(Refused, match="queues is not discovered yet"):
        crds.await_served(cast(Api, api), crd("queues.x"))

    api.discovered.append("queues")

    crds.await_served(cast(Api, api), crd("queues.x"))
