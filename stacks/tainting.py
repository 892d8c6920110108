"""The zone tainter of a stack, which no chart has: it is a program of this repository."""

from components.types import Manifest
from components.zone_tainter.manifest import zone_tainter
from stacks import versions
from stacks.config import StackConfig
from stacks.releases.all import site_of
from stacks.releases.installed import installed


def tainting(config: StackConfig) -> list[Manifest]:
    """Its objects; none where it is absent, or somebody else's."""
    spec = installed(config.platform.zone_tainter)
    return zone_tainter(site_of(config), spec.image or versions.PYTHON_IMAGE) if spec else []
