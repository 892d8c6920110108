"""What a stack may ask of KServe."""

from components.operator import OperatorSpec
from components.types import AtLeastOne, Positive, Spec


class Download(Spec):
    """What the init container that fetches a model may use: cores and GiB, as limits.

    KServe's own limits (1 CPU, 1 GiB) kill the download of a model of more than a few GiB.
    """

    cpu: Positive = 4
    memory_gib: Positive = 8


class LocalModels(Spec):
    """A cache of models on the disks of every group with `keeps_models`, filled before a pod asks.

    `disk_gib` is what it may take of each node.
    """

    disk_gib: AtLeastOne = 500


class KServeSpec(OperatorSpec):
    """KServe. Every model says its own mode; the cluster's default is `Standard`."""

    download: Download = Download()
    local_models: LocalModels | None = None
