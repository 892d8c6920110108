"""The pods that the controllers of workloads would make, where none of them runs."""

from collections.abc import Iterable, Iterator

from components.types import Manifest

WORKLOADS = {"CronJob", "DaemonSet", "Deployment", "Job", "StatefulSet"}


def pods(objects: Iterable[Manifest]) -> Iterator[Manifest]:
    """One for each workload: Pod Security refuses pods, not workloads, and so do scanners."""
    for made in objects:
        if made["kind"] in WORKLOADS:
            whole = made["spec"].get("jobTemplate", made)
            template = whole["spec"]["template"]
            metadata = {**template.get("metadata", {}), "namespace": made["metadata"]["namespace"]}
            metadata["name"] = f"{made['metadata']['name']}-{made['kind'].lower()}"
            yield {
                "apiVersion": "v1",
                "kind": "Pod",
                "metadata": metadata,
                "spec": template["spec"],
            }
