"""Plugins of Volcano 1.15 that a stack needs because of what its node groups and jobs ask for."""

from components.node_group.scheduling import GPU_RESOURCE
from components.volcano.spec import Plugin

NOTHING = "gpu-inference/nothing"
"""A resource that no pod asks for: left out, the plugin would spread everybody's CPU and memory."""

SPREADING = Plugin(
    name="resource-strategy-fit",
    arguments={
        "resourceStrategyFitWeight": 30,
        "resources": {NOTHING: {"type": "MostAllocated", "weight": 1}},
    },
)
"""Scores only pods that say how; more than binpack (10) does, which goes on packing all others."""

NEARNESS = Plugin(
    name="network-topology-aware",
    arguments={
        "weight": 10,
        "hypernode.binpack.resources": GPU_RESOURCE,
        f"hypernode.binpack.resources.{GPU_RESOURCE}": 8,
        "hypernode.binpack.normal-pod.enable": False,
    },
)
"""Keeps a gang inside one HyperNode; replicas of models are not drawn together by it."""
