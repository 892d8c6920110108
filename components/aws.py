"""Where in AWS something is, and the words that YAML uses for it."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from components.types import Spec

Region = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-gov)?-[a-z]+-\d$")]
Zone = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-gov)?-[a-z]+-\d[a-z]$")]
"""A zone by its full name, as nodes carry it in `topology.kubernetes.io/zone`: `us-east-1a`."""

AccountId = Annotated[str, StringConstraints(pattern=r"^\d{12}$")]
PrincipalArn = Annotated[
    str, StringConstraints(pattern=r"^arn:aws[\w-]*:iam::\d{12}:(role|user)/\S+$")
]
RetentionDays = Literal[
    1,
    3,
    5,
    7,
    14,
    30,
    60,
    90,
    120,
    150,
    180,
    365,
    400,
    545,
    731,
    1096,
    1827,
    2192,
    2557,
    2922,
    3653,
]
"""CloudWatch Logs knows no others (aws.cloudwatch.LogGroup, retention_in_days)."""

CHINA = "aws-cn"
PARTITIONS = {"cn-": CHINA, "us-gov-": "aws-us-gov"}
DOMAINS = {CHINA: "amazonaws.com.cn"}


class Place(Spec):
    """One account in one region; everything in it has an ARN that is known before it exists."""

    account_id: AccountId
    region: Region

    @property
    def partition(self) -> str:
        """`aws`, `aws-cn` or `aws-us-gov`: the second word of every ARN."""
        found = (name for start, name in PARTITIONS.items() if self.region.startswith(start))
        return next(found, "aws")

    @property
    def domain(self) -> str:
        """What host names and the EC2 service principal end in."""
        return DOMAINS.get(self.partition, "amazonaws.com")

    @property
    def ec2_principal(self) -> str:
        """Whom instance roles trust; China has its own (Karpenter's CloudFormation template)."""
        return f"ec2.{self.domain}"

    def arn(self, service: str, resource: str) -> str:
        """The ARN of a `resource` of this account and region."""
        return f"arn:{self.partition}:{service}:{self.region}:{self.account_id}:{resource}"

    def global_arn(self, service: str, resource: str) -> str:
        """The ARN of a `resource` whose service knows neither region nor account (S3)."""
        return f"arn:{self.partition}:{service}:::{resource}"

    def managed_policy(self, name: str) -> str:
        """The ARN of a policy that AWS writes and keeps."""
        return f"arn:{self.partition}:iam::aws:policy/{name}"
