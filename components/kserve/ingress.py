"""How requests from outside the cluster reach models: one Gateway, one domain."""

from dataclasses import dataclass
from typing import Literal

NAMESPACE = "kserve"
GATEWAY_NAME = "kserve-ingress-gateway"
GATEWAY = f"{NAMESPACE}/{GATEWAY_NAME}"
"""The Gateway that KServe attaches its HTTPRoutes to."""


@dataclass(frozen=True, kw_only=True)
class Ingress:
    """`domain` is below which models get their names, `gateway_class` who serves the Gateway."""

    domain: str
    gateway_class: str
    scheme: Literal["http", "https"] = "http"
