"""A bucket as it should be: versioned, encrypted, TLS only, never public. Wiring only."""

import json
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.bucket.policy import UPLOAD_DAYS, cold_after, tls_only
from components.bucket.spec import BucketSpec


@dataclass(frozen=True, kw_only=True)
class BucketArgs:
    """`bucket` is its name in S3 and `arn` what policies call it: both known beforehand."""

    spec: BucketSpec
    bucket: str
    arn: str
    key_arn: pulumi.Input[str]


class Bucket(pulumi.ComponentResource):
    """The bucket and everything that protects it; it outlives a mistaken `destroy` when filled."""

    bucket: pulumi.Output[str]

    def __init__(
        self, name: str, args: BucketArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:bucket:Bucket", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        made = aws.s3.Bucket(name, bucket=args.bucket, opts=child)
        aws.s3.BucketPublicAccessBlock(
            name,
            bucket=made.id,
            block_public_acls=True,
            block_public_policy=True,
            ignore_public_acls=True,
            restrict_public_buckets=True,
            opts=child,
        )
        aws.s3.BucketOwnershipControls(
            name,
            bucket=made.id,
            rule=aws.s3.BucketOwnershipControlsRuleArgs(object_ownership="BucketOwnerEnforced"),
            opts=child,
        )
        aws.s3.BucketPolicy(name, bucket=made.id, policy=json.dumps(tls_only(args.arn)), opts=child)
        versioning = _versioning(name, made, child)
        _encryption(name, made, args.key_arn, child)
        _lifecycle(
            name, made, args.spec, pulumi.ResourceOptions(parent=self, depends_on=[versioning])
        )
        self.bucket = made.bucket
        self.register_outputs({"bucket": self.bucket})


def _versioning(
    name: str, made: aws.s3.Bucket, opts: pulumi.ResourceOptions
) -> aws.s3.BucketVersioning:
    return aws.s3.BucketVersioning(
        name,
        bucket=made.id,
        versioning_configuration=aws.s3.BucketVersioningVersioningConfigurationArgs(
            status="Enabled"
        ),
        opts=opts,
    )


def _encryption(
    name: str, made: aws.s3.Bucket, key_arn: pulumi.Input[str], opts: pulumi.ResourceOptions
) -> None:
    """One call to KMS for many objects: `bucket_key_enabled`."""
    by_default = (
        aws.s3.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs(
            sse_algorithm="aws:kms", kms_master_key_id=key_arn
        )
    )
    aws.s3.BucketServerSideEncryptionConfiguration(
        name,
        bucket=made.id,
        rules=[
            aws.s3.BucketServerSideEncryptionConfigurationRuleArgs(
                apply_server_side_encryption_by_default=by_default, bucket_key_enabled=True
            )
        ],
        opts=opts,
    )


def _lifecycle(
    name: str, made: aws.s3.Bucket, spec: BucketSpec, opts: pulumi.ResourceOptions
) -> None:
    rule = aws.s3.BucketLifecycleConfigurationRuleArgs(
        id="tidy",
        status="Enabled",
        filter=aws.s3.BucketLifecycleConfigurationRuleFilterArgs(prefix=""),
        abort_incomplete_multipart_upload=(
            aws.s3.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs(
                days_after_initiation=UPLOAD_DAYS
            )
        ),
        noncurrent_version_expiration=(
            aws.s3.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs(
                noncurrent_days=spec.keep_old_versions_days
            )
        ),
        transitions=[
            aws.s3.BucketLifecycleConfigurationRuleTransitionArgs(
                days=days, storage_class="STANDARD_IA"
            )
            for days in cold_after(spec)
        ],
    )
    aws.s3.BucketLifecycleConfiguration(name, bucket=made.id, rules=[rule], opts=opts)
