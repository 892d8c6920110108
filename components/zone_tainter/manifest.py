"""The zone tainter in the cluster: who it is, what it may do, its program, and its pods."""

import hashlib
from pathlib import Path

from components.availability import disruption_budget, resources, spread
from components.hardening import CONTAINER, POD
from components.node_group.loss import SERVING_SECONDS, leaving_after
from components.platform.site import Site
from components.types import Manifest
from components.zone_tainter.program.alive import LOOPS, WATCHES

NAMESPACE = "zone-tainter"
NAME = "zone-tainter"
LABELS = {"app.kubernetes.io/name": NAME}
NOBODY = 65534
PROGRAM = Path(__file__).parent / "program"
MODULE = "components.zone_tainter.program"
HOME = "/program"
CREDENTIALS = "/credentials"
TOKEN_SECONDS = 3600
FOLDER = f"{HOME}/{MODULE.replace('.', '/')}"


def zone_tainter(site: Site, image: str) -> list[Manifest]:
    """All of it; `image` has Python 3.11 or later, and nothing else is asked of it."""
    held = _program(program())
    deployment = _deployment(site, image, held["metadata"]["name"])
    budget = [disruption_budget(NAME, NAMESPACE, LABELS)] if site.several else []
    return [_meta("v1", "ServiceAccount"), *rights(), held, deployment, *budget]


def rights() -> list[Manifest]:
    """To see nodes and to change them: taints have no resource of their own."""
    rule = {"apiGroups": [""], "resources": ["nodes"], "verbs": ["list", "watch", "patch"]}
    account = {"kind": "ServiceAccount", "name": NAME, "namespace": NAMESPACE}
    role = {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": NAME}
    return [
        _cluster_wide("ClusterRole", {"rules": [rule]}),
        _cluster_wide("ClusterRoleBinding", {"roleRef": role, "subjects": [account]}),
    ]


def _cluster_wide(kind: str, content: Manifest) -> Manifest:
    version = "rbac.authorization.k8s.io/v1"
    return {"apiVersion": version, "kind": kind, "metadata": {"name": NAME}, **content}


def program() -> dict[str, str]:
    """The files that the pod runs, by name."""
    return {path.name: path.read_text() for path in sorted(PROGRAM.glob("*.py"))}


def _program(files: dict[str, str]) -> Manifest:
    """Named after what is in it: another program is another object, and starts the pods anew."""
    digest = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:8]
    return {**_meta("v1", "ConfigMap", f"{NAME}-{digest}"), "immutable": True, "data": files}


def _meta(version: str, kind: str, name: str = NAME) -> Manifest:
    metadata = {"name": name, "namespace": NAMESPACE}
    return {"apiVersion": version, "kind": kind, "metadata": metadata}


def _deployment(site: Site, image: str, held: str) -> Manifest:
    return {
        **_meta("apps/v1", "Deployment"),
        "spec": {
            "replicas": site.replicas,
            "selector": {"matchLabels": LABELS},
            "template": {"metadata": {"labels": LABELS}, "spec": _pod(image, held)},
        },
    }


def _pod(image: str, held: str) -> Manifest:
    """Every replica acts: the one that is left needs no election."""
    return {
        "serviceAccountName": NAME,
        "automountServiceAccountToken": False,
        "topologySpreadConstraints": spread(LABELS),
        "tolerations": leaving_after(SERVING_SECONDS),
        "securityContext": {**POD, "runAsUser": NOBODY},
        "volumes": [
            {"name": "program", "configMap": {"name": held}},
            {"name": "credentials", "projected": {"sources": _credentials()}},
            {"name": "tmp", "emptyDir": {"sizeLimit": "1Mi"}},
        ],
        "containers": [_container(image)],
    }


def _container(image: str) -> Manifest:
    return {
        "name": NAME,
        "image": image,
        "command": ["python", "-m", MODULE, CREDENTIALS],
        "workingDir": HOME,
        "env": [{"name": "PYTHONDONTWRITEBYTECODE", "value": "1"}],
        "resources": resources(0.05, 0.125),
        "securityContext": CONTAINER,
        "livenessProbe": {**_probe(LOOPS), "periodSeconds": 30},
        "readinessProbe": {**_probe(WATCHES), "periodSeconds": 10},
        "volumeMounts": [
            {"name": "program", "mountPath": FOLDER, "readOnly": True},
            {"name": "credentials", "mountPath": CREDENTIALS, "readOnly": True},
            {"name": "tmp", "mountPath": "/tmp"},
        ],
    }


def _credentials() -> list[Manifest]:
    """A token that this container alone is given, and whom to trust with it."""
    token = {"path": "token", "expirationSeconds": TOKEN_SECONDS}
    authority = {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}
    return [{"serviceAccountToken": token}, {"configMap": authority}]


def _probe(sign: str) -> Manifest:
    """A program that may not see the nodes is never ready, and a rollout of it goes no further."""
    return {"exec": {"command": ["python", "-m", f"{MODULE}.alive", sign]}, "timeoutSeconds": 5}
