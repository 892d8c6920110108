from typing import Any, cast

from simulation.control_plane import crds
from simulation.control_plane.api import Api
from simulation.control_plane.manifest import Manifest


class Remembering:
    """An API server that has the CRDs it was given."""

    def __init__(self, *known: Manifest) -> None:
        self._known = known

    def get(self, target: str, accept: str) -> Any:
        assert (target, accept) == (crds.COLLECTION, crds.METADATA_ONLY)
        return {"items": [{"metadata": crd["metadata"]} for crd in self._known]}


def api(*known: Manifest) -> Api:
    return cast(Api, Remembering(*known))


def crd(name: str, *, served: bool = True, size: int = 1) -> Manifest:
    versions = [{"name": "v1alpha1", "served": False}, {"name": "v1", "served": served}]
    names = {"plural": name.partition(".")[0], "kind": "K" * size}
    spec = {"group": name.partition(".")[2], "names": names, "versions": versions}
    return {"metadata": {"name": name, "creationTimestamp": None}, "spec": spec}


def test_a_new_crd_is_applied() -> None:
    [fresh] = crds.changed(api(), [crd("queues.volcano.sh")])

    assert fresh["metadata"]["name"] == "queues.volcano.sh"
    assert "creationTimestamp" not in fresh["metadata"]


def test_a_crd_that_an_earlier_run_applied_is_left_alone() -> None:
    applied = crds.changed(api(), [crd("queues.volcano.sh")])

    assert crds.changed(api(*applied), [crd("queues.volcano.sh")]) == []


def test_a_changed_crd_is_applied_again() -> None:
    applied = crds.changed(api(), [crd("queues.volcano.sh")])

    assert len(crds.changed(api(*applied), [crd("queues.volcano.sh", size=2)])) == 1


def test_a_crd_of_somebody_else_is_brought_to_our_version() -> None:
    assert len(crds.changed(api(crd("queues.volcano.sh")), [crd("queues.volcano.sh")])) == 1


def test_the_largest_crd_goes_first() -> None:
    fresh = crds.changed(api(), [crd("small.x"), crd("large.x", size=99)])

    assert [each["metadata"]["name"] for each in fresh] == ["large.x", "small.x"]


def test_a_crd_is_served_at_its_first_served_version() -> None:
    assert crds.served_at(crd("queues.volcano.sh")) == "/apis/volcano.sh/v1/queues?limit=1"
