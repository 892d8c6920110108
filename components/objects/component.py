"""Kubernetes objects that belong together, as one Pulumi resource. Wiring only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pulumi
import pulumi_kubernetes as k8s

from components.arguments import as_arguments
from components.types import Manifest

BUILT_IN: dict[str, Any] = {
    "ClusterRole": k8s.rbac.v1.ClusterRole,
    "ClusterRoleBinding": k8s.rbac.v1.ClusterRoleBinding,
    "ConfigMap": k8s.core.v1.ConfigMap,
    "CronJob": k8s.batch.v1.CronJob,
    "DaemonSet": k8s.apps.v1.DaemonSet,
    "Deployment": k8s.apps.v1.Deployment,
    "PodDisruptionBudget": k8s.policy.v1.PodDisruptionBudget,
    "PriorityClass": k8s.scheduling.v1.PriorityClass,
    "Role": k8s.rbac.v1.Role,
    "RoleBinding": k8s.rbac.v1.RoleBinding,
    "ServiceAccount": k8s.core.v1.ServiceAccount,
    "StorageClass": k8s.storage.v1.StorageClass,
}
MODE = 'metadata.annotations["serving.kserve.io/deploymentMode"]'
REPLACED = {
    "InferenceService": pulumi.ResourceOptions(
        delete_before_replace=True, replace_on_changes=[MODE]
    )
}
"""A mode cannot be changed in place (KServe 0.20.0): another one is a replacement, in preview."""


@dataclass(frozen=True, kw_only=True)
class ObjectsArgs:
    """What exists is plain data; `namespace` only says which one waits for which."""

    type: str
    manifests: Sequence[Manifest]
    namespace: pulumi.Input[str] | None = None


class Objects(pulumi.ComponentResource):
    """One resource for each manifest, under its own name."""

    def __init__(
        self, name: str, args: ObjectsArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__(args.type, name, None, opts)
        for manifest in args.manifests:
            self._register(manifest, args.namespace)
        self.register_outputs({})

    def _register(self, manifest: Manifest, namespace: pulumi.Input[str] | None) -> None:
        kind, given = manifest["kind"], as_arguments(manifest)
        metadata = given.pop("metadata")
        if kind in BUILT_IN:
            del given["kind"], given["api_version"]
        where = {"namespace": namespace} if "namespace" in metadata else {}
        mine = pulumi.ResourceOptions(parent=self)
        BUILT_IN.get(kind, k8s.apiextensions.CustomResource)(
            metadata["name"],
            metadata={**metadata, **where},
            opts=pulumi.ResourceOptions.merge(mine, REPLACED.get(kind)),
            **given,
        )
