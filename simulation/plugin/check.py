"""Inputs are complete before they are compared: each object has a name and a place."""

from simulation.plugin import checkpoint, naming, objects, tokens
from simulation.plugin.values import Properties, revealed


def typed(token: str, inputs: Properties) -> Properties:
    """The object that the inputs describe, of the kind that its type names."""
    tokens.served(token, revealed(inputs))
    version, kind = tokens.kind_of(token)
    return {"apiVersion": version, "kind": kind} | checkpoint.asked(inputs)


def completed(asked: Properties, old: Properties, proposal: str, namespace: str) -> Properties:
    """The object with a name, and in a namespace unless it belongs to the whole cluster."""
    named = naming.with_name(asked, revealed(old), proposal)
    stated = "namespace" in objects.metadata(named)
    if stated or not namespace or not isinstance(named.get("metadata"), dict):
        return named
    return objects.with_metadata(named, namespace=namespace)
