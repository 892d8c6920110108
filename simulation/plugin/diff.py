"""An update changes what the program asks otherwise than before, in place where it can."""

from dataclasses import dataclass, field

from simulation.plugin import builtin, comparison, immutable, naming, objects
from simulation.plugin.checkpoint import Checkpoint
from simulation.plugin.comparison import Change, Difference, Path, Same
from simulation.plugin.pruning import pruned
from simulation.plugin.values import Properties


@dataclass(frozen=True)
class Diff:
    """The changed paths, those that replace, and whether the old object must go first."""

    changes: dict[str, Change] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    delete_first: bool = False


def diff(
    old: Checkpoint,
    inputs: Properties,
    mutable: frozenset[str],
    *,
    namespaced: bool,
    ignored: tuple[str, ...] = (),
) -> Diff:
    """What applying the new inputs would change of the object as it was last seen."""
    before, after = _before(old, inputs, namespaced), _placed(inputs, namespaced)
    changed = comparison.differences(before, after, _sameness(inputs))
    found = [item for item in changed if not _ignored(item.path, ignored)]
    moved = objects.api_group(before) != objects.api_group(after)
    fields = immutable.fixed_fields(inputs, mutable) + (("apiVersion",) if moved else ())
    replaces = tuple(comparison.text(item.path) for item in found if _replaces(item, fields))
    stays = objects.identity(before) == objects.identity(after)
    first = bool(replaces) and stays and not naming.autonamed(inputs)
    return Diff({comparison.text(item.path): item.change for item in found}, replaces, first)


def seen(live: Properties, known: Properties) -> Properties:
    """The inputs as the cluster has them now; as they were where that means the same."""
    shape = builtin.folded(known)
    now = pruned(live, shape)
    drift = any(comparison.differences(shape, now, _sameness(known)))
    return now if drift else known


def _before(old: Checkpoint, inputs: Properties, namespaced: bool) -> Properties:
    """The live object in the shape of the old inputs, under the name that it really has."""
    shape = builtin.folded(old.inputs)
    before = _placed(pruned(old.live, shape), namespaced)
    before |= {key: old.live.get(key, inputs.get(key)) for key in ("apiVersion", "kind")}
    name = objects.name(old.live)
    return objects.with_metadata(before, name=name) if naming.named(inputs) else before


def _placed(thing: Properties, namespaced: bool) -> Properties:
    """The object in the namespace that it is in, said or not."""
    if "metadata" in thing and not isinstance(thing["metadata"], dict):
        return thing
    folded = builtin.folded(thing)
    if not namespaced:
        return objects.without_metadata(folded, "namespace")
    where = objects.metadata(thing).get("namespace") or "default"
    return objects.with_metadata(folded, namespace=where)


def _sameness(inputs: Properties) -> Same:
    return builtin.same if builtin.known(inputs) else _never


def _never(_path: Path, _old: object, _new: object) -> bool:
    return False


def _ignored(path: Path, ignored: tuple[str, ...]) -> bool:
    written = comparison.text(path)
    return any(written == one or written.startswith((f"{one}.", f"{one}[")) for one in ignored)


def _replaces(difference: Difference, fields: tuple[str, ...]) -> bool:
    value = difference.old if difference.change is Change.DELETE else difference.new
    return immutable.replaces(difference.path, value, fields)
