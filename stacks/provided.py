"""A stack on a cluster that brings some operators itself and can have no others."""

from collections.abc import Collection
from dataclasses import dataclass

from components.platform.spec import PlatformSpec
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Provided:
    """The stack as that cluster can have it, and by operator why it goes without."""

    config: StackConfig
    left_out: dict[str, str]


def provided(config: StackConfig, there: Collection[str]) -> Provided:
    """`config` with the operators of `there` marked as provided and the others left out.

    A provided operator keeps its settings: they say how the cluster is to run it.
    """
    asked = config.platform.operators()
    marked = {
        name: spec.model_copy(update={"provided": True}) if name in there else None
        for name, spec in asked.items()
    }
    platform: PlatformSpec = config.platform.model_copy(update=marked)
    missing = sorted(set(asked) - set(there))
    return Provided(
        config=config.model_copy(update={"platform": platform}),
        left_out={name: f"this cluster has no {name.replace('_', ' ')}" for name in missing},
    )
