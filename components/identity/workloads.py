"""The roles of the workloads that act in AWS, each with its own policy and nobody else's."""

from collections.abc import Iterable

from components.aws import Place
from components.aws_load_balancer_controller import values as load_balancers
from components.cluster_autoscaler import values as autoscaler
from components.identity.plan import RolePlan, Subject
from components.identity.policy import policy
from components.identity.trust import instances, pods
from components.karpenter import values as karpenter_values

DEFAULT_ACCOUNT = "default"
"""What a pod runs as that names no service account: KServe's, unless a model says otherwise."""

LOAD_BALANCER_CONTROLLER = Subject(
    namespace=load_balancers.NAMESPACE, service_account=load_balancers.NAME
)
CLUSTER_AUTOSCALER = Subject(namespace=autoscaler.NAMESPACE, service_account=autoscaler.NAME)
KARPENTER = Subject(namespace=karpenter_values.NAMESPACE, service_account=karpenter_values.NAME)
BACKUPS = Subject(namespace="velero", service_account="velero-server")
NODE_POLICIES = (
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
)


def node_role_name(cluster: str, place: Place) -> str:
    """Known beforehand, so that who may pass the role can be told by name; IAM knows no regions."""
    return f"{cluster}-{place.region}-node"


def node(cluster: str, place: Place, registries: Iterable[str]) -> RolePlan:
    """Nodes join, pull images (and let the cache fetch them), and answer Session Manager.

    The network add-on has a role of its own, so pods cannot move addresses with the node's.
    """
    return RolePlan(
        trust=instances(place.ec2_principal),
        managed=tuple(place.managed_policy(name) for name in NODE_POLICIES),
        policies={name: policy("image-cache", place, prefix=name) for name in registries},
        physical_name=node_role_name(cluster, place),
    )


def models_reader(place: Place, bucket: str, alias: str, subjects: Iterable[Subject]) -> RolePlan:
    """Every tenant's pods read models, and write nothing."""
    return RolePlan(
        trust=pods(),
        policies={"read": policy("models-reader", place, bucket=bucket, alias=alias)},
        subjects=tuple(subjects),
    )


def backups_writer(place: Place, bucket: str, alias: str) -> RolePlan:
    """Velero's server."""
    return RolePlan(
        trust=pods(),
        policies={"write": policy("backups-writer", place, bucket=bucket, alias=alias)},
        subjects=(BACKUPS,),
    )


def load_balancer_controller(cluster: str, place: Place) -> RolePlan:
    """Load balancers and security groups with the cluster's tag; no WAF, Shield or Cognito."""
    return RolePlan(
        trust=pods(),
        policies={"own": policy("load-balancer-controller", place, cluster=cluster)},
        subjects=(LOAD_BALANCER_CONTROLLER,),
    )


def cluster_autoscaler(cluster: str, place: Place) -> RolePlan:
    """The groups that EKS tagged as this cluster's."""
    return RolePlan(
        trust=pods(),
        policies={"own": policy("cluster-autoscaler", place, cluster=cluster)},
        subjects=(CLUSTER_AUTOSCALER,),
    )


def karpenter(cluster: str, place: Place) -> RolePlan:
    """Instances with the cluster's tag, started in the nodes' role and no other."""
    own = policy("karpenter", place, cluster=cluster, node_role=node_role_name(cluster, place))
    return RolePlan(trust=pods(), policies={"own": own}, subjects=(KARPENTER,))
