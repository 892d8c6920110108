"""What a stack may ask of the EKS cluster that it builds."""

from ipaddress import IPv4Network
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from components.aws import AccountId, Place, PrincipalArn, Region, RetentionDays
from components.bucket.spec import BucketSpec
from components.image_cache.spec import ImageCacheSpec
from components.network.spec import NetworkSpec
from components.types import DnsLabel, Spec

WHOLE_INTERNET = IPv4Network("0.0.0.0/0")
KubernetesMinor = Annotated[str, StringConstraints(pattern=r"^1\.\d{2}$")]
OptionalAddon = Literal["efs", "fsx", "s3", "snapshots", "cloudwatch"]


def _some_of_the_internet(text: str) -> str:
    try:
        network = IPv4Network(text)
    except ValueError:
        raise ValueError("is no IPv4 network; write it like 203.0.113.0/24") from None
    if network == WHOLE_INTERNET:
        raise ValueError("is the whole internet; name the networks that people work in")
    return text


class Access(Spec):
    """Who may enter, and as what: an EKS access policy, in some namespaces or in all."""

    principal_arn: PrincipalArn
    role: Literal["cluster-admin", "admin", "edit", "view"]
    namespaces: tuple[DnsLabel, ...] = ()


class EksCluster(Spec):
    """A cluster of one's own, with its network, its storage and its identities.

    `account_id` is the account it belongs in: any other is refused before anything is made. The API
    is private unless `public_access_cidrs` opens it to some networks. Whoever runs `pulumi up` is
    an administrator; everybody else is in `access`.
    """

    name: DnsLabel
    account_id: AccountId
    region: Region
    kubernetes: KubernetesMinor
    support: Literal["standard", "extended"] = "standard"
    network: NetworkSpec
    service_cidr: str = "172.20.0.0/16"
    public_access_cidrs: tuple[Annotated[str, AfterValidator(_some_of_the_internet)], ...] = ()
    access: dict[DnsLabel, Access] = Field(default_factory=dict)
    log_days: RetentionDays = 90
    deletion_protection: bool = True
    addons: tuple[OptionalAddon, ...] = ()
    models: BucketSpec = BucketSpec()
    backups: BucketSpec | None = None
    image_cache: ImageCacheSpec | None = None
    tags: dict[str, str] = Field(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(account_id=self.account_id, region=self.region)

    @property
    def arn(self) -> str:
        """What it is, for as long as it is: the Kubernetes provider's identifier."""
        return self.place.arn("eks", f"cluster/{self.name}")

    @property
    def key_alias(self) -> str:
        """By which policies know the cluster's key."""
        return f"alias/{self.name}"

    def bucket(self, what: str) -> str:
        """A bucket's name: S3's names are everybody's, so it has the account and region in it."""
        return f"{self.name}-{what}-{self.account_id}-{self.region}"
