"""What the cluster's controllers have made."""

from typing import Any

from simulation.inspection.live import live
from tests.simulation.inspection.objects import DEPLOYMENT, POD


class Cluster:
    """An API server that knows one list."""

    def __init__(self, target: str, *items: Any) -> None:
        self._lists = {target: list(items)}

    def get(self, target: str) -> Any:
        return {"items": self._lists.get(target, [])}


def test_an_item_of_a_list_says_again_what_it_is() -> None:
    item = {key: POD[key] for key in ("metadata", "spec")}

    assert live(Cluster("/api/v1/namespaces/chat/pods", item), ["chat"]) == [POD]


def test_what_is_on_its_way_out_is_left_out() -> None:
    leaving = {**POD, "metadata": {**POD["metadata"], "deletionTimestamp": "now"}}

    assert live(Cluster("/api/v1/namespaces/chat/pods", leaving), ["chat"]) == []


def test_kinds_of_other_groups_are_asked_for_under_apis() -> None:
    metadata = {**DEPLOYMENT["metadata"], "generation": 1}
    status = {"observedGeneration": 1, "replicas": 1, "updatedReplicas": 1}
    made = {**DEPLOYMENT, "metadata": metadata, "status": status}
    cluster = Cluster("/apis/apps/v1/namespaces/chat/deployments", made)

    assert live(cluster, ["chat"]) == [DEPLOYMENT]
