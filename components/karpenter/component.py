"""What Karpenter needs in AWS, and its pools in the cluster. Wiring only."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws
import pulumi_kubernetes as k8s

from components.karpenter.interruption import (
    EVENTS,
    RETENTION_SECONDS,
    event_pattern,
    queue_policy,
)
from components.types import Manifest


@dataclass(frozen=True, kw_only=True)
class KarpenterArgs:
    """`queue` is its name, by which Karpenter finds it, and `queue_arn` what policies call it."""

    queue: str
    queue_arn: str
    node_role: pulumi.Input[str]


class Karpenter(pulumi.ComponentResource):
    """What its nodes start as, and the queue in which it hears that EC2 takes one away.

    The profile is made here, because Karpenter could not make it where IAM is not to be reached,
    and may make none where it need not.
    """

    instance_profile: pulumi.Output[str]

    def __init__(
        self, name: str, args: KarpenterArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:karpenter:Karpenter", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        queue = aws.sqs.Queue(
            name,
            name=args.queue,
            message_retention_seconds=RETENTION_SECONDS,
            sqs_managed_sse_enabled=True,
            opts=child,
        )
        aws.sqs.QueuePolicy(
            name, queue_url=queue.url, policy=json.dumps(queue_policy(args.queue_arn)), opts=child
        )
        for event in EVENTS:
            rule = aws.cloudwatch.EventRule(
                f"{name}-{event}", event_pattern=json.dumps(event_pattern(event)), opts=child
            )
            aws.cloudwatch.EventTarget(f"{name}-{event}", rule=rule.name, arn=queue.arn, opts=child)
        profile = aws.iam.InstanceProfile(name, role=args.node_role, opts=child)
        self.instance_profile = profile.name
        self.register_outputs({"instance_profile": self.instance_profile})


@dataclass(frozen=True, kw_only=True)
class PoolArgs:
    """The group's two objects, and what only the cluster knows of them."""

    node_class: Manifest
    node_pool: Manifest
    instance_profile: pulumi.Input[str]
    security_group_id: pulumi.Input[str]
    subnet_ids: Sequence[pulumi.Input[str]]


class Pool(pulumi.ComponentResource):
    """A node group that Karpenter fills: its class first, then the pool that names it."""

    def __init__(
        self, name: str, args: PoolArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:karpenter:Pool", name, None, opts)
        where = {
            "instanceProfile": args.instance_profile,
            "securityGroupSelectorTerms": [{"id": args.security_group_id}],
            "subnetSelectorTerms": [{"id": subnet} for subnet in args.subnet_ids],
        }
        node_class = _object(
            f"{name}-class", args.node_class, where, pulumi.ResourceOptions(parent=self)
        )
        _object(
            name, args.node_pool, {}, pulumi.ResourceOptions(parent=self, depends_on=[node_class])
        )
        self.register_outputs({})


def _object(
    name: str, manifest: Manifest, more: Mapping[str, object], opts: pulumi.ResourceOptions
) -> k8s.apiextensions.CustomResource:
    return k8s.apiextensions.CustomResource(
        name,
        api_version=manifest["apiVersion"],
        kind=manifest["kind"],
        metadata=manifest["metadata"],
        spec={**manifest["spec"], **more},
        opts=opts,
    )
