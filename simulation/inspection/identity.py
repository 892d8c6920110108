"""What an object is called: by people, by checkers, and in the file system; and what it is."""

from components.types import Manifest
from simulation.outcome.training import JOB_LABEL

NO_NAMESPACE = "default"
"""Where Checkov says that a cluster-scoped object is."""

VOLCANO = "batch.volcano.sh/"


def identity(made: Manifest) -> str:
    """`Kind.namespace.name`, which is how Checkov writes it."""
    metadata = made["metadata"]
    return f"{made['kind']}.{metadata.get('namespace', NO_NAMESPACE)}.{metadata['name']}"


def nature(made: Manifest) -> str:
    """Its kind, unless that name is two things: Volcano's Job keeps its pods in tasks, and these
    serve nobody.
    """
    if made["kind"] == "Job" and made["apiVersion"].startswith(VOLCANO):
        return "VolcanoJob"
    if made["kind"] == "Pod" and JOB_LABEL in made["metadata"].get("labels", {}):
        return "Worker"
    kind: str = made["kind"]
    return kind
