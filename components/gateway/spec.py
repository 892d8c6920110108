"""What a stack may ask of the way in: one Gateway for models of both modes."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from components.operator import OperatorSpec
from components.types import DnsLabel

Domain = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+\.)+[a-z]{2,}$", max_length=200)]


class GatewaySpec(OperatorSpec):
    """Envoy Gateway, for names below `domain`.

    `exposure` is who reaches it: pods of the `cluster`, the VPC (`internal`), or the `internet`.
    `tls_secret` is a TLS Secret in the namespace kserve.
    """

    domain: Domain
    exposure: Literal["cluster", "internal", "internet"] = "cluster"
    tls_secret: DnsLabel | None = None
