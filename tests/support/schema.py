"""Custom resources against the newest definitions of their kinds, strictly."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from components.types import Manifest
from simulation.inspection.closed import Schema, closed

CRDS = Path(__file__).parents[3] / "shared" / "reference" / "upstream" / "crds"
EQUALS = "tag:yaml.org,2002:value"
OBJECT_META: Schema = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "namespace": {"type": "string"},
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
        "finalizers": {"type": "array", "items": {"type": "string"}},
    },
}
"""What a definition says of its objects' metadata is only that there is some."""

NATIVE = {
    *("", "apps", "autoscaling", "batch", "policy"),
    *("networking.k8s.io", "rbac.authorization.k8s.io", "scheduling.k8s.io", "storage.k8s.io"),
}
"""The groups that Kubernetes defines itself; a kind of any other needs a definition."""

NOT_COLLECTED = {"gateway.envoyproxy.io"}
"""The groups whose definitions are not in shared/."""


class _Definitions(yaml.CSafeLoader):
    """YAML in which a bare `=` is a string: one CRD of prometheus-operator has it in an enum."""


_Definitions.add_constructor(EQUALS, lambda loader, node: str(node.value))


def complaints(made: Manifest, crds: Path = CRDS) -> list[str]:
    """All that the newest definition of its kind says against an object, one a line."""
    errors = validator(made["apiVersion"], made["kind"], crds).iter_errors(made)
    return [f"{error.json_path}: {error.message}" for error in errors]


def is_custom(made: Manifest) -> bool:
    """Whether that kind has a CustomResourceDefinition here, and is not Kubernetes' own."""
    return _group(made["apiVersion"]) not in NATIVE | NOT_COLLECTED


def definitions(groups: Collection[str], crds: Path = CRDS) -> list[Manifest]:
    """The definitions of all kinds of those groups."""
    files = [file for (group, _), file in _files(crds).items() if group in groups]
    return [yaml.load((crds / file).read_text(), _Definitions) for file in sorted(files)]


@cache
def validator(api_version: str, kind: str, crds: Path = CRDS) -> Validator:
    """The strict reading of a kind's definition, in that version."""
    file = _files(crds)[_group(api_version), kind]
    definition: Manifest = yaml.load((crds / file).read_text(), _Definitions)
    return Draft202012Validator(strict(definition, api_version.partition("/")[2]))


def strict(definition: Mapping[str, Any], version: str) -> Schema:
    """One served version of a definition; a version that it does not serve is an error."""
    [found] = [v for v in definition["spec"]["versions"] if v["name"] == version and v["served"]]
    schema: Schema = found["schema"]["openAPIV3Schema"]
    whole = {"type": "string"}
    root = {"apiVersion": whole, "kind": whole, "metadata": OBJECT_META}
    return closed({**schema, "properties": {**schema["properties"], **root}})


def _group(api_version: str) -> str:
    return api_version.rpartition("/")[0]


@cache
def _files(crds: Path) -> Mapping[tuple[str, str], str]:
    """By group and kind; a file's name is its kind's plural and its group."""
    rows = [line.split("\t") for line in (crds / "SOURCES.tsv").read_text().splitlines()[1:]]
    return {(Path(row[0]).stem.partition(".")[2], row[5]): row[0] for row in rows}
