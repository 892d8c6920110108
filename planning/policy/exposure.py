"""Nothing answers the whole internet unless a list says who may ask."""

from collections.abc import Iterator

from planning.change.recorded import Resource
from planning.policy.rule import Rule

EVERYBODY = {"0.0.0.0/0", "::/0"}
SERVICE = "kubernetes:core/v1:Service"
INTERNAL = {
    "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
    "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
}


def open_load_balancers(resource: Resource) -> Iterator[str]:
    """A load balancer is internal, or has source ranges."""
    spec = resource.inputs.get("spec") or {}
    if resource.type != SERVICE or spec.get("type") != "LoadBalancer":
        return
    said = (resource.inputs.get("metadata") or {}).get("annotations") or {}
    if any(said.get(key) == value for key, value in INTERNAL.items()):
        return
    ranges = set(spec.get("loadBalancerSourceRanges") or EVERYBODY)
    if ranges & EVERYBODY:
        yield "its load balancer answers everybody"


def open_control_planes(resource: Resource) -> Iterator[str]:
    """A public API server has a list of addresses."""
    if resource.type != "eks:index:Cluster":
        return
    ranges = set(resource.inputs.get("publicAccessCidrs") or EVERYBODY)
    if resource.inputs.get("endpointPublicAccess", True) and ranges & EVERYBODY:
        yield "its API server answers everybody"


RULES = (
    Rule(
        id="load-balancer-listed",
        why="a model that everybody can ask is paid for by you",
        mend="make it internal, or list loadBalancerSourceRanges",
        enforcement="mandatory",
        check=open_load_balancers,
    ),
    Rule(
        id="api-server-listed",
        why="the API server is the key to everything",
        mend="switch the public endpoint off, or list publicAccessCidrs",
        enforcement="mandatory",
        check=open_control_planes,
    ),
)
