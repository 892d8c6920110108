"""How the weights, and the adapters beside them, come to the pod.

KServe fetches one address for a model. Its list of several, `storageUris`, is refused by the
storage container it installs (kserve@v0.17.0 storage_initializer_injector.go: it must say
`supportsMultiModelDownload`), so each adapter is fetched by the same program, in a step of ours.
"""

from components.model.arguments import ADAPTERS_PATH
from components.model.placement import Placement
from components.model.source import scheme
from components.model.spec import ModelSpec
from components.runtime.manifest import container_security
from components.types import Manifest

VOLUME = "adapters"
AMOUNTS = {"cpu": "1", "memory": "2Gi"}


def storage_uri(spec: ModelSpec) -> Manifest:
    """The model's one address."""
    return {"storageUri": spec.source}


def storage_environment(spec: ModelSpec) -> list[Manifest]:
    """The same for a container of one's own, which has no field for it."""
    return [{"name": "STORAGE_URI", "value": spec.source}] if spec.source else []


def adapters(spec: ModelSpec, place: Placement) -> Manifest:
    """The steps that fetch the adapters before the server starts, and where they put them."""
    if spec.engine.lora is None:
        return {}
    steps = [
        _fetch(name, adapter.source, spec, place.initializer)
        for name, adapter in sorted(spec.engine.lora.adapters.items())
    ]
    return {"initContainers": steps, "volumes": [{"name": VOLUME, "emptyDir": {}}]}


def adapter_mounts(spec: ModelSpec) -> Manifest:
    """Where the server finds them."""
    if spec.engine.lora is None:
        return {}
    return {"volumeMounts": [{"name": VOLUME, "mountPath": ADAPTERS_PATH, "readOnly": True}]}


def _fetch(name: str, source: str, spec: ModelSpec, image: str) -> Manifest:
    secret = spec.access.secret if scheme(source) in ("hf", "s3") else None
    return {
        "name": f"adapter-{name}",
        "image": image,
        "args": [source, f"{ADAPTERS_PATH}/{name}"],
        "env": [{"name": "HOME", "value": "/tmp"}],
        **({"envFrom": [{"secretRef": {"name": secret}}]} if secret else {}),
        "resources": {"requests": AMOUNTS, "limits": AMOUNTS},
        "securityContext": container_security(read_only_root=False),
        "volumeMounts": [{"name": VOLUME, "mountPath": ADAPTERS_PATH}],
    }
