"""The provider's arguments: which cluster, and which changes it takes to be another one."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from simulation.plugin import kubeconfig
from simulation.plugin.kubeconfig import Cluster
from simulation.plugin.refusal import Refusal
from simulation.plugin.values import UNKNOWN, Properties

ADDRESS: Final[tuple[str, ...]] = ("kubeconfig", "context", "cluster")
IDENTIFIER: Final = "clusterIdentifier"


@dataclass(frozen=True)
class Settings:
    """What the provider was told."""

    cluster: Cluster
    namespace: str
    mutable: frozenset[str]
    force: bool
    upsert: bool


def settings(arguments: Properties) -> Settings | None:
    """The provider's settings, or None while a preview cannot know its cluster."""
    if any(arguments.get(key) is UNKNOWN for key in ADDRESS):
        return None
    if _switch(arguments, "renderYamlToDirectory") or arguments.get("renderYamlToDirectory"):
        raise Refusal("renderYamlToDirectory needs the real Kubernetes plugin")
    found = kubeconfig.cluster(_config(arguments), *_chosen(arguments))
    kinds = {"ConfigMap": "enableConfigMapMutable", "Secret": "enableSecretMutable"}
    namespace = arguments.get("namespace")
    return Settings(
        cluster=found,
        namespace=namespace if isinstance(namespace, str) and namespace else found.namespace,
        mutable=frozenset(kind for kind, key in kinds.items() if _switch(arguments, key)),
        force=_switch(arguments, "enablePatchForce"),
        upsert=_switch(arguments, "upsertExistingObjects"),
    )


def changed(old: Properties, new: Properties) -> list[str]:
    """The arguments that differ."""
    keys = sorted({*old, *new} - {"version"})
    return [key for key in keys if old.get(key) != new.get(key)]


def replacing(old: Properties, new: Properties) -> list[str]:
    """The changed arguments that mean another cluster, whose objects must be made anew."""
    names = changed(old, new)
    if IDENTIFIER in old and IDENTIFIER in new:
        return [IDENTIFIER] if IDENTIFIER in names else []
    moved = [key for key in ADDRESS if key in names]
    unknown = [key for key in moved if new.get(key) is UNKNOWN]
    return unknown or (moved if _active(old) != _active(new) else [])


def _active(arguments: Properties) -> Properties | None:
    """The active cluster, as far as it is known; certificates belong to its identity."""
    return kubeconfig.active(_config(arguments), *_chosen(arguments)) or None


def _config(arguments: Properties) -> Properties:
    text = arguments.get("kubeconfig")
    return kubeconfig.parsed(text) if isinstance(text, str) and text else {}


def _chosen(arguments: Properties) -> Iterable[str]:
    return (str(arguments.get(key) or "") for key in ("context", "cluster"))


def _switch(arguments: Properties, key: str) -> bool:
    environment = os.environ.get(_variable(key))
    value: Any = arguments.get(key, environment)
    return value is True or value == "true"


def _variable(key: str) -> str:
    special = {"enableConfigMapMutable": "ENABLE_CONFIGMAP_MUTABLE"}
    words = "".join(f"_{letter}" if letter.isupper() else letter for letter in key)
    return "PULUMI_K8S_" + special.get(key, words.upper())
