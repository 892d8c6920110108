"""Who goes first, and who yields."""

from typing import Annotated, Literal

from pydantic import Field

from components.types import Spec

HIGHEST_USER_PRIORITY = 1_000_000_000
"""Above it Kubernetes keeps its own system classes."""


class PrioritySpec(Spec):
    """A PriorityClass: a higher `value` is placed first."""

    value: Annotated[int, Field(ge=-HIGHEST_USER_PRIORITY, le=HIGHEST_USER_PRIORITY)]
    preemption_policy: Literal["PreemptLowerPriority", "Never"] = "PreemptLowerPriority"
    description: str = ""
