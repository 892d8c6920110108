"""Every Helm release of a stack, in no order: each says what it comes after."""

from collections.abc import Callable, Iterable

from components.helm.order import among
from components.helm.spec import Release
from components.platform.site import Site
from stacks.config import StackConfig
from stacks.releases.aws import aws
from stacks.releases.gpus import gpus
from stacks.releases.ground import ground
from stacks.releases.observing import observing
from stacks.releases.serving import serving

Group = Callable[[StackConfig, Site], Iterable[Release]]

GROUPS: tuple[Group, ...] = (ground, gpus, serving, aws, observing)


def releases(config: StackConfig) -> list[Release]:
    """What this stack installs; what is provided or absent is nobody's `after`."""
    site = site_of(config)
    return among(release for group in GROUPS for release in group(config, site))


def site_of(config: StackConfig) -> Site:
    """What the values of every operator need to know of the others."""
    return Site(
        replicas=config.platform.replicas,
        monitored=config.platform.prometheus is not None,
        eks=config.cluster.existing is None,
    )
