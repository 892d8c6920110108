"""What is an address of weights, and what is none."""

import pytest
from pydantic import TypeAdapter, ValidationError

from components.model.source import Source, scheme

ADDRESS = TypeAdapter(Source)


@pytest.mark.parametrize(
    "wrong", ["Qwen/Qwen2-7B", "hf://Qwen", "hf://a/b/c", "http://x/y", "s3://"]
)
def test_refuses(wrong: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(wrong)


@pytest.mark.parametrize(
    "source",
    [
        "hf://Qwen/Qwen2-7B:f2826a00",
        "oci://registry:5000/models/qwen@sha256:abc",
        "pvc://claim/path",
        "s3://bucket/qwen",
    ],
)
def test_accepts_an_address_with_or_without_a_revision(source: str) -> None:
    assert ADDRESS.validate_python(source) == source


def test_knows_the_scheme() -> None:
    assert scheme("pvc://claim/path") == "pvc"
