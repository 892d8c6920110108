"""What every operator's values need to know about the platform they are part of."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Site:
    """`replicas` of each controller that can have several; whether Prometheus is there to scrape.

    `eks` is whether the nodes run the EKS AMI, which brings the GPU driver and container toolkit.
    """

    replicas: int = 2
    monitored: bool = True
    eks: bool = False

    @property
    def several(self) -> bool:
        """Whether a controller may lose a replica, so that a disruption budget makes sense."""
        return self.replicas > 1
