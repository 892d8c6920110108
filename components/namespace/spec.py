"""What a namespace of the platform allows: which pods, and whom they may talk to."""

from typing import Literal

from components.types import Spec

Level = Literal["privileged", "baseline", "restricted"]


class Opening(Spec):
    """A hole in the wall: TCP ports of pods that somebody outside the namespace may reach.

    `source` None is anybody, and that is how an API server calls a webhook: it is no pod, and where
    it comes from depends on the cloud. A namespace's name lets only that namespace in.
    """

    ports: tuple[int, ...]
    source: str | None = None


class NamespaceSpec(Spec):
    """The Pod Security level that its pods must meet, and the openings that they need.

    `egress_ports` are the TCP ports that they may reach anywhere, None all; DNS is always open.
    """

    level: Level = "restricted"
    openings: tuple[Opening, ...] = ()
    egress_ports: tuple[int, ...] | None = (443, 6443)
