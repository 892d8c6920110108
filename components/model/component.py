"""A served model as one Pulumi resource. Wiring only: every decision is in spec or manifest."""

from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.model.manifest import inference_service
from components.model.placement import Placement
from components.model.spec import ModelSpec


@dataclass(frozen=True, kw_only=True)
class ModelArgs:
    """Plain data decides what exists; `namespace` only says which one waits for which."""

    spec: ModelSpec
    placement: Placement
    namespace: pulumi.Input[str]


class Model(pulumi.ComponentResource):
    """One InferenceService, and the address it answers at inside the cluster."""

    url: pulumi.Output[str]

    def __init__(
        self, name: str, args: ModelArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:model:Model", name, None, opts)
        service = inference_service(name, args.spec, args.placement)
        k8s.apiextensions.CustomResource(
            name,
            api_version=service["apiVersion"],
            kind=service["kind"],
            metadata={**service["metadata"], "namespace": args.namespace},
            spec=service["spec"],
            opts=pulumi.ResourceOptions(
                parent=self,
                delete_before_replace=True,
                replace_on_changes=['metadata.annotations["serving.kserve.io/deploymentMode"]'],
            ),
        )
        self.url = pulumi.Output.concat(
            "http://", name, "-predictor.", args.namespace, ".svc.cluster.local/v1"
        )
        self.register_outputs({"url": self.url})
