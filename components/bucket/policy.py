"""A bucket's own policy and lifecycle, as data."""

from components.bucket.spec import BucketSpec
from components.types import Manifest

UPLOAD_DAYS = 7
"""A multipart upload not done by then never will be, and is paid for until it is removed."""


def tls_only(arn: str) -> Manifest:
    """Whoever comes without TLS is refused, whatever else they may do."""
    statement = {
        "Sid": "TlsOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [arn, f"{arn}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def cold_after(spec: BucketSpec) -> tuple[int, ...]:
    """After how many days files get colder; nothing where they never do."""
    return () if spec.cold_after_days is None else (spec.cold_after_days,)
