"""Which engine serves the models."""

from components.types import PinnedImage, Spec


class RuntimeSpec(Spec):
    """The vLLM image of a stack; None is the version this platform was tested with."""

    image: PinnedImage | None = None
