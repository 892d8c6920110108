"""What AWS would answer: the values that only it knows, by the type of what was made."""

from typing import Any

Answer = dict[str, Any]

BY_TYPE: dict[str, Answer] = {
    "aws:ec2/eip:Eip": {"allocationId": "eipalloc-1"},
    "aws:ec2/launchTemplate:LaunchTemplate": {"latestVersion": 3},
    "aws:kms/key:Key": {"keyId": "key-1"},
    "aws:sqs/queue:Queue": {"url": "https://sqs/queue"},
}
CLUSTER = "eks:index:Cluster"
CLUSTER_STATE: Answer = {
    "name": "inference",
    "endpoint": "https://cluster",
    "vpcConfig": {"clusterSecurityGroupId": "sg-cluster", "subnetIds": [], "vpcId": "vpc-1"},
}
KUBECONFIG = '{"apiVersion": "v1"}'


def answer(type: str, name: str) -> Answer:
    """Nothing but for AWS's own; each of its resources has an ARN."""
    if not type.startswith("aws:"):
        return {}
    service = type.split(":")[1].split("/")[0]
    return {"arn": f"arn:aws:{service}:::{name}", **BY_TYPE.get(type, {}), **_named(type, name)}


def _named(type: str, name: str) -> Answer:
    """Names that AWS or the provider chooses."""
    match type:
        case "aws:eks/nodeGroup:NodeGroup":
            group = {"autoscalingGroups": [{"name": f"eks-{name}-asg"}]}
            return {"nodeGroupName": f"{name}-1", "resources": [group]}
        case "aws:iam/role:Role" | "aws:iam/instanceProfile:InstanceProfile":
            return {"name": f"{name}-1"}
        case "aws:ec2/placementGroup:PlacementGroup":
            return {"name": f"{name}-1"}
    return {}
