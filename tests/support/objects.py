"""Every Kubernetes object that a stack would make, as plain manifests."""

from functools import cache
from pathlib import Path

from components.types import Manifest
from stacks.file import read
from stacks.inference import inference
from tests.support.recorder import Recorded, record

ROOT = Path(__file__).parents[2]
STACKS = ("dev", "prod")


@cache
def objects(stack: str) -> tuple[Manifest, ...]:
    """What `Pulumi.<stack>.yaml` asks of Kubernetes; charts stay with those who wrote them."""
    config = read(ROOT / f"Pulumi.{stack}.yaml")
    made = [r.inputs for r in record(lambda: inference(config)) if _is_object(r)]
    return tuple(sorted(made, key=label))


def one_of_each_kind() -> dict[str, Manifest]:
    """By kind, some object of that kind out of all stacks."""
    return {made["kind"]: made for stack in STACKS for made in objects(stack)}


def label(made: Manifest) -> str:
    """An object's name for people."""
    namespace = made["metadata"].get("namespace")
    return "/".join(part for part in (made["kind"], namespace, made["metadata"]["name"]) if part)


def _is_object(recorded: Recorded) -> bool:
    return recorded.type.startswith("kubernetes:") and "kind" in recorded.inputs
