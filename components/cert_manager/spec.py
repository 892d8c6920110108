"""What a stack may ask of cert-manager, which signs the certificates of webhooks."""

from components.operator import OperatorSpec


class CertManagerSpec(OperatorSpec):
    """cert-manager, with its CRDs."""
