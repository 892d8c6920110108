"""What a bucket registers."""

import json

from components.bucket.component import Bucket, BucketArgs
from components.bucket.spec import BucketSpec
from tests.support.recorder import Recording, record

ARN = "arn:aws:s3:::inference-models"


def recorded(spec: BucketSpec) -> Recording:
    args = BucketArgs(spec=spec, bucket="inference-models", arn=ARN, key_arn="arn:key")
    return record(lambda: Bucket("models", args))


def test_whoever_comes_without_tls_is_refused() -> None:
    policy = recorded(BucketSpec()).named("models", type="aws:s3/bucketPolicy:BucketPolicy")

    [statement] = json.loads(policy.inputs["policy"])["Statement"]
    assert (statement["Effect"], statement["Principal"]) == ("Deny", "*")
    assert statement["Resource"] == [ARN, f"{ARN}/*"]
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_nothing_is_public() -> None:
    block = recorded(BucketSpec()).named(
        "models", type="aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"
    )

    switches = {key: value for key, value in block.inputs.items() if key != "bucket"}
    assert len(switches) == 4
    assert all(switches.values())


def test_everything_is_encrypted_with_the_clusters_key() -> None:
    made = recorded(BucketSpec()).named(
        "models",
        type="aws:s3/bucketServerSideEncryptionConfiguration:"
        "BucketServerSideEncryptionConfiguration",
    )

    [rule] = made.inputs["rules"]
    assert rule["applyServerSideEncryptionByDefault"] == {
        "sseAlgorithm": "aws:kms",
        "kmsMasterKeyId": "arn:key",
    }
    assert rule["bucketKeyEnabled"] is True


def test_what_was_replaced_can_be_had_back_for_a_while() -> None:
    made = recorded(BucketSpec(keep_old_versions_days=90, cold_after_days=30))

    versioning = made.named("models", type="aws:s3/bucketVersioning:BucketVersioning")
    lifecycle = made.named(
        "models", type="aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"
    )
    [rule] = lifecycle.inputs["rules"]
    assert versioning.inputs["versioningConfiguration"] == {"status": "Enabled"}
    assert rule["noncurrentVersionExpiration"] == {"noncurrentDays": 90}
    assert rule["transitions"] == [{"days": 30, "storageClass": "STANDARD_IA"}]
    assert "models" in lifecycle.depends_on


def test_models_stay_warm_unless_said_otherwise() -> None:
    lifecycle = recorded(BucketSpec()).named(
        "models", type="aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"
    )

    assert lifecycle.inputs["rules"][0]["transitions"] == []
