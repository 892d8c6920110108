"""Every flag and variable that any vLLM of the gallery is started with is one that it knows."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalogue.vllm import flags, version
from stacks.parse import parse
from tests.examples.test_gallery import objects
from tests.support.examples import gallery, together

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "vllm"
OURS = re.compile(r"platform-vllm")


def engines(thing: Any) -> Iterator[dict[str, Any]]:
    """Every part of an object that says how vLLM starts: its arguments begin with dashes."""
    if isinstance(thing, dict):
        if any(str(argument).startswith("--") for argument in thing.get("args", ())):
            yield thing
        for value in thing.values():
            yield from engines(value)
    elif isinstance(thing, list):
        for item in thing:
            yield from engines(item)


def served() -> Iterator[dict[str, Any]]:
    """The InferenceServices and runtimes of vLLM in the gallery."""
    for made in objects(parse(together(gallery()))):
        model = made.get("spec", {}).get("predictor", {}).get("model", {})
        if OURS.match(str(model.get("runtime", made["metadata"]["name"]))):
            yield made


def words() -> set[str]:
    """All flags, without their dashes and values."""
    said = (a for made in served() for part in engines(made) for a in part["args"])
    return {re.sub(r"^--(no-)?", "", a.partition("=")[0]) for a in said if a.startswith("--")}


def variables() -> set[str]:
    """All of vLLM's own variables; others are NCCL's, libfabric's and Python's."""
    parts = (part for made in served() for part in engines(made))
    names = {variable["name"] for part in parts for variable in part.get("env", ())}
    return {name for name in names if name.startswith("VLLM_")}


@pytest.mark.parametrize("flag", sorted(words()))
def test_the_pinned_vllm_knows_the_flag(flag: str) -> None:
    assert flag in flags()


def test_the_gallery_uses_the_flags_of_every_kind_of_model() -> None:
    wanted = {"shutdown-timeout", "node-rank", "headless", "load-format", "kv-offloading-size"}

    assert wanted <= words()


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.is_dir(), reason=f"vLLM's words are not at {REFERENCE}")
def test_the_pinned_vllm_reads_every_variable() -> None:
    known = set((REFERENCE / f"env-{version()}.txt").read_text().split())

    assert "VLLM_HOST_IP" in variables()
    assert variables() <= known
