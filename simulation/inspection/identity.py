"""What an object is called: by people, by checkers, and in the file system."""

from components.types import Manifest

NO_NAMESPACE = "default"
"""Where Checkov says that a cluster-scoped object is."""


def identity(made: Manifest) -> str:
    """`Kind.namespace.name`, which is how Checkov writes it."""
    metadata = made["metadata"]
    return f"{made['kind']}.{metadata.get('namespace', NO_NAMESPACE)}.{metadata['name']}"
