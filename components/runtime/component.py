"""The serving runtime as a Pulumi resource. Wiring only."""

from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.runtime.manifest import vllm_runtime


@dataclass(frozen=True, kw_only=True)
class RuntimeArgs:
    """The image that serves every model which names no other."""

    image: str


class Runtime(pulumi.ComponentResource):
    """One ClusterServingRuntime."""

    def __init__(
        self, name: str, args: RuntimeArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:runtime:Runtime", name, None, opts)
        manifest = vllm_runtime(args.image)
        k8s.apiextensions.CustomResource(
            name,
            api_version=manifest["apiVersion"],
            kind=manifest["kind"],
            metadata=manifest["metadata"],
            spec=manifest["spec"],
            opts=pulumi.ResourceOptions(parent=self),
        )
        self.register_outputs({})
