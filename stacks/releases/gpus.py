"""What makes GPUs visible: NVIDIA's operator, and the DRA driver where it takes its place."""

from collections.abc import Iterator

import components.dra_driver.values as dra_driver
import components.gpu_operator.values as gpu_operator
from components.helm.spec import Release
from components.platform.site import Site
from stacks import charts
from stacks.config import StackConfig
from stacks.releases import names
from stacks.releases.installed import installed

MINUTES_FOR_A_DRIVER = 30


def gpus(config: StackConfig, site: Site) -> Iterator[Release]:
    """The driver finds GPUs by the labels that the operator's feature discovery writes."""
    platform = config.platform
    if operator := installed(platform.gpu_operator):
        yield Release(
            name=names.GPU_OPERATOR,
            namespace=gpu_operator.NAMESPACE,
            chart=charts.GPU_OPERATOR,
            values=gpu_operator.values(
                operator,
                site,
                config.node_groups,
                owns_discovery=platform.node_feature_discovery is None,
                owns_devices=platform.dra_driver is None,
            ),
            after=names.MONITORED,
            timeout_seconds=MINUTES_FOR_A_DRIVER * 60,
        )
    if installed(platform.dra_driver):
        yield Release(
            name="dra-driver-nvidia-gpu",
            namespace=dra_driver.NAMESPACE,
            chart=charts.DRA_DRIVER,
            values=dra_driver.values(site),
            after=frozenset({names.GPU_OPERATOR}),
        )
