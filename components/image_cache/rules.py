"""What an image is called in the cache."""

from dataclasses import dataclass

from components.aws import Place
from components.image_cache.spec import ImageCacheSpec

UPSTREAMS = {"docker.io": "registry-1.docker.io"}
"""The one registry whose address is not its name (ECR guide)."""


@dataclass(frozen=True, kw_only=True)
class CacheRule:
    """One registry under `prefix` of the account's own; `credential` where it wants one."""

    prefix: str
    upstream: str
    credential: str | None


def cache_rules(spec: ImageCacheSpec) -> tuple[CacheRule, ...]:
    """A rule for each registry, under its own name (ECR takes 30 characters)."""
    return tuple(
        CacheRule(
            prefix=registry,
            upstream=UPSTREAMS.get(registry, registry),
            credential=spec.credentials.get(registry),
        )
        for registry in spec.registries
    )


def cached(image: str, spec: ImageCacheSpec, place: Place) -> str:
    """`image` as the cluster should pull it: from the cache, where the cache has its registry.

    A name without a registry is Docker Hub's, and one without a folder is in its `library`.
    """
    registry, name = _split(image)
    if registry not in spec.registries:
        return image
    host = f"{place.account_id}.dkr.ecr.{place.region}.{place.domain}"
    return f"{host}/{registry}/{name}"


def _split(image: str) -> tuple[str, str]:
    first, slash, rest = image.partition("/")
    if slash and ("." in first or ":" in first):
        return first, rest
    return "docker.io", image if slash else f"library/{image}"
