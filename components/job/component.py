"""A training job as one Pulumi resource. Wiring only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pulumi
import pulumi_kubernetes as k8s

from components.job.fixed import FIXED
from components.types import Manifest


@dataclass(frozen=True, kw_only=True)
class JobArgs:
    """Plain data decides what exists; `namespace` only says which one waits for which."""

    job: Manifest
    claims: Sequence[Manifest]
    namespace: pulumi.Input[str]


class Job(pulumi.ComponentResource):
    """One job, after the volume of its checkpoints."""

    def __init__(
        self, name: str, args: JobArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:job:Job", name, None, opts)
        claims = [self._claim(claim, args.namespace) for claim in args.claims]
        k8s.apiextensions.CustomResource(
            name,
            api_version=args.job["apiVersion"],
            kind=args.job["kind"],
            metadata={**args.job["metadata"], "namespace": args.namespace},
            spec=args.job["spec"],
            opts=pulumi.ResourceOptions(
                parent=self,
                depends_on=claims,
                delete_before_replace=True,
                replace_on_changes=[f"spec.{field}" for field in FIXED],
            ),
        )
        self.register_outputs({})

    def _claim(self, claim: Manifest, namespace: pulumi.Input[str]) -> pulumi.Resource:
        metadata: Any = {**claim["metadata"], "namespace": namespace}
        return k8s.core.v1.PersistentVolumeClaim(
            claim["metadata"]["name"],
            metadata=metadata,
            spec=claim["spec"],
            opts=pulumi.ResourceOptions(parent=self),
        )
