"""The fields that somebody else writes after us: each once, with who owns it.

A second `up` must not undo what a controller did, so these are not compared again.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Owned:
    """`field` of a resource of `type` (Pulumi's spelling) belongs to `owner`."""

    type: str
    field: str
    owner: str


OWNED = (
    Owned(
        type="aws:eks/nodeGroup:NodeGroup",
        field="scalingConfig.desiredSize",
        owner="cluster autoscaler: it moves the group between min_nodes and max_nodes",
    ),
)


def ignored(type: str) -> list[str]:
    """What `ignore_changes` of a resource of `type` names."""
    return [owned.field for owned in OWNED if owned.type == type]
