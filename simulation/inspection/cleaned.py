"""An object as somebody could have written it: without what a cluster adds for itself."""

from typing import Any

from components.types import Manifest

CLUSTERS_OWN = {
    *("creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generateName"),
    *("generation", "managedFields", "ownerReferences", "resourceVersion", "selfLink", "uid"),
}


def cleaned(found: Manifest) -> Manifest:
    """`found` without status, without the cluster's own metadata, and without nulls."""
    metadata = {k: v for k, v in found["metadata"].items() if k not in CLUSTERS_OWN}
    kept = {k: v for k, v in found.items() if k != "status"}
    plain: Manifest = _without_nulls({**kept, "metadata": metadata})
    return plain


def _without_nulls(value: Any) -> Any:
    """To Kubernetes a null is an absent field; to a schema it is a wrong type."""
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return value
