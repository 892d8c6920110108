"""What a change does to resources: added, changed, replaced with the reason, removed."""

from dataclasses import dataclass
from typing import Literal

from planning.change.recorded import Resource, Resources
from planning.change.replacement import GRAVE, MEANWHILE, changed_paths, replacing

Action = Literal["replace", "remove", "change", "add"]
ACTIONS: tuple[Action, ...] = ("replace", "remove", "change", "add")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One resource; `paths` are what differs or forces it, `loses` what is gone with it."""

    action: Action
    resource: str
    paths: tuple[str, ...] = ()
    loses: str = ""


def difference(old: Resources, new: Resources) -> list[Step]:
    """Every step from `old` to `new`, those that lose something first."""
    steps = [
        *(_gone(resource) for key, resource in old.items() if key not in new),
        *(_altered(old[key], resource) for key, resource in new.items() if key in old),
        *(Step(action="add", resource=r.label) for key, r in new.items() if key not in old),
    ]
    return sorted((step for step in steps if step), key=_order)


def _order(step: Step) -> tuple[bool, int, str]:
    return not step.loses, ACTIONS.index(step.action), step.resource


def _gone(resource: Resource) -> Step:
    return Step(action="remove", resource=resource.label, loses=GRAVE.get(resource.type, ""))


def _altered(old: Resource, new: Resource) -> Step | None:
    paths = set(changed_paths(old.inputs, new.inputs))
    if not paths:
        return None
    forced = replacing(new.type, paths)
    if forced:
        loses = MEANWHILE.get(new.type, GRAVE.get(new.type, ""))
        return Step(action="replace", resource=new.label, paths=tuple(forced), loses=loses)
    return Step(action="change", resource=new.label, paths=tuple(sorted(paths)))
