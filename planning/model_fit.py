"""The fit of one model of a stack: its architecture, on its node group's GPUs or shares of them."""

from collections.abc import Mapping
from dataclasses import replace

from catalogue.gpus import Gpu, gpu
from components.model.placement import gpu_share
from components.model.spec import ModelSpec
from components.model.variants import variants
from components.node_group.spec import NodeGroupSpec
from planning.architecture import Known, architecture
from planning.engine import engine
from planning.fit.fit import Fit, fit
from stacks.config import StackConfig
from stacks.once import once


def group_gpu(group: NodeGroupSpec) -> Gpu | None:
    """The kind of GPU in a node of `group`, uncut, if there is one."""
    product, count, memory_mib = group.gpu()
    return gpu(product, memory_mib) if count and product else None


@once
def model_fits(config: StackConfig) -> Mapping[str, Fit | None]:
    """Of every version that runs of every model whose node group exists, by the service's name.

    Both the check of the stack and the plan ask.
    """
    return {
        one.name: model_fit(one.spec, config.node_groups[spec.node_group], config.architectures)
        for name, spec in config.models.items()
        if spec.node_group in config.node_groups
        for one in variants(name, spec)
    }


def model_fit(spec: ModelSpec, group: NodeGroupSpec, stack: Known) -> Fit | None:
    """How `spec` fits; None where vLLM does not serve it, or somebody must say more of it."""
    known, device = architecture(spec, stack), group_gpu(group)
    if not spec.vllm or known is None or device is None:
        return None
    asked = engine(spec, known, device)
    share = gpu_share(spec, group)
    if not share.isolated and spec.engine.gpu_memory_utilization is None:
        asked = replace(asked, gpu_memory_utilization=share.memory_fraction)
    return fit(known, asked, device, _seen(spec, group))


def _seen(spec: ModelSpec, group: NodeGroupSpec) -> float:
    """The part of the GPU's memory that a server sees: all of it, unless a part is cut off."""
    share = gpu_share(spec, group)
    return share.memory_mib / group.gpu()[2] if share.isolated else 1.0
