"""What an address of weights says, and what is no address."""

import pytest
from pydantic import TypeAdapter, ValidationError

from components.model.source import Source, revision, scheme

ADDRESS = TypeAdapter(Source)


@pytest.mark.parametrize(
    "wrong", ["Qwen/Qwen2-7B", "hf://Qwen", "hf://a/b/c", "http://x/y", "s3://"]
)
def test_refuses(wrong: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(wrong)


@pytest.mark.parametrize(
    ("source", "pinned"),
    [
        ("hf://Qwen/Qwen2-7B", None),
        ("hf://Qwen/Qwen2-7B:f2826a00", "f2826a00"),
        ("oci://registry:5000/models/qwen", None),
        ("oci://registry:5000/models/qwen:v1", "v1"),
        ("oci://registry/models/qwen@sha256:abc", "sha256:abc"),
        ("s3://bucket/qwen", None),
    ],
)
def test_knows_the_revision(source: str, pinned: str | None) -> None:
    assert ADDRESS.validate_python(source) == source
    assert revision(source) == pinned


def test_knows_the_scheme() -> None:
    assert scheme("pvc://claim/path") == "pvc"
