"""What a stack may ask of Kthena's router, which knows each server's cache and queue."""

from components.operator import OperatorSpec
from components.types import DnsLabel


class KthenaSpec(OperatorSpec):
    """The router alone: KServe runs the models. `fair` shares it between users by tokens."""

    fair: bool = False
    tls_secret: DnsLabel | None = None
