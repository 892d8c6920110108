import pytest
from pydantic import TypeAdapter, ValidationError

from components.types import DnsLabel, PinnedImage

DIGEST = "sha256:" + "0" * 64


@pytest.mark.parametrize(
    "image",
    ["vllm/vllm-openai:v1", "registry:5000/a/b:1.2", f"a/b@{DIGEST}", f"a/b:latest@{DIGEST}"],
)
def test_a_tag_or_a_digest_pins_an_image(image: str) -> None:
    assert TypeAdapter(PinnedImage).validate_python(image) == image


@pytest.mark.parametrize("image", ["a/b", "a/b:latest", "registry:5000/a/b", "a b:v1", ""])
def test_what_may_change_under_the_same_name_is_no_pinned_image(image: str) -> None:
    with pytest.raises(ValidationError, match="no pinned image"):
        TypeAdapter(PinnedImage).validate_python(image)


@pytest.mark.parametrize("name", ["a", "qwen2-7b", "a" * 40])
def test_labels(name: str) -> None:
    assert TypeAdapter(DnsLabel).validate_python(name) == name


@pytest.mark.parametrize("name", ["", "A", "a_b", "-a", "a-", "7b", "a" * 41, "a.b"])
def test_no_labels(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(DnsLabel).validate_python(name)
