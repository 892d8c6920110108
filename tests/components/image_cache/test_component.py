"""What an image cache registers."""

from components.image_cache.component import ImageCache, ImageCacheArgs
from components.image_cache.rules import cache_rules
from components.image_cache.spec import ImageCacheSpec
from tests.support.recorder import record

RULE = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule"
TEMPLATE = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"


def test_each_registry_has_a_rule_and_a_template_for_its_repositories() -> None:
    args = ImageCacheArgs(rules=cache_rules(ImageCacheSpec(registries=("quay.io",))))
    made = record(lambda: ImageCache("cache", args))

    rule = made.named("cache-quay.io", type=RULE).inputs
    template = made.named("cache-quay.io", type=TEMPLATE).inputs
    assert rule == {"ecrRepositoryPrefix": "quay.io", "upstreamRegistryUrl": "quay.io"}
    assert (template["prefix"], template["appliedFors"]) == ("quay.io", ["PULL_THROUGH_CACHE"])
