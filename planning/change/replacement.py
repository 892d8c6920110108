"""Which changes make a new object instead of altering the one that is there.

Sources: pulumi-kubernetes (name, namespace, and immutable fields of a kind are replaced), its
issue #4019 (a provider's cluster), what components say themselves (`replace_on_changes`), and the
AWS provider (instance, AMI and capacity type, disk and subnets of a managed node group).
"""

import re
from collections.abc import Iterator
from typing import Any

from components.job.fixed import FIXED

INDEX = re.compile(r"\[\d+\]")
IDENTITY = ("metadata.name", "metadata.namespace")
BY_TYPE = {
    "pulumi:providers:kubernetes": ("clusterIdentifier",),
    "kubernetes:serving.kserve.io/v1beta1:InferenceService": (
        "metadata.annotations.serving.kserve.io/deploymentMode",
    ),
    "kubernetes:batch.volcano.sh/v1alpha1:Job": tuple(f"spec.{field}" for field in FIXED),
    "kubernetes:core/v1:PersistentVolumeClaim": (
        "spec.accessModes",
        "spec.storageClassName",
        "spec.volumeName",
    ),
    "kubernetes:storage.k8s.io/v1:StorageClass": ("parameters", "provisioner", "reclaimPolicy"),
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": ("roleRef",),
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": ("roleRef",),
    "kubernetes:batch/v1:Job": ("spec.template", "spec.selector"),
    "kubernetes:apps/v1:Deployment": ("spec.selector",),
    "eks:index:Cluster": ("name", "vpcId"),
    "aws:eks/cluster:Cluster": ("name", "encryptionConfig", "kubernetesNetworkConfig"),
    "aws:eks/nodeGroup:NodeGroup": (
        "amiType",
        "capacityType",
        "clusterName",
        "diskSize",
        "instanceTypes",
        "nodeGroupName",
        "subnetIds",
    ),
    "aws:ec2/vpc:Vpc": ("cidrBlock",),
    "aws:ec2/subnet:Subnet": ("cidrBlock", "availabilityZone", "vpcId"),
    "aws:efs/fileSystem:FileSystem": ("encrypted", "kmsKeyId", "performanceMode"),
    "aws:s3/bucket:Bucket": ("bucket",),
}

GRAVE = {
    "eks:index:Cluster": "the cluster and everything in it",
    "aws:eks/cluster:Cluster": "the cluster and everything in it",
    "pulumi:providers:kubernetes": "every object of the cluster",
    "kubernetes:core/v1:Namespace": "everything in the namespace",
    "kubernetes:serving.kserve.io/v1beta1:InferenceService": "a model that answers",
    "kubernetes:batch.volcano.sh/v1alpha1:Job": "what a job did since its last checkpoint",
    "kubernetes:core/v1:PersistentVolumeClaim": "the data of a volume",
    "kubernetes:core/v1:PersistentVolume": "the data of a volume",
    "aws:efs/fileSystem:FileSystem": "the data of a file system",
    "aws:fsx/lustreFileSystem:LustreFileSystem": "the data of a file system",
    "aws:s3/bucket:Bucket": "the data of a bucket",
    "aws:ebs/volume:Volume": "the data of a volume",
}
"""What is lost when a resource of this type is replaced or removed."""


MEANWHILE = {
    "kubernetes:serving.kserve.io/v1beta1:InferenceService": (
        "its answers until the new one is ready; a model of another name beside it, and this one "
        "removed when that is ready, loses none"
    ),
}
"""What is lost when it is replaced by another of its kind, where that is less than all of it."""


def replacing(type_token: str, changed: set[str]) -> list[str]:
    """Those of the `changed` paths that replace a resource of this type."""
    forcing = (*IDENTITY, *BY_TYPE.get(type_token, ()))
    return sorted(path for path in changed if INDEX.sub("[*]", path).startswith(forcing))


def changed_paths(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """Dotted paths at which two inputs differ; lists of different lengths count as one value."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            below = f"{path}.{key}" if path else str(key)
            yield from changed_paths(old.get(key), new.get(key), below)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from changed_paths(before, after, f"{path}[{index}]")
    else:
        yield path
