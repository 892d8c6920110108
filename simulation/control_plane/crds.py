"""CRDs: which of them the cluster lacks, and where it will serve them."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.upstream import digest

COLLECTION = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
METADATA_ONLY = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"
DIGEST = "simulation.gpu-inference/digest"


def bring_up_to_date(api: Api, manifests: Iterable[Manifest]) -> None:
    """Create the CRDs that the cluster lacks and apply those that changed, the largest first."""
    known = _known(api)
    fresh = [crd for crd in map(_marked, manifests) if known.get(_name(crd)) != _mark(crd)]
    fresh.sort(key=lambda crd: len(str(crd)), reverse=True)

    def write(crd: Manifest) -> None:
        if _name(crd) in known:
            api.apply(crd)
        else:  # creating a megabyte takes half the time of applying it
            api.create(COLLECTION, crd)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, fresh))


def _known(api: Api) -> dict[str, str]:
    found = api.get(COLLECTION, accept=METADATA_ONLY)["items"] or []
    return {_name(crd): _mark(crd) for crd in found}


def await_served(api: Api, crd: Manifest) -> None:
    """Raise `Refused` until the API server serves a CRD's kind and says so to who discovers it."""
    spec = crd["spec"]
    version = next(each["name"] for each in spec["versions"] if each["served"])
    plural = spec["names"]["plural"]
    place = f"/apis/{spec['group']}/{version}"
    api.get(f"{place}/{plural}?limit=1", accept=METADATA_ONLY)
    if plural not in {resource["name"] for resource in api.get(place)["resources"]}:
        raise Refused(HTTPStatus.NOT_FOUND, f"{plural} is not discovered yet")


def _marked(crd: Manifest) -> Manifest:
    metadata = crd["metadata"]
    annotations = {**metadata.get("annotations", {}), DIGEST: digest(crd)}
    clean = {key: value for key, value in metadata.items() if key != "creationTimestamp"}
    return crd | {"metadata": clean | {"annotations": annotations}}


def _mark(crd: Manifest) -> str:
    return str(crd["metadata"].get("annotations", {}).get(DIGEST))


def _name(crd: Manifest) -> str:
    return str(crd["metadata"]["name"])
