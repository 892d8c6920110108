"""What images are called where."""

import pytest

from components.aws import Place
from components.image_cache.rules import cache_rules, cached
from components.image_cache.spec import ImageCacheSpec

HERE = Place(account_id="111122223333", region="eu-central-1")
HOST = "111122223333.dkr.ecr.eu-central-1.amazonaws.com"
SECRET = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:ecr-pullthroughcache/hub"
HUB = ImageCacheSpec(registries=("docker.io", "quay.io"), credentials={"docker.io": SECRET})


@pytest.mark.parametrize(
    ("image", "copy"),
    [
        ("quay.io/jetstack/cert-manager:v1", f"{HOST}/quay.io/jetstack/cert-manager:v1"),
        ("vllm/vllm-openai:v0.33.0", f"{HOST}/docker.io/vllm/vllm-openai:v0.33.0"),
        ("busybox:1.36", f"{HOST}/docker.io/library/busybox:1.36"),
        ("nvcr.io/nvidia/gpu:1", "nvcr.io/nvidia/gpu:1"),
        ("localhost:5000/own:1", "localhost:5000/own:1"),
    ],
)
def test_an_image_is_pulled_from_the_cache_where_there_is_one(image: str, copy: str) -> None:
    assert cached(image, HUB, HERE) == copy


def test_docker_hub_is_asked_at_its_address_and_with_its_secret() -> None:
    [hub, quay] = cache_rules(HUB)

    assert (hub.prefix, hub.upstream, hub.credential) == (
        "docker.io",
        "registry-1.docker.io",
        SECRET,
    )
    assert (quay.upstream, quay.credential) == ("quay.io", None)


def test_a_prefix_has_the_length_that_ecr_takes() -> None:
    assert all(2 <= len(rule.prefix) <= 30 for rule in cache_rules(ImageCacheSpec()))
