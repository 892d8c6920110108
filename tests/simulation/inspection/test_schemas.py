"""Schemas out of the API server's own description."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from simulation.inspection.schemas import file_name, of_kind

DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {
            "core.Pod": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string"},
                    "spec": {"default": {}, "allOf": [{"$ref": "#/components/schemas/core.Spec"}]},
                },
                "x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": "Pod"}],
            },
            "core.Spec": {
                "type": "object",
                "properties": {"again": {"$ref": "#/components/schemas/core.Spec"}},
            },
            "core.Other": {"type": "object"},
        }
    }
}


@pytest.mark.parametrize(
    ("spec", "accepted"),
    [({}, True), ({"again": {"again": {}}}, True), ({"agian": {}}, False)],
)
def test_a_kind_is_strict_all_the_way_down(spec: Any, accepted: bool) -> None:
    schema = of_kind(DOCUMENT, "v1", "Pod")

    assert Draft202012Validator(schema).is_valid({"kind": "Pod", "spec": spec}) is accepted


def test_a_kind_brings_what_it_refers_to_and_nothing_else() -> None:
    schemas = of_kind(DOCUMENT, "v1", "Pod")["components"]["schemas"]

    assert schemas.keys() == {"core.Pod", "core.Spec"}


def test_a_kind_that_the_server_does_not_know_is_an_error() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        of_kind(DOCUMENT, "v1", "Pdo")


@pytest.mark.parametrize(
    ("version", "kind", "name"),
    [
        ("v1", "Pod", "v1-v1-pod.json"),
        ("apps/v1", "Deployment", "apps-v1-deployment.json"),
        (
            "serving.kserve.io/v1beta1",
            "InferenceService",
            "serving.kserve.io-v1beta1-inferenceservice.json",
        ),
    ],
)
def test_a_file_lies_where_kubeconform_looks_for_it(version: str, kind: str, name: str) -> None:
    assert file_name(version, kind) == name
