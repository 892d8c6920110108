"""CRDs: which of them the cluster lacks, and where it will serve them."""

from collections.abc import Iterable

from simulation.control_plane.api import Api
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.upstream import digest

COLLECTION = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
METADATA_ONLY = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"
DIGEST = "simulation.gpu-inference/digest"


def changed(api: Api, manifests: Iterable[Manifest]) -> list[Manifest]:
    """The CRDs that differ from what an earlier run applied, the largest first."""
    found = api.get(COLLECTION, accept=METADATA_ONLY)["items"]
    known = {item["metadata"]["name"]: item["metadata"].get("annotations", {}) for item in found}
    marked = [_marked(manifest) for manifest in manifests]
    fresh = [
        each
        for each in marked
        if known.get(each["metadata"]["name"], {}).get(DIGEST) != _mark(each)
    ]
    return sorted(fresh, key=lambda manifest: len(str(manifest)), reverse=True)


def served_at(crd: Manifest) -> str:
    """The collection that a CRD opens."""
    spec = crd["spec"]
    version = next(each["name"] for each in spec["versions"] if each["served"])
    return f"/apis/{spec['group']}/{version}/{spec['names']['plural']}?limit=1"


def _marked(crd: Manifest) -> Manifest:
    metadata = crd["metadata"]
    annotations = {**metadata.get("annotations", {}), DIGEST: digest(crd)}
    clean = {key: value for key, value in metadata.items() if key != "creationTimestamp"}
    return crd | {"metadata": clean | {"annotations": annotations}}


def _mark(crd: Manifest) -> str:
    return str(crd["metadata"]["annotations"][DIGEST])
