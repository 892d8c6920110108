"""The namespaces of the platform: the strictest level each allows, and its openings.

Levels are what the rendered charts need, ports what their containers listen on. A namespace that is
`privileged` says why in the values file of its operator.
"""

from components.argo_cd.values import NAMESPACE as ARGO_CD
from components.aws_load_balancer_controller.values import NAMESPACE as LOAD_BALANCERS
from components.cert_manager.values import NAMESPACE as CERT_MANAGER
from components.cluster_autoscaler.values import NAMESPACE as CLUSTER_AUTOSCALER
from components.dra_driver.values import NAMESPACE as DRA_DRIVER
from components.efa_device_plugin.values import NAMESPACE as EFA_DEVICE_PLUGIN
from components.gateway.values import NAMESPACE as GATEWAY
from components.gpu_operator.values import NAMESPACE as GPU_OPERATOR
from components.keda.values import NAMESPACE as KEDA
from components.knative.values import NAMESPACE as KNATIVE
from components.knative.values import OPERATOR_NAMESPACE as KNATIVE_OPERATOR
from components.kserve.ingress import NAMESPACE as KSERVE
from components.kthena.values import NAMESPACE as KTHENA
from components.logs.elastic import NAMESPACE as LOGGING
from components.logs.elastic import OPERATOR_NAMESPACE as ECK
from components.namespace.spec import Level, NamespaceSpec, Opening
from components.prometheus.values import NAMESPACE as MONITORING
from components.tracing.values import NAMESPACE as TRACING
from components.valkey.values import NAMESPACE as VALKEY
from components.vertical_pod_autoscaler.values import NAMESPACE as VERTICAL_POD_AUTOSCALER
from components.volcano.values import NAMESPACE as VOLCANO
from components.zone_tainter.manifest import NAMESPACE as ZONE_TAINTER
from stacks.config import StackConfig
from stacks.releases.all import releases
from stacks.releases.installed import installed

API_SERVER = (443, 6443)
MODELS = (8080, 8012, 8013, 8022, 9090, 9091)
"""Servers, and the sidecar that Knative puts beside them."""


def _wall(
    level: Level = "restricted",
    *,
    webhooks: tuple[int, ...] = (),
    metrics: tuple[int, ...] = (),
    egress: tuple[int, ...] | None = (),
) -> NamespaceSpec:
    """`webhooks` are open to anybody, `metrics` to Prometheus; `egress` None is to anywhere."""
    openings = (Opening(ports=webhooks), Opening(ports=metrics, source=MONITORING))
    return NamespaceSpec(
        level=level,
        openings=tuple(opening for opening in openings if opening.ports),
        egress_ports=None if egress is None else (*API_SERVER, *egress),
    )


WALLS = {
    ARGO_CD: _wall(metrics=(8082, 8083, 8084), egress=(22,)),
    CERT_MANAGER: _wall(webhooks=(10250,), metrics=(9402,)),
    CLUSTER_AUTOSCALER: _wall(metrics=(8085,)),
    DRA_DRIVER: _wall("privileged", metrics=(8080, 8081)),
    ECK: _wall(webhooks=(9443,), egress=(9200,)),
    EFA_DEVICE_PLUGIN: _wall("privileged"),
    GATEWAY: _wall(webhooks=(9443, 10080, 10443), metrics=(19001,), egress=MODELS),
    GPU_OPERATOR: _wall("privileged", metrics=(8080, 9400)),
    KEDA: _wall(webhooks=(9443, 6443), metrics=(8080,), egress=(9090,)),
    KNATIVE: _wall("baseline", webhooks=(8443, 8012, 8013), metrics=(9090,), egress=MODELS),
    KNATIVE_OPERATOR: _wall(webhooks=(8443,), metrics=(9090,)),
    KSERVE: _wall(webhooks=(9443,), metrics=(8443,)),
    KTHENA: _wall("baseline", webhooks=(8443, 8080), egress=(8080, 6379)),
    LOAD_BALANCERS: _wall(webhooks=(9443,), metrics=(8080,)),
    LOGGING: _wall("privileged", metrics=(2020,), egress=(9200,)),
    MONITORING: _wall("privileged", webhooks=(10250,), egress=None),
    TRACING: _wall(webhooks=(4317, 4318)),
    VALKEY: _wall(webhooks=(6379,), metrics=(9121,)),
    VERTICAL_POD_AUTOSCALER: _wall(metrics=(8942,)),
    VOLCANO: _wall(webhooks=(8443,), metrics=(8080, 8081)),
    ZONE_TAINTER: _wall(),
}
"""A NamespaceSpec for every namespace that a release may name."""

QUERIES = Opening(ports=(9090,), source=KEDA)
STORE = Opening(ports=(9200,), source=ECK)
FROM_OUTSIDE = Opening(ports=(8080, 8443), source=GATEWAY)
EXTRA = {MONITORING: QUERIES, LOGGING: STORE, KNATIVE: FROM_OUTSIDE}


def namespaces(config: StackConfig) -> dict[str, NamespaceSpec]:
    """The walled namespaces of what this stack installs, by name."""
    homes = {home for release in releases(config) for home in release.homes()}
    homes |= {ZONE_TAINTER} if installed(config.platform.zone_tainter) else set()
    return {home: _wall_of(home, config) for home in sorted(homes & WALLS.keys())}


def _wall_of(home: str, config: StackConfig) -> NamespaceSpec:
    """The agent of the local model cache writes to the nodes' disks."""
    wall = WALLS[home]
    if home in EXTRA:
        wall = wall.model_copy(update={"openings": (*wall.openings, EXTRA[home])})
    caches = config.platform.kserve is not None and config.platform.kserve.local_models is not None
    return wall.model_copy(update={"level": "privileged"}) if home == KSERVE and caches else wall
