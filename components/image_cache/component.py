"""ECR pull-through caches. Wiring only."""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.image_cache.rules import CacheRule


@dataclass(frozen=True, kw_only=True)
class ImageCacheArgs:
    """One rule a registry."""

    rules: Sequence[CacheRule]


class ImageCache(pulumi.ComponentResource):
    """The rules, and the repositories that they make: a tag that moves upstream moves here too."""

    def __init__(
        self, name: str, args: ImageCacheArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:image-cache:ImageCache", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        for rule in args.rules:
            aws.ecr.PullThroughCacheRule(
                f"{name}-{rule.upstream}",
                ecr_repository_prefix=rule.prefix,
                upstream_registry_url=rule.upstream,
                credential_arn=rule.credential,
                opts=child,
            )
            aws.ecr.RepositoryCreationTemplate(
                f"{name}-{rule.upstream}",
                prefix=rule.prefix,
                applied_fors=["PULL_THROUGH_CACHE"],
                image_tag_mutability="MUTABLE",
                opts=child,
            )
        self.register_outputs({})
