"""How an object of Kubernetes is named, annotated and recognised."""

from typing import Any

from simulation.plugin.values import Properties

PREFIX = "pulumi.com/"


def metadata(thing: Properties) -> Properties:
    """The object's metadata, or nothing where it has none or a preview cannot know it."""
    found = thing.get("metadata")
    return found if isinstance(found, dict) else {}


def name(thing: Properties) -> str:
    """The object's name, empty where it has none."""
    found = metadata(thing).get("name")
    return found if isinstance(found, str) else ""


def namespace(thing: Properties) -> str:
    """The object's namespace, empty for what belongs to the whole cluster."""
    found = metadata(thing).get("namespace")
    return found if isinstance(found, str) else ""


def identity(thing: Properties) -> str:
    """The object's id in Pulumi's state: namespace/name, or the name alone."""
    return "/".join(part for part in (namespace(thing), name(thing)) if part)


def split(identifier: str) -> tuple[str, str]:
    """The namespace and the name that an id stands for."""
    space, _, own = identifier.rpartition("/")
    return space, own


def annotation(thing: Properties, key: str) -> str:
    """What one of Pulumi's own annotations says, empty where it is absent."""
    annotations = metadata(thing).get("annotations")
    found = annotations.get(PREFIX + key) if isinstance(annotations, dict) else None
    return found if isinstance(found, str) else ""


def annotated(thing: Properties, key: str) -> bool:
    """Whether one of Pulumi's own annotations is switched on."""
    return annotation(thing, key) == "true"


def with_metadata(thing: Properties, **fields: Any) -> Properties:
    """The object with these fields of its metadata set."""
    return thing | {"metadata": metadata(thing) | fields}


def without_metadata(thing: Properties, *fields: str) -> Properties:
    """The object without these fields of its metadata."""
    if not isinstance(thing.get("metadata"), dict):
        return thing
    kept = {key: value for key, value in metadata(thing).items() if key not in fields}
    return thing | {"metadata": kept}


def api_group(thing: Properties) -> str:
    """The API group of the object, empty for the core group."""
    version = thing.get("apiVersion")
    return version.rpartition("/")[0] if isinstance(version, str) else ""


def at(thing: Any, *path: str) -> Any:
    """The value at a path of keys, or None."""
    for key in path:
        thing = thing.get(key) if isinstance(thing, dict) else None
    return thing
