"""A rule about resources: its id, why it is there, how to mend what breaks it, and its check.

The same rules run in the plan, over the recorded resources, and in the pulumi-policy pack, over
those of a real preview (policy/pack.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from planning.change.recorded import Resource

Enforcement = Literal["mandatory", "advisory"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`check` yields one sentence for each violation of one resource."""

    id: str
    why: str
    mend: str
    enforcement: Enforcement
    check: Callable[[Resource], Iterator[str]]


@dataclass(frozen=True, kw_only=True)
class StackRule:
    """`check` yields the resource and a sentence for each violation among all resources."""

    id: str
    why: str
    mend: str
    enforcement: Enforcement
    check: Callable[[list[Resource]], Iterator[tuple[Resource, str]]]
