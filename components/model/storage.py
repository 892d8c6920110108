"""How the weights, and what belongs beside them, are asked of KServe's storage initializer."""

from components.model.arguments import ADAPTERS_PATH
from components.model.spec import ModelSpec
from components.runtime.manifest import MODEL_PATH
from components.types import Manifest


def storage_uri(spec: ModelSpec) -> Manifest:
    """The model's one address; none where several things are fetched (KServe wants one form)."""
    return {} if spec.engine.lora else {"storageUri": spec.source}


def storage_uris(spec: ModelSpec) -> Manifest:
    """The list form: for a model with adapters, and for a container of one's own.

    KServe mounts the common parent of all of them, so they share `/mnt`.
    """
    adapters = spec.engine.lora.adapters if spec.engine.lora else {}
    if spec.source is None or (spec.vllm and not adapters):
        return {}
    beside = [
        {"uri": adapter.source, "mountPath": f"{ADAPTERS_PATH}/{name}"}
        for name, adapter in sorted(adapters.items())
    ]
    return {"storageUris": [{"uri": spec.source, "mountPath": MODEL_PATH}, *beside]}
