"""Whether this stack is the one to install an operator."""

from typing import TypeVar

from components.operator import OperatorSpec

Spec = TypeVar("Spec", bound=OperatorSpec)


def installed(spec: Spec | None) -> Spec | None:
    """The operator, unless it is absent or somebody else's."""
    return None if spec is None or spec.provided else spec
