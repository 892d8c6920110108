"""A resource's properties as plain data: pulumi-policy hands out wrappers that are neither dict nor
list, and that refuse to be read where a value is not known before the update."""

from collections.abc import Mapping, Sequence
from typing import Any

from pulumi_policy.proxy import UnknownValueError

UNKNOWN = "not known before the update"
"""Something is there: a key that a resource of the same update makes. It is no version, and no
`true`: a rule that needs one of those reports it."""


def plain(value: Any) -> Any:
    """`value` with every wrapper opened, however deep."""
    if isinstance(value, Mapping):
        return {key: plain(_known(value, key)) for key in value}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(_known(value, index)) for index in range(len(value))]
    return value


def _known(values: Any, key: Any) -> Any:
    try:
        return values[key]
    except UnknownValueError:
        return UNKNOWN
