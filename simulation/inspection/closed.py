"""A Kubernetes schema as a strict JSON Schema: what it does not name, it does not allow.

Kubernetes drops unknown fields silently, so a misspelt one is lost; here it is an error.
"""

from typing import Any

Schema = dict[str, Any]

INT_OR_STRING = [{"type": "integer"}, {"type": "string"}]
OPEN = "x-kubernetes-preserve-unknown-fields"
EMBEDDED = "x-kubernetes-embedded-resource"
KEPT = (
    *("type", "enum", "pattern", "format", "required", "default", "$ref", "uniqueItems"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    *("allOf", "anyOf", "oneOf", "not"),
)
OBJECT_KEYS: dict[str, Schema] = {"apiVersion": {}, "kind": {}, "metadata": {}}


def closed(schema: Schema) -> Schema:
    """`schema` without Kubernetes' own words, each of which is said in plain JSON Schema.

    Inside allOf, anyOf, oneOf and not stand further conditions on named fields, never new fields:
    those parts stay as they are.
    """
    plain = {key: schema[key] for key in KEPT if key in schema}
    if schema.get("x-kubernetes-int-or-string") or schema.get("format") == "int-or-string":
        plain = {"anyOf": INT_OR_STRING, **_without(plain, "type", "oneOf", "format")}
    if "items" in schema:
        plain["items"] = closed(schema["items"])
    if _is_object(schema):
        plain |= _fields(schema)
    return _nullable(plain) if schema.get("nullable") else plain


def _is_object(schema: Schema) -> bool:
    return schema.get("type") == "object" or "properties" in schema


def _fields(schema: Schema) -> Schema:
    named = {key: closed(value) for key, value in schema.get("properties", {}).items()}
    if schema.get(EMBEDDED):
        named = OBJECT_KEYS | named
    return {"properties": named, "additionalProperties": _further(schema)}


def _further(schema: Schema) -> Schema | bool:
    """What else an object may hold: values of one kind, anything, or nothing."""
    further = schema.get("additionalProperties", bool(schema.get(OPEN)))
    return closed(further) if isinstance(further, dict) else bool(further)


def _nullable(plain: Schema) -> Schema:
    return {"anyOf": [{"type": "null"}, plain]}


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}
