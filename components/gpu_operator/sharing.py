"""How the operator is told to share GPUs: one entry for each way that some node group uses."""

from collections.abc import Mapping

import yaml

from components.node_group.mig import profiles
from components.node_group.sharing import GpuSharing, Mig
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest

PLUGIN_CONFIG = "gpu-sharing"
WHOLE = "whole"
MIG_CONFIG = "mig-layouts"
NO_MIG = "all-disabled"


def plugin_config(groups: Mapping[str, NodeGroupSpec]) -> Manifest:
    """`devicePlugin.config`: a node without a label keeps whole GPUs.

    Not renamed: KServe does not know `nvidia.com/gpu.shared` for a GPU (0.20.0 pkg/utils).
    """
    shared = [group.sharing for group in groups.values() if group.sharing is not None]
    divided = {sharing.config_key: _divided(sharing) for sharing in shared if _divides(sharing)}
    if not divided:
        return {}
    data = {WHOLE: {"version": "v1"}, **dict(sorted(divided.items()))}
    return {
        "create": True,
        "name": PLUGIN_CONFIG,
        "default": WHOLE,
        "data": {key: yaml.safe_dump(entry, sort_keys=False) for key, entry in data.items()},
    }


def _divides(sharing: GpuSharing) -> bool:
    return sharing.time_slicing is not None or sharing.mps is not None


def _divided(sharing: GpuSharing) -> Manifest:
    """A second share of the same GPU would bring nothing: asking for it is an error."""
    if sharing.mps is not None:
        return _sharing("mps", sharing.mps.replicas)
    assert sharing.time_slicing is not None
    strict = {"renameByDefault": False, "failRequestsGreaterThanOne": True}
    return _sharing("timeSlicing", sharing.time_slicing.replicas, strict)


def _sharing(kind: str, replicas: int, more: Manifest | None = None) -> Manifest:
    resources = [{"name": "nvidia.com/gpu", "replicas": replicas}]
    return {"version": "v1", "sharing": {kind: {**(more or {}), "resources": resources}}}


def mig_strategy(groups: Mapping[str, NodeGroupSpec]) -> str:
    """`mixed` gives each kind of part its own resource; equal parts count as GPUs."""
    return "mixed" if any(mig.layout for _, _, mig in _cut(groups)) else "single"


def mig_config(groups: Mapping[str, NodeGroupSpec]) -> Manifest:
    """`migManager.config`: left to the operator unless some group has a layout of its own."""
    if mig_strategy(groups) == "single":
        return {}
    layouts = {key: _devices(layout) for key, layout, _ in _cut(groups)}
    configs = {NO_MIG: [{"devices": "all", "mig-enabled": False}], **layouts}
    text = yaml.safe_dump({"version": "v1", "mig-configs": configs}, sort_keys=False)
    return {
        "create": True,
        "name": MIG_CONFIG,
        "default": NO_MIG,
        "data": {"config.yaml": text},
    }


def uses_mig(groups: Mapping[str, NodeGroupSpec]) -> bool:
    """Whether any node's GPUs are to be cut."""
    return any(_cut(groups))


def _cut(groups: Mapping[str, NodeGroupSpec]) -> list[tuple[str, dict[str, int], Mig]]:
    """The value of the nodes' label, the parts of one GPU, and what was asked."""
    cut = []
    for name, group in sorted(groups.items()):
        mig = group.sharing.mig if group.sharing is not None else None
        if mig is not None and mig.profile is not None:
            product, _, memory = group.gpu()
            most = profiles(product, memory)[mig.profile].most
            cut.append((f"all-{mig.profile}", {mig.profile: most}, mig))
        elif mig is not None:
            cut.append((name, dict(mig.layout), mig))
    return cut


def _devices(layout: dict[str, int]) -> list[Manifest]:
    return [{"devices": "all", "mig-enabled": True, "mig-devices": layout}]
