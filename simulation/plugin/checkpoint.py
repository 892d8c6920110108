"""What Pulumi's state holds of an object: its live form, the inputs, and who applied them."""

from dataclasses import dataclass
from typing import Any, Final

from simulation.plugin import objects, pruning
from simulation.plugin.secrecy import hidden
from simulation.plugin.values import Properties, Secret, revealed

INPUTS: Final = "__inputs"
MANAGER: Final = "__fieldManager"
FIRST_VERSION: Final = "__initialApiVersion"


@dataclass(frozen=True)
class Checkpoint:
    """An object as the last operation left it."""

    live: Properties
    inputs: Properties
    manager: str

    def state(self, sources: Properties, first_version: str = "") -> Properties:
        """The outputs for the engine, as secret as the sources they come from."""
        shown = hidden(_underscored(self.live), sources)
        if "stringData" in sources and "data" in shown and self.live.get("kind") == "Secret":
            shown["data"] = Secret(revealed(shown["data"]))
        return shown | {
            INPUTS: hidden(_underscored(self.inputs), sources),
            MANAGER: self.manager,
            FIRST_VERSION: first_version or self.live.get("apiVersion"),
        }


def parsed(state: Properties) -> Checkpoint:
    """What an earlier operation left in the state."""
    bare = revealed(state)
    live = {key: value for key, value in bare.items() if not key.startswith("__")}
    manager = bare.get(MANAGER) or ""
    return Checkpoint(dashed(live), dashed(bare.get(INPUTS) or {}), manager)


def asked(inputs: Properties) -> Properties:
    """Inputs as they go to the API server: no secrets' wrappers, no field that is its own."""
    return objects.without_metadata(dashed(revealed(inputs)), *pruning.SERVER_OWNED)


def dashed(thing: Properties) -> Properties:
    """A definition with the keys that Pulumi's SDKs underscore, as Kubernetes writes them."""
    return _renamed(thing, "x_kubernetes_", "_", "-") if _defines(thing) else thing


def _underscored(thing: Properties) -> Properties:
    return _renamed(thing, "x-kubernetes-", "-", "_") if _defines(thing) else thing


def _defines(thing: Properties) -> bool:
    return thing.get("kind") == "CustomResourceDefinition"


def _renamed(value: Any, prefix: str, before: str, after: str) -> Any:
    if isinstance(value, list):
        return [_renamed(item, prefix, before, after) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        (key.replace(before, after) if key.startswith(prefix) else key): _renamed(
            item, prefix, before, after
        )
        for key, item in value.items()
    }
