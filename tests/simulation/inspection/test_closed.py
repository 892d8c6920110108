"""A Kubernetes schema read strictly."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from simulation.inspection.closed import Schema, closed

TEXT: Schema = {"type": "string"}
NAMED: Schema = {"type": "object", "properties": {"name": TEXT}}


def accepts(schema: Schema, value: Any) -> bool:
    return Draft202012Validator(closed(schema)).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (NAMED, {"name": "a"}),
        ({**NAMED, "additionalProperties": TEXT}, {"label": "b"}),
        ({**NAMED, "x-kubernetes-preserve-unknown-fields": True}, {"label": 1}),
        ({"x-kubernetes-preserve-unknown-fields": True}, {"anything": [1]}),
        ({"x-kubernetes-int-or-string": True}, "50%"),
        ({"type": "string", "format": "int-or-string"}, 1),
        ({**TEXT, "nullable": True}, None),
        ({**NAMED, "nullable": True}, None),
        ({**NAMED, "x-kubernetes-embedded-resource": True}, {"kind": "Pod", "name": "a"}),
        ({**NAMED, "anyOf": [{"properties": {"name": {"minLength": 1}}}]}, {"name": "a"}),
    ],
)
def test_accepts_what_the_api_server_keeps(schema: Schema, value: Any) -> None:
    assert accepts(schema, value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (NAMED, {"nmae": "a"}),
        ({"type": "array", "items": NAMED}, [{"nmae": "a"}]),
        ({"type": "object", "properties": {"inner": NAMED}}, {"inner": {"nmae": "a"}}),
        ({"type": "object", "additionalProperties": NAMED}, {"inner": {"nmae": "a"}}),
        ({**NAMED, "nullable": True}, {"nmae": "a"}),
        ({"type": "object"}, {"nothing": "is named"}),
        ({"x-kubernetes-int-or-string": True}, 0.5),
        ({"x-kubernetes-int-or-string": True, "pattern": "%$"}, "50"),
        (TEXT, None),
        ({**NAMED, "required": ["name"]}, {}),
        ({**TEXT, "enum": ["a"]}, "b"),
    ],
)
def test_refuses_what_the_api_server_drops_or_refuses(schema: Schema, value: Any) -> None:
    assert not accepts(schema, value)
