"""What a stack may ask of the zone tainter."""

from components.operator import OperatorSpec
from components.types import PinnedImage


class ZoneTainterSpec(OperatorSpec):
    """Gives up all silent nodes of a lost zone at once, where Kubernetes takes one in ten seconds.

    `image` has Python 3.11 or later, say in a registry of one's own; None is the official one.
    """

    image: PinnedImage | None = None
