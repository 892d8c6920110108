"""Fluent Bit's values, as far as they differ from the chart's (0.58.1).

Argued exception: its namespace is `privileged`, because it reads the nodes' /var/log as root.
"""

from components.availability import resources
from components.hardening import CONTAINER, SECCOMP
from components.logs.elastic import CA_MOUNT, CA_SECRET, PASSWORD_SECRET, PASSWORD_VARIABLE
from components.logs.output import outputs
from components.logs.spec import LogsSpec
from components.platform.site import Site
from components.types import Manifest


def values(spec: LogsSpec, site: Site) -> Manifest:
    """On every node, whatever its taints: a GPU node's logs are the ones that are read."""
    return {
        "config": {"outputs": outputs(spec)},
        "resources": resources(0.1, 0.25),
        "tolerations": [{"operator": "Exists"}],
        "podSecurityContext": SECCOMP,
        "securityContext": CONTAINER,
        "serviceMonitor": {"enabled": site.monitored},
        "testFramework": {"enabled": False},
        **({} if spec.elasticsearch is None else _trust()),
    }


def _trust() -> Manifest:
    """The password and the authority that ECK made; Fluent Bit lives where they are."""
    key = {"name": PASSWORD_SECRET, "key": "elastic"}
    return {
        "env": [{"name": PASSWORD_VARIABLE, "valueFrom": {"secretKeyRef": key}}],
        "extraVolumes": [{"name": "elasticsearch", "secret": {"secretName": CA_SECRET}}],
        "extraVolumeMounts": [{"name": "elasticsearch", "mountPath": CA_MOUNT, "readOnly": True}],
    }
