"""The labels and taints of a group's nodes, and the selectors and tolerations that answer them.

One definition of each, so that a taint and its toleration cannot disagree.
"""

from typing import Literal

from catalogue.accelerators import accelerators
from components.node_group.capacity import NodeCapacity, node_capacity
from components.node_group.sharing import GpuSharing
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest, Spec

NODE_GROUP_LABEL = "gpu-inference/node-group"
GPU_RESOURCE = "nvidia.com/gpu"
GPU_PRESENT_LABEL = "nvidia.com/gpu.present"
ACCELERATOR_LABEL = "k8s.amazonaws.com/accelerator"
"""By it the cluster autoscaler knows a GPU node whose device plugin has not started yet."""

MIG_CONFIG_LABEL = "nvidia.com/mig.config"
PLUGIN_CONFIG_LABEL = "nvidia.com/device-plugin.config"
DEVICE_PLUGIN_LABEL = "nvidia.com/gpu.deploy.device-plugin"


KEEPS_MODELS = {"kserve/localmodel": "worker"}
"""By it KServe's agent finds the nodes (0.20.0 charts/kserve-localmodel-resources)."""


class Taint(Spec):
    """A mark that keeps pods away unless they tolerate it (Kubernetes spelling)."""

    key: str
    value: str
    effect: Literal["NoSchedule", "NoExecute", "PreferNoSchedule"]

    def as_toleration(self) -> Manifest:
        """The toleration that answers exactly this taint."""
        return {
            "key": self.key,
            "operator": "Equal",
            "value": self.value,
            "effect": self.effect,
        }


GPU_TAINT = Taint(key=GPU_RESOURCE, value="true", effect="NoSchedule")
"""The key that the GPU Operator's own DaemonSets tolerate (gpu-operator values, daemonsets)."""

SPOT_TAINT = Taint(key="gpu-inference/spot", value="true", effect="NoSchedule")
"""CoreDNS and the operators stay away from nodes that go at two minutes' notice."""


def node_labels(name: str, spec: NodeGroupSpec) -> dict[str, str]:
    """What every node of the group is labelled with from its first second."""
    gpu = _gpu_labels(node_capacity(spec))
    shared = {} if spec.sharing is None else sharing_labels(name, spec.sharing)
    kept = KEEPS_MODELS if spec.keeps_models else {}
    return {NODE_GROUP_LABEL: name, **gpu, **shared, **kept, **spec.labels}


def _gpu_labels(node: NodeCapacity) -> dict[str, str]:
    known = accelerators().get(node.gpu_product or "")
    accelerator = {ACCELERATOR_LABEL: known.label} if known else {}
    return {GPU_PRESENT_LABEL: "true", **accelerator} if node.gpus else {}


def sharing_labels(name: str, sharing: GpuSharing) -> dict[str, str]:
    """What tells the GPU Operator (v26.7.0) how to share the GPUs of group `name`."""
    if sharing.mig is not None:
        profile = sharing.mig.profile
        return {MIG_CONFIG_LABEL: name if profile is None else f"all-{profile}"}
    if sharing.vgpu is not None:
        return {DEVICE_PLUGIN_LABEL: "false"}
    return {PLUGIN_CONFIG_LABEL: sharing.config_key}


def taints(spec: NodeGroupSpec) -> tuple[Taint, ...]:
    """GPU nodes turn away whoever does not ask for a GPU, spot nodes whoever did not ask for them.

    A spot node with GPUs needs one only: nobody comes to it who did not name its group. A node that
    keeps models only asks: what fills its cache tolerates nothing (kserve#5348).
    """
    marks = (SPOT_TAINT,) if spec.spot else ()
    if node_capacity(spec).gpus:
        marks = (GPU_TAINT,)
    soft = {"effect": "PreferNoSchedule"}
    return tuple(mark.model_copy(update=soft) for mark in marks) if spec.keeps_models else marks


def tolerations(spec: NodeGroupSpec) -> list[Manifest]:
    """What a pod needs so that it may run on the group's nodes."""
    return [taint.as_toleration() for taint in taints(spec)]


def node_selector(name: str) -> dict[str, str]:
    """What a pod needs so that it runs on the group's nodes and no others."""
    return {NODE_GROUP_LABEL: name}
