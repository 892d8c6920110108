"""The cluster runs a Kubernetes version that is pinned here and supported by EKS.

Whether the operators are made for it is asked by version_windows.
"""

from collections.abc import Iterator
from datetime import timedelta

from catalogue.kubernetes_versions import COLLECTED, kubernetes_versions
from components.cluster.eks import EksCluster
from stacks import versions
from stacks.config import StackConfig
from stacks.problem import Path, Problem

PATH: Path = ("cluster", "eks", "kubernetes")
NOTICE = timedelta(days=60)
"""Less standard support than this is none: an upgrade takes longer."""


def eks_version(config: StackConfig) -> Iterator[Problem]:
    """Refuses a version without pins, and one at the end of its support."""
    if config.cluster.eks is not None:
        yield from _pinned(config.cluster.eks)
        yield from _supported(config.cluster.eks)


def _pinned(eks: EksCluster) -> Iterator[Problem]:
    pinned = sorted(versions.EKS_AMI_RELEASES.keys() & versions.EKS_ADDONS.keys())
    if eks.kubernetes not in pinned:
        what = f"{eks.kubernetes} has no pinned image and add-ons"
        yield Problem(PATH, what, f"use {', '.join(pinned)}, or add it to stacks/versions.py")


def _supported(eks: EksCluster) -> Iterator[Problem]:
    version = kubernetes_versions().get(eks.kubernetes)
    if version is None:
        known = ", ".join(kubernetes_versions())
        yield Problem(PATH, f"EKS does not run {eks.kubernetes}", f"known here: {known}")
        return
    end = version.extended_until if eks.support == "extended" else version.standard_until
    if end is None or end < COLLECTED + NOTICE:
        what = f"{eks.support} support of {version.name} ends {end or 'in the past'}"
        yield Problem(PATH, what, "use a newer version; it goes up one minor at a time")
