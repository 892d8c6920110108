"""The claims that tenants bring for their jobs, and the volumes behind them, played like nodes."""

from collections.abc import Iterator

from components.types import Manifest
from simulation.control_plane.api import Api
from stacks.config import StackConfig

SIZE = "1Ti"


def bring(api: Api, config: StackConfig) -> None:
    """Bind every claim that a job of the stack names; the tenants' namespaces must be there."""
    for manifest in volumes(config):
        api.apply(manifest)


def volumes(config: StackConfig) -> Iterator[Manifest]:
    """A claim and its volume for each; those that the stack makes itself are the cluster's."""
    named = {
        (spec.tenant, spec.checkpoint.claim)
        for spec in config.jobs.values()
        if spec.checkpoint and spec.checkpoint.claim
    }
    for namespace, claim in sorted(named):
        yield _volume(namespace, claim)
        yield _claim(namespace, claim)


def _volume(namespace: str, claim: str) -> Manifest:
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolume",
        "metadata": {"name": f"{namespace}-{claim}"},
        "spec": {
            "accessModes": ["ReadWriteMany"],
            "capacity": {"storage": SIZE},
            "claimRef": {"namespace": namespace, "name": claim},
            "nfs": {"server": "nfs.example", "path": "/"},
            "storageClassName": "",
        },
    }


def _claim(namespace: str, claim: str) -> Manifest:
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {"name": claim, "namespace": namespace},
        "spec": {
            "accessModes": ["ReadWriteMany"],
            "resources": {"requests": {"storage": SIZE}},
            "storageClassName": "",
            "volumeName": f"{namespace}-{claim}",
        },
    }
