"""Whatever needs an operator has it: installed by this stack, or provided by the cluster."""

from collections.abc import Iterator

from components.model.autoscaling import scaler
from components.model.spec import ModelSpec
from components.platform.spec import PlatformSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem

Need = tuple[Path, str, str]
"""Who needs it, which operator, and what for."""


def operators(config: StackConfig) -> Iterator[Problem]:
    """Refuses what needs an absent operator, with the name of both."""
    there = config.platform.operators()
    for path, operator, purpose in needs(config):
        if operator not in there:
            yield Problem(
                path,
                f"needs {operator} {purpose}, and `platform.{operator}` is absent",
                f"add `{operator}: {{}}` to the platform, or `{operator}: provided`",
            )


def needs(config: StackConfig) -> Iterator[Need]:
    """All that this stack needs, from its models down to the operators' own."""
    yield from _models(config)
    yield from _groups(config)
    yield from _platform(config.platform)


def _models(config: StackConfig) -> Iterator[Need]:
    for name, model in config.models.items():
        path: Path = ("models", name)
        yield path, "kserve", "to be served"
        yield path, "volcano", "to be scheduled"
        if model.nodes > 1 and _joined(config, model):
            yield (*path, "nodes"), "efa_device_plugin", "to be offered its nodes' EFA interfaces"
        if model.mode == "knative":
            yield (*path, "mode"), "knative", "to scale to zero"
        elif scaler(model) in ("external", "keda"):
            yield (*path, "scaling"), "keda", "to change its replicas"
    if config.metrics is not None and config.metrics.scrape == "pod_monitors":
        yield ("metrics", "scrape"), "prometheus", "to read what pod monitors point at"


def _joined(config: StackConfig, model: ModelSpec) -> bool:
    group = config.node_groups.get(model.node_group)
    return group is not None and group.interconnect is not None


def _groups(config: StackConfig) -> Iterator[Need]:
    used = {model.node_group for model in config.models.values()}
    for name, group in config.node_groups.items():
        path: Path = ("node_groups", name)
        if group.gpu()[1] and name in used:
            yield path, "gpu_operator", "to offer its GPUs to pods"
        if group.sharing is not None and group.sharing.vgpu is not None:
            yield (*path, "sharing", "vgpu"), "vgpu_device_plugin", "to divide its GPUs"
            yield (*path, "sharing", "vgpu"), "volcano", "to count their parts"


def _platform(platform: PlatformSpec) -> Iterator[Need]:
    """A provided operator has what it needs: somebody saw to it."""
    installed = {name for name, spec in platform.operators().items() if not spec.provided}
    for name in ("kserve", "kthena"):
        if name in installed:
            yield ("platform", name), "cert_manager", "for its webhooks' certificates"
    if platform.knative is not None and platform.knative.ingress == "istio":
        yield ("platform", "knative", "ingress"), "istio", "as its ingress"
    if platform.gateway is not None and "gateway" in installed:
        yield ("platform", "gateway"), "kserve", "whose models it leads to"
    if "dra_driver" in installed:
        yield ("platform", "dra_driver"), "gpu_operator", "to find the nodes with GPUs"
