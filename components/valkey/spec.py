"""What a stack may ask of Valkey, the store of shared caches."""

from components.operator import OperatorSpec
from components.types import DnsLabel, Positive


class ValkeySpec(OperatorSpec):
    """One Valkey, for what may be lost; `secret` holds the password of its user `default`."""

    memory_gib: Positive = 2
    secret: DnsLabel = "valkey-users"
