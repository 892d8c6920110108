"""Elasticsearch and Kibana as ECK's custom resources (elastic/cloud-on-k8s 3.5.0)."""

from components.availability import resources
from components.hardening import SECCOMP
from components.logs.spec import ElasticsearchStore
from components.types import Manifest

OPERATOR_NAMESPACE = "elastic-system"
NAMESPACE = "logging"
NAME = "logs"
HTTP_SERVICE = f"{NAME}-es-http.{NAMESPACE}.svc"
PASSWORD_SECRET = f"{NAME}-es-elastic-user"
PASSWORD_VARIABLE = "ELASTIC_PASSWORD"
CA_SECRET = f"{NAME}-es-http-certs-public"
CA_MOUNT = "/fluent-bit/elasticsearch"
API = "k8s.elastic.co/v1"


def eck_values() -> Manifest:
    """The operator's values, as far as they differ from its chart's."""
    return {
        "installCRDs": False,
        "resources": resources(0.1, 0.5),
        "podSecurityContext": SECCOMP,
        "telemetry": {"disabled": True},
    }


def elasticsearch(store: ElasticsearchStore, version: str) -> Manifest:
    """The store. `allow_mmap` false: to raise vm.max_map_count would take a privileged pod."""
    nodes = {
        "name": "default",
        "count": store.nodes,
        "config": {"node.store.allow_mmap": False},
        "podTemplate": _pod("elasticsearch", resources(1, 4)),
        "volumeClaimTemplates": [_claim(store)],
    }
    return {
        "apiVersion": f"elasticsearch.{API}",
        "kind": "Elasticsearch",
        "metadata": {
            "name": NAME,
            "namespace": NAMESPACE,
            "annotations": {"pulumi.com/waitFor": "jsonpath={.status.phase}=Ready"},
        },
        "spec": {"version": version, "nodeSets": [nodes]},
    }


def kibana(version: str) -> Manifest:
    """The window to it; reached by port-forward."""
    return {
        "apiVersion": f"kibana.{API}",
        "kind": "Kibana",
        "metadata": {"name": NAME, "namespace": NAMESPACE},
        "spec": {
            "version": version,
            "count": 1,
            "elasticsearchRef": {"name": NAME},
            "podTemplate": _pod("kibana", resources(0.5, 2)),
        },
    }


def _pod(container: str, amounts: Manifest) -> Manifest:
    return {"spec": {"containers": [{"name": container, "resources": amounts}]}}


def _claim(store: ElasticsearchStore) -> Manifest:
    claim: Manifest = {
        "accessModes": ["ReadWriteOnce"],
        "resources": {"requests": {"storage": f"{store.disk_gib}Gi"}},
    }
    if store.storage_class is not None:
        claim["storageClassName"] = store.storage_class
    return {"metadata": {"name": "elasticsearch-data"}, "spec": claim}
