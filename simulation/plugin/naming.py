"""An object without a name gets one, and keeps it for as long as it lives."""

import hashlib

from simulation.plugin import objects
from simulation.plugin.refusal import Refusal
from simulation.plugin.values import UNKNOWN, Properties

AUTONAMED = objects.PREFIX + "autonamed"


def named(inputs: Properties) -> bool:
    """Whether the program gives a name, be it one that a preview does not know yet."""
    held = inputs.get("metadata")
    return held is UNKNOWN or bool(objects.metadata(inputs).get("name"))


def autonamed(inputs: Properties) -> bool:
    """Whether the name was ours."""
    return objects.annotated(inputs, "autonamed")


def with_name(inputs: Properties, old: Properties, proposal: str) -> Properties:
    """The inputs under their own name, the name they had, or the proposed one."""
    if named(inputs):
        return inputs
    if objects.metadata(inputs).get("generateName"):
        raise Refusal("metadata.generateName is not supported with server-side apply")
    if old and not autonamed(old):
        return _marked(inputs, proposal)
    return _marked(inputs, objects.name(old) or proposal)


def proposal(logical: str, seed: bytes) -> str:
    """The logical name with a suffix that the seed decides."""
    return f"{logical}-{hashlib.sha256(seed or logical.encode()).hexdigest()[:8]}"


def _marked(inputs: Properties, name: str) -> Properties:
    annotations = objects.metadata(inputs).get("annotations")
    if annotations is UNKNOWN:
        return objects.with_metadata(inputs, name=name)
    marked = (annotations or {}) | {AUTONAMED: "true"}
    return objects.with_metadata(inputs, name=name, annotations=marked)
