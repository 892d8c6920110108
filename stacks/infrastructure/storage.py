"""What a stack keeps outside its cluster: models, backups, copies of images."""

import pulumi

from components.bucket.component import Bucket, BucketArgs
from components.cluster.eks import EksCluster
from components.image_cache.component import ImageCache, ImageCacheArgs
from components.image_cache.rules import cache_rules
from components.key.component import Key


def buckets(eks: EksCluster, key: Key, opts: pulumi.ResourceOptions) -> dict[str, Bucket]:
    """The buckets, by what is in them."""
    wanted = {"models": eks.models, "backups": eks.backups}
    return {
        what: Bucket(
            what,
            BucketArgs(
                spec=spec,
                bucket=eks.bucket(what),
                arn=eks.place.global_arn("s3", eks.bucket(what)),
                key_arn=key.arn,
            ),
            opts,
        )
        for what, spec in wanted.items()
        if spec is not None
    }


def image_cache(eks: EksCluster, opts: pulumi.ResourceOptions) -> None:
    """Where the stack asks for one."""
    if eks.image_cache is not None:
        ImageCache("image-cache", ImageCacheArgs(rules=cache_rules(eks.image_cache)), opts)
