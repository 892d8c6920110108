"""Who may take a role."""

from components.types import Manifest


def pods() -> Manifest:
    """Pods, through EKS Pod Identity; which ones is said by the associations."""
    return _trust("pods.eks.amazonaws.com", "sts:AssumeRole", "sts:TagSession")


def instances(principal: str) -> Manifest:
    """EC2 instances, by the partition's name for them."""
    return _trust(principal, "sts:AssumeRole")


def _trust(service: str, *actions: str) -> Manifest:
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": list(actions)}
    return {"Version": "2012-10-17", "Statement": [statement]}
