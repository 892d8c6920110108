"""What a stack may ask of its metrics: how long they are kept, and who is told."""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from components.operator import OperatorSpec
from components.types import AtLeastOne, Spec


class Alerting(Spec):
    """Alertmanager's routing tree and receivers, in its own words.

    A receiver names files under /etc/alertmanager/secrets/<secret>/ for what is secret; `secrets`
    are the Secrets of the monitoring namespace to mount there.
    """

    route: dict[str, Any]
    receivers: tuple[dict[str, Any], ...] = Field(min_length=1)
    secrets: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _routes_lead_somewhere(self) -> Self:
        known = {str(receiver.get("name")) for receiver in self.receivers}
        lost = sorted(_receivers(self.route) - known)
        if lost:
            raise ValueError(f"routes to {lost[0]}, which is not among the receivers; add it")
        return self


def _receivers(route: dict[str, Any]) -> set[str]:
    below = [name for child in route.get("routes", ()) for name in _receivers(child)]
    return {str(route["receiver"])}.union(below) if "receiver" in route else set(below)


class PrometheusSpec(OperatorSpec):
    """Prometheus, Alertmanager and Grafana.

    `retention_days` or `disk_gib`, whichever is reached first. `alerting` None tells nobody.
    `control_plane` is whether scheduler, controllers, etcd and kube-proxy can be scraped: EKS hides
    them, and their absence would be an alert for ever. `grafana_secret` holds the administrator's
    `admin-user` and `admin-password`.
    """

    retention_days: AtLeastOne = 15
    disk_gib: AtLeastOne = 100
    storage_class: str | None = None
    alerting: Alerting | None = None
    control_plane: Literal["hidden", "visible"] = "hidden"
    grafana_secret: str = "grafana-admin"
