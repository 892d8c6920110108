"""The small valid stack on an EKS cluster of its own, and changes to it."""

from typing import Any

from tests.support.stack import changed

ZONES = ["us-east-1a", "us-east-1b"]
EKS: dict[str, Any] = {
    "name": "inference",
    "account_id": "111122223333",
    "region": "us-east-1",
    "kubernetes": "1.35",
    "network": {"new": {"cidr": "10.0.0.0/16", "zones": ZONES}},
}
SYSTEM = {"instance_type": "m5.2xlarge", "min_nodes": 3, "max_nodes": 3}


def on_eks(**changes: Any) -> dict[str, Any]:
    """The stack; in a change's name `__` stands for the dot of a path."""
    stack = changed("cluster", {"eks": {**EKS, "network": {"new": dict(EKS["network"]["new"])}}})
    stack["node_groups"]["system"] = dict(SYSTEM)
    for name, value in changes.items():
        *parents, last = name.split("__")
        place = stack
        for key in parents:
            place = place.setdefault(key, {})
        place[last] = value
    eks = stack["cluster"]["eks"]
    here = {"cluster_name": eks["name"], "region": eks["region"]}
    stack["platform"].setdefault("cluster_autoscaler", here)
    return stack
