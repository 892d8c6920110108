"""Operators and settings that cannot be had together."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.releases.aws import in_cluster


def operator_conflicts(config: StackConfig) -> Iterator[Problem]:
    """Refuses two owners of the same GPUs, uncounted shares, an open door without a lock."""
    yield from _devices(config)
    yield from _shares(config)
    yield from _exposure(config)
    yield from _cluster_name(config)


def _devices(config: StackConfig) -> Iterator[Problem]:
    """KServe asks for `nvidia.com/gpu`, which nobody offers once DRA owns the devices."""
    if config.platform.dra_driver is not None and config.models:
        yield Problem(
            ("platform", "dra_driver"),
            "replaces the device plugin, and then no node offers the models' `nvidia.com/gpu`",
            "leave it out; claims for GPUs are for workloads of your own",
        )


def _shares(config: StackConfig) -> Iterator[Problem]:
    """Volcano counts virtual GPUs only where its plugin `deviceshare` is told to."""
    volcano = config.platform.volcano
    virtual = [k for k, g in config.node_groups.items() if g.sharing and g.sharing.vgpu]
    if volcano is None or volcano.provided or not virtual:
        return
    plugins = [plugin for tier in volcano.scheduler.tiers for plugin in tier]
    if not any(p.arguments.get("deviceshare.VGPUEnable") is True for p in plugins):
        yield Problem(
            ("platform", "volcano", "scheduler"),
            f"does not count the virtual GPUs of `{virtual[0]}`",
            "add the plugin deviceshare with `deviceshare.VGPUEnable: true`",
        )


def _cluster_name(config: StackConfig) -> Iterator[Problem]:
    """On a cluster that this stack builds, these know it without being told."""
    for name, spec in in_cluster(config).operators().items():
        told = getattr(spec, "cluster_name", "-") and getattr(spec, "region", "-")
        if not spec.provided and not told:
            what = "does not know which cluster and region it may act on"
            yield Problem(("platform", name), what, "say its cluster_name (and region)")


def _exposure(config: StackConfig) -> Iterator[Problem]:
    gateway = config.platform.gateway
    if gateway is not None and gateway.exposure == "internet" and gateway.tls_secret is None:
        yield Problem(
            ("platform", "gateway", "exposure"),
            "leads from the internet to the models without encryption",
            "name a `tls_secret`",
        )
