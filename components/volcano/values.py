"""Volcano's values, as far as they differ from the chart's (1.15).

The chart's bundled Prometheus and Grafana stay off (`metrics_enable`), and so do its admissions of
pods: a webhook on every pod, behind a client of 50 requests a second and a timeout of 10 s, is what
loses pods when hundreds come at once. Nothing here needs it: every pod names its scheduler itself.
"""

from components.availability import disruption_budget, resources
from components.hardening import CONTAINER
from components.platform.site import Site
from components.types import Manifest
from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import VolcanoSpec

NAMESPACE = "volcano-system"
USER = 1000
ADMISSIONS = (
    "/jobs/mutate",
    "/jobs/validate",
    "/podgroups/validate",
    "/queues/mutate",
    "/queues/validate",
    "/hypernodes/validate",
)
PARTS = ("admission", "controller", "scheduler")
APPS = tuple(f"volcano-{part}" for part in PARTS)
LOCKED = {**CONTAINER, "runAsNonRoot": True, "runAsUser": USER}
"""Without DAC_OVERRIDE, which the chart gives to a user who could not use it."""
SECONDS_FOR_A_WAVE = 5
WRITES_A_POD = 2
"""A PodGroup and its status."""


def values(spec: VolcanoSpec, site: Site) -> Manifest:
    """Two of each, of which one leads: two schedulers without an election place a pod twice."""
    return {
        "custom": {
            "scheduler_config_override": scheduler_conf(spec.scheduler),
            "enabled_admissions": ",".join(ADMISSIONS),
            "leader_elect_enable": site.several,
            "default_csc": {"capabilities": {"add": None}},
            **{f"{part}_main_csc": LOCKED for part in PARTS},
            **{f"{part}_replicas": site.replicas for part in PARTS},
            **_rates(spec.pods_at_once),
            "admission_resources": resources(0.2, 0.25),
            "controller_resources": resources(0.2, 0.5),
            "scheduler_resources": resources(0.5, 1),
        }
    }


def _rates(pods_at_once: int) -> Manifest:
    """The controller makes a PodGroup for each owner; at 50 a second a wave would take minutes."""
    rate = max(50, pods_at_once * WRITES_A_POD // SECONDS_FOR_A_WAVE)
    return {
        "controller_kube_api_qps": rate,
        "controller_kube_api_burst": 2 * rate,
        "controller_worker_threads_for_podgroup": max(5, rate // 10),
    }


def objects(site: Site) -> tuple[Manifest, ...]:
    """The chart has no budgets."""
    budgets = (disruption_budget(app, NAMESPACE, {"app": app}) for app in APPS)
    return tuple(budgets) if site.several else ()
