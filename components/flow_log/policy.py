"""Who may write a VPC's flow log, and where: least privilege as data."""

from components.types import Manifest

WRITER = "vpc-flow-logs.amazonaws.com"


def trust(account_id: str) -> Manifest:
    """Only the flow log service, and only for this account's VPCs."""
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": WRITER},
                "Action": "sts:AssumeRole",
                "Condition": {"StringEquals": {"aws:SourceAccount": account_id}},
            }
        ],
    }


def write_to(log_group_arn: str) -> Manifest:
    """Streams and events of one log group."""
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Action": [
                    "logs:CreateLogStream",
                    "logs:DescribeLogStreams",
                    "logs:PutLogEvents",
                ],
                "Resource": [log_group_arn, f"{log_group_arn}:*"],
            }
        ],
    }
