"""Data is encrypted, credentials of nodes stay on nodes, and what cannot be remade is protected."""

from collections.abc import Iterator
from typing import Any

from planning.change.recorded import Resource
from planning.policy.rule import Rule, StackRule

LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate"
STORAGE_CLASS = "kubernetes:storage.k8s.io/v1:StorageClass"
EBS = "ebs.csi.aws.com"
BUCKET = "aws:s3/bucket:Bucket"
BUCKET_ENCRYPTION = (
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"
)
ENCRYPTED = {"aws:ebs/volume:Volume": "encrypted", "aws:efs/fileSystem:FileSystem": "encrypted"}
KEYED = {"eks:index:Cluster": "encryptionConfigKeyArn"}
IRREPLACEABLE = {"eks:index:Cluster", BUCKET, "aws:efs/fileSystem:FileSystem", "aws:kms/key:Key"}


def unencrypted(resource: Resource) -> Iterator[str]:
    """Volumes and file systems are encrypted, and a cluster's secrets have a key."""
    field = ENCRYPTED.get(resource.type)
    if field and not _true(resource.inputs.get(field)):
        yield "is not encrypted"
    key = KEYED.get(resource.type)
    if key and not resource.inputs.get(key):
        yield f"its secrets are not encrypted with a key of its own: no {key}"


def unencrypted_disks(resource: Resource) -> Iterator[str]:
    """The disks of nodes, and the volumes that a storage class makes."""
    disks = resource.inputs.get("blockDeviceMappings") or []
    for disk in disks if resource.type == LAUNCH_TEMPLATE else ():
        if not _true((disk.get("ebs") or {}).get("encrypted")):
            yield f"disk {disk.get('deviceName', '')} is not encrypted"
    if resource.type == STORAGE_CLASS and resource.inputs.get("provisioner") == EBS:
        parameters = resource.inputs.get("parameters") or {}
        if not _true(parameters.get("encrypted")):
            yield "makes volumes that are not encrypted"


def unencrypted_buckets(resources: list[Resource]) -> Iterator[tuple[Resource, str]]:
    """Every bucket has an encryption configuration of the same name."""
    encrypted = {it.name for it in resources if it.type == BUCKET_ENCRYPTION}
    for resource in resources:
        if resource.type == BUCKET and resource.name not in encrypted:
            yield resource, "has no encryption configuration"


def old_metadata_service(resource: Resource) -> Iterator[str]:
    """A node's credentials are given to whoever can hold a session (IMDSv2), to nobody else."""
    said = resource.inputs.get("metadataOptions") or {}
    if resource.type == LAUNCH_TEMPLATE and said.get("httpTokens") != "required":
        yield "its nodes give credentials without a session token"


def unprotected(resource: Resource) -> Iterator[str]:
    """What cannot be remade has the engine's `protect` or AWS's own deletion protection."""
    guarded = resource.protect or resource.inputs.get("deletionProtection")
    if resource.type in IRREPLACEABLE and resource.protect is not None and not guarded:
        yield "one mistaken command deletes it"


def _true(value: Any) -> bool:
    """AWS takes booleans as text in some places."""
    return str(value).lower() == "true"


RULES = (
    Rule(
        id="encrypted",
        why="a disk that leaves the data centre must say nothing",
        mend="encrypt it, with a key of the stack where there is one",
        enforcement="mandatory",
        check=unencrypted,
    ),
    Rule(
        id="disk-encrypted",
        why="a disk that leaves the data centre must say nothing",
        mend="set encrypted, with a key of the stack where there is one",
        enforcement="mandatory",
        check=unencrypted_disks,
    ),
    Rule(
        id="imdsv2",
        why="a request forged through a pod could read the node's credentials",
        mend="set metadataOptions.httpTokens to required",
        enforcement="mandatory",
        check=old_metadata_service,
    ),
    Rule(
        id="protected",
        why="what cannot be remade should not go with a typing error",
        mend="set `protect`, or deletion protection",
        enforcement="advisory",
        check=unprotected,
    ),
)
STACK_RULES = (
    StackRule(
        id="bucket-encrypted",
        why="weights and backups are worth stealing",
        mend="add a BucketServerSideEncryptionConfiguration of the same name",
        enforcement="mandatory",
        check=unencrypted_buckets,
    ),
)
