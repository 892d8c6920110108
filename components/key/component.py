"""A key of one's own for Kubernetes secrets and buckets. Wiring only."""

from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

DAYS_TO_CHANGE_ONES_MIND = 30


@dataclass(frozen=True, kw_only=True)
class KeyArgs:
    """`alias` is how policies find the key before it exists."""

    alias: str


class Key(pulumi.ComponentResource):
    """The key is renewed every year; once deleted, what it locked is lost, hence the wait."""

    arn: pulumi.Output[str]

    def __init__(
        self, name: str, args: KeyArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:key:Key", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        key = aws.kms.Key(
            name,
            description=f"Kubernetes secrets and buckets of {args.alias}",
            enable_key_rotation=True,
            deletion_window_in_days=DAYS_TO_CHANGE_ONES_MIND,
            opts=child,
        )
        aws.kms.Alias(name, name=args.alias, target_key_id=key.key_id, opts=child)
        self.arn = key.arn
        self.register_outputs({"arn": self.arn})
