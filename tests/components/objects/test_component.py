"""Every manifest becomes one resource of its own name, in its namespace, below its owner."""

import pulumi
import pulumi_kubernetes as k8s

from components.objects.component import Objects, ObjectsArgs
from components.types import Manifest
from tests.support.recorder import Recording, record

MODEL = "gpu-inference:model:Model"
SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"
ACCOUNT = "kubernetes:core/v1:ServiceAccount"
CACHE = "kubernetes:serving.kserve.io/v1alpha1:LocalModelCache"


def manifest(api: str, kind: str, **more: object) -> Manifest:
    meta = {"name": "llm", "namespace": "chat"} if kind != "LocalModelCache" else {"name": "llm"}
    return {"apiVersion": api, "kind": kind, "metadata": meta, **more}


MANIFESTS = [
    manifest("serving.kserve.io/v1beta1", "InferenceService", spec={"predictor": {}}),
    manifest("serving.kserve.io/v1alpha1", "LocalModelCache", spec={"nodeGroups": ["a"]}),
    manifest("v1", "ServiceAccount", secrets=[{"name": "s"}], automountServiceAccountToken=False),
    manifest("rbac.authorization.k8s.io/v1", "RoleBinding", roleRef={"name": "r"}, subjects=[]),
]


def build() -> None:
    cluster = k8s.Provider("cluster", kubeconfig="{}")
    namespace = k8s.core.v1.Namespace("ns", metadata={"name": "chat"})
    Objects(
        "llm",
        ObjectsArgs(type=MODEL, manifests=MANIFESTS, namespace=namespace.metadata.name),
        pulumi.ResourceOptions(provider=cluster),
    )


def recording() -> Recording:
    return record(build)


def test_registers_every_manifest_and_nothing_else() -> None:
    mine = [r for r in recording() if r.parent == "llm"]

    assert len(mine) == len(MANIFESTS)
    assert {r.provider for r in mine} == {"cluster"}


def test_hands_every_field_on() -> None:
    account = recording().named("llm", type=ACCOUNT).inputs

    assert account["secrets"] == [{"name": "s"}]
    assert account["automountServiceAccountToken"] is False


def test_waits_for_the_namespace_that_it_goes_to() -> None:
    service = recording().named("llm", type=SERVICE)

    assert service.inputs["metadata"]["namespace"] == "chat"
    assert "ns" in service.depends_on


def test_what_belongs_to_no_namespace_gets_none() -> None:
    cache = recording().named("llm", type=CACHE)

    assert "namespace" not in cache.inputs["metadata"]


def test_previews_before_its_namespace_exists() -> None:
    unknown = {"kubernetes:core/v1:Namespace": {"metadata": pulumi.UNKNOWN}}
    service = record(build, outputs=unknown, preview=True).named("llm", type=SERVICE)

    assert service.inputs["metadata"]["namespace"] == "[unknown]"
