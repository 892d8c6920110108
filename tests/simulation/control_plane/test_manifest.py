import pytest

from simulation.control_plane.manifest import path, where


@pytest.mark.parametrize(
    ("version", "kind", "namespace", "expected"),
    [
        ("v1", "Namespace", None, "/api/v1/namespaces/x"),
        ("v1", "ConfigMap", "kserve", "/api/v1/namespaces/kserve/configmaps/x"),
        ("node.k8s.io/v1", "RuntimeClass", None, "/apis/node.k8s.io/v1/runtimeclasses/x"),
        (
            "serving.kserve.io/v1beta1",
            "InferenceService",
            "team",
            "/apis/serving.kserve.io/v1beta1/namespaces/team/inferenceservices/x",
        ),
    ],
)
def test_an_object_says_where_it_lies(
    version: str, kind: str, namespace: str | None, expected: str
) -> None:
    metadata = {"name": "x"} | ({"namespace": namespace} if namespace else {})

    assert path({"apiVersion": version, "kind": kind, "metadata": metadata}) == expected


def test_an_object_is_named_for_people() -> None:
    metadata = {"name": "llama", "namespace": "team"}

    assert where({"apiVersion": "v1", "kind": "Pod", "metadata": metadata}) == "Pod team/llama"
