"""What a partition of AWS lacks is not asked of it."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem

CACHES = "aws"
"""ECR has no pull-through caches in China and GovCloud (ECR announcement of November 2023)."""


def partition(config: StackConfig) -> Iterator[Problem]:
    """Refuses an image cache outside the partition that has them, and foreign principals."""
    eks = config.cluster.eks
    if eks is None:
        return
    where = eks.place.partition
    if eks.image_cache is not None and where != CACHES:
        what = f"ECR caches no other registries in {eks.region}"
        yield Problem(("cluster", "eks", "image_cache"), what, "mirror the images, or leave it out")
    for name, access in eks.access.items():
        if access.principal_arn.split(":")[1] != where:
            what = f"is no principal of the partition {where}"
            path = ("cluster", "eks", "access", name, "principal_arn")
            yield Problem(path, what, f"its ARN begins with arn:{where}:")
