"""Every Kubernetes object that a stack would make, as plain manifests."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from components.cluster.spec import ExistingCluster
from components.types import Manifest
from simulation.configuration import simulated
from stacks.config import StackConfig
from stacks.file import read
from stacks.inference import inference
from tests.support.recorder import Recorded, record

ROOT = Path(__file__).parents[2]
SOMEWHERE = ExistingCluster(
    kubeconfig=str(ROOT / "kubeconfig"), context="simulated", identifier="test"
)
STACKS = ("dev", "prod")


@cache
def objects(stack: str) -> tuple[Manifest, ...]:
    """What `Pulumi.<stack>.yaml` asks of Kubernetes; charts stay with those who wrote them."""
    return _made(_config(stack))


@cache
def simulated_objects(stack: str) -> tuple[Manifest, ...]:
    """The same on a simulated cluster, which leaves out what nobody collects there."""
    return _made(simulated(_config(stack), SOMEWHERE))


def one_of_each_kind(made: Iterable[Manifest]) -> dict[str, Manifest]:
    """By kind, some object of that kind."""
    return {one["kind"]: one for one in made}


def label(made: Manifest) -> str:
    """An object's name for people."""
    namespace = made["metadata"].get("namespace")
    return "/".join(part for part in (made["kind"], namespace, made["metadata"]["name"]) if part)


def _config(stack: str) -> StackConfig:
    return read(ROOT / f"Pulumi.{stack}.yaml")


def _made(config: StackConfig) -> tuple[Manifest, ...]:
    made = [r.inputs for r in record(lambda: inference(config)) if _is_object(r)]
    return tuple(sorted(made, key=label))


def _is_object(recorded: Recorded) -> bool:
    return recorded.type.startswith("kubernetes:") and "kind" in recorded.inputs
