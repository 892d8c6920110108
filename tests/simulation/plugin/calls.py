"""One object of the engine's, and the kinds that the provider's tests ask about."""

from typing import Any

from simulation.plugin.values import Properties

CONFIG_MAP = "kubernetes:core/v1:ConfigMap"
SERVICE = "kubernetes:core/v1:Service"
WIDGET = "kubernetes:plugin.test/v1:Widget"
CLAIM = "kubernetes:core/v1:PersistentVolumeClaim"
JOB = "kubernetes:batch/v1:Job"


def thing(namespace: str, name: str = "thing", **fields: Any) -> Properties:
    """An object, and its annotations of Pulumi's where they are given."""
    annotations = {f"pulumi.com/{key}": value for key, value in fields.pop("told", {}).items()}
    metadata: Properties = {"name": name, "namespace": namespace}
    return {"metadata": metadata | ({"annotations": annotations} if annotations else {}), **fields}


def service(namespace: str, **spec: Any) -> Properties:
    ports = [{"port": 80}]
    return thing(namespace, spec={"ports": ports, **spec})
