"""A served model as one Pulumi resource. Wiring only: every decision is in spec or manifest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pulumi
import pulumi_kubernetes as k8s

from components.model.endpoint import Endpoint
from components.types import Manifest

BUILT_IN: dict[str, Any] = {
    "CronJob": k8s.batch.v1.CronJob,
    "Deployment": k8s.apps.v1.Deployment,
    "PodDisruptionBudget": k8s.policy.v1.PodDisruptionBudget,
    "Role": k8s.rbac.v1.Role,
    "RoleBinding": k8s.rbac.v1.RoleBinding,
    "ServiceAccount": k8s.core.v1.ServiceAccount,
}
SNAKE = {"roleRef": "role_ref", "automountServiceAccountToken": "automount_service_account_token"}
MODE = 'metadata.annotations["serving.kserve.io/deploymentMode"]'


@dataclass(frozen=True, kw_only=True)
class ModelArgs:
    """Plain data decides what exists; `namespace` only says which one waits for which."""

    objects: Sequence[Manifest]
    endpoint: Endpoint
    namespace: pulumi.Input[str]


class Model(pulumi.ComponentResource):
    """All objects of one model, and what a client needs to use it."""

    endpoint: dict[str, Any]

    def __init__(
        self, name: str, args: ModelArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:model:Model", name, None, opts)
        for manifest in args.objects:
            self._register(manifest, args.namespace)
        self.endpoint = args.endpoint.as_output()
        self.register_outputs({"endpoint": self.endpoint})

    def _register(self, manifest: Manifest, namespace: pulumi.Input[str]) -> None:
        """The mode cannot be changed in place: another one is a replacement, shown in preview."""
        given = {SNAKE.get(key, key): value for key, value in manifest.items()}
        kind, version = given.pop("kind"), given.pop("apiVersion")
        metadata = {**given.pop("metadata"), "namespace": namespace}
        options = pulumi.ResourceOptions(parent=self)
        if kind == "InferenceService":
            mode = pulumi.ResourceOptions(delete_before_replace=True, replace_on_changes=[MODE])
            options = pulumi.ResourceOptions.merge(options, mode)
        if kind in BUILT_IN:
            BUILT_IN[kind](metadata["name"], metadata=metadata, opts=options, **given)
            return
        k8s.apiextensions.CustomResource(
            metadata["name"],
            api_version=version,
            kind=kind,
            metadata=metadata,
            opts=options,
            **given,
        )
