"""The order releases must be installed in."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

from components.helm.spec import Release


def in_order(releases: Iterable[Release]) -> list[Release]:
    """`releases`, each after all that it names.

    ValueError for a name nobody has; graphlib.CycleError for a circle.
    """
    by_name = {release.name: release for release in releases}
    unknown = {needed for r in by_name.values() for needed in r.after} - by_name.keys()
    if unknown:
        raise ValueError(f"no such release: {', '.join(sorted(unknown))}")
    graph = {name: sorted(release.after) for name, release in sorted(by_name.items())}
    return [by_name[name] for name in TopologicalSorter(graph).static_order()]


def among(releases: Iterable[Release]) -> list[Release]:
    """`releases` without the `after` of those that are not among them: the cluster has those."""
    listed = list(releases)
    here = frozenset(release.name for release in listed)
    return [r.model_copy(update={"after": r.after & here}) for r in listed]
