"""Kthena's values, as far as they differ from the chart's (v1.0.0).

Its Service is a load balancer whatever the values say; `cluster_ip.sh` mends that.
"""

from components.availability import resources
from components.kthena.spec import KthenaSpec
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "kthena-system"
POSTRENDER = "components/kthena/cluster_ip.sh"
LONGEST_ANSWER_SECONDS = 1800


def values(spec: KthenaSpec, site: Site, version: str) -> Manifest:
    """The chart in the repository says `latest`: the image is the chart's own version."""
    router = {
        "replicas": site.replicas,
        "image": {"tag": version},
        "resource": resources(0.5, 0.5),
        "terminationGracePeriodSeconds": LONGEST_ANSWER_SECONDS + 30,
        "drainTimeout": f"{LONGEST_ANSWER_SECONDS}s",
        "fairness": {"enabled": spec.fair},
        **({} if spec.tls_secret is None else _tls(spec.tls_secret)),
    }
    return {
        "workload": {"enabled": False},
        "networking": {"kthenaRouter": router},
        "global": {"certManagementMode": "cert-manager"},
    }


def _tls(secret: str) -> Manifest:
    return {"tls": {"enabled": True, "secretName": secret}}
