"""The only place that reads Pulumi's configuration."""

import pulumi

from stacks.config import StackConfig
from stacks.parse import parse
from stacks.problem import Refused


def load() -> StackConfig:
    """This stack's configuration, or one readable refusal instead of a traceback."""
    raw = pulumi.Config().require_object("stack")
    try:
        return parse(raw)
    except Refused as refused:
        raise pulumi.RunError(str(refused)) from None
