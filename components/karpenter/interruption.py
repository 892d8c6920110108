"""What EC2 says before it takes a node away, and who may pass it on.

Source: Karpenter v1.14 getting started, cloudformation.yaml.
"""

from components.types import Manifest

RETENTION_SECONDS = 300
"""A warning is two minutes long: an older message is about a node that is gone."""

EVENTS = {
    "health": ("aws.health", "AWS Health Event"),
    "spot": ("aws.ec2", "EC2 Spot Instance Interruption Warning"),
    "rebalance": ("aws.ec2", "EC2 Instance Rebalance Recommendation"),
    "state": ("aws.ec2", "EC2 Instance State-change Notification"),
    "reservation": ("aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning"),
}


def event_pattern(event: str) -> Manifest:
    """The pattern that matches one of EVENTS."""
    source, detail = EVENTS[event]
    return {"source": [source], "detail-type": [detail]}


def queue_policy(arn: str) -> Manifest:
    """EventBridge writes; nobody comes without TLS."""
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "Events",
                "Effect": "Allow",
                "Principal": {"Service": ["events.amazonaws.com", "sqs.amazonaws.com"]},
                "Action": "sqs:SendMessage",
                "Resource": arn,
            },
            {
                "Sid": "TlsOnly",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "sqs:*",
                "Resource": arn,
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
            },
        ],
    }
