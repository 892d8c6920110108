"""Everything that is in a namespace, so that what is left behind can be seen."""

from collections.abc import Iterator

from simulation.control_plane.api import Api

REPORTS = frozenset({"Event", "PodMetrics"})


def inventory(api: Api, namespace: str) -> set[tuple[str, str]]:
    """Kind and name of all of it, but what only reports."""
    found = set[tuple[str, str]]()
    for version in ("/api/v1", *(f"/apis/{group}" for group in _groups(api))):
        for kind in api.get(version)["resources"]:
            if kind["namespaced"] and "list" in kind["verbs"] and kind["kind"] not in REPORTS:
                listed = api.get(f"{version}/namespaces/{namespace}/{kind['name']}")["items"]
                found |= {(kind["kind"], one["metadata"]["name"]) for one in listed}
    return found


def _groups(api: Api) -> Iterator[str]:
    for group in api.get("/apis")["groups"]:
        yield from (version["groupVersion"] for version in group["versions"])
