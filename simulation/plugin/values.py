"""The engine's property bags are plain Python values here, but for secrets and unknowns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from google.protobuf.struct_pb2 import Struct, Value

Properties = dict[str, Any]

SIGNATURE: Final = "4dabf18193072939515e22adb298388d"
SECRET: Final = "1b47061264138c4ac30d75fd1eb44270"
UNKNOWN_TEXT: Final = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


@dataclass(frozen=True)
class Secret:
    """A value that the engine keeps encrypted."""

    value: Any


class Unknown:
    """A value that a preview cannot know yet."""

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN: Final = Unknown()


def properties(struct: Struct) -> Properties:
    """What the engine sent."""
    return {key: _read(value) for key, value in struct.fields.items()}


def struct(values: Properties) -> Struct:
    """What the engine will receive."""
    message = Struct()
    for key, value in values.items():
        _write(message.fields[key], value)
    return message


def revealed(value: Any) -> Any:
    """The value without its secret wrappers, down to the leaves, as a copy."""
    if isinstance(value, Secret):
        return revealed(value.value)
    if isinstance(value, dict):
        return {key: revealed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [revealed(item) for item in value]
    return value


def contains(kind: type[Secret] | type[Unknown], value: Any) -> bool:
    """Whether a secret, or an unknown, sits anywhere in the value."""
    if isinstance(value, kind):
        return True
    if isinstance(value, Secret):
        return contains(kind, value.value)
    if isinstance(value, dict):
        return any(contains(kind, item) for item in value.values())
    return isinstance(value, list) and any(contains(kind, item) for item in value)


def _read(value: Value) -> Any:
    kind = value.WhichOneof("kind")
    return _READERS[kind](value) if kind else None


def _number(value: Value) -> int | float:
    number = value.number_value
    return int(number) if number.is_integer() else number


def _string(value: Value) -> Any:
    return UNKNOWN if value.string_value == UNKNOWN_TEXT else value.string_value


def _object(value: Value) -> Any:
    fields = properties(value.struct_value)
    return Secret(fields.get("value")) if fields.get(SIGNATURE) == SECRET else fields


def _list(value: Value) -> list[Any]:
    return [_read(item) for item in value.list_value.values]


_READERS: Final[dict[str, Callable[[Value], Any]]] = {
    "null_value": lambda _: None,
    "bool_value": lambda value: value.bool_value,
    "number_value": _number,
    "string_value": _string,
    "struct_value": _object,
    "list_value": _list,
}


def _write(message: Value, value: Any) -> None:
    if isinstance(value, dict):
        _write_object(message, value)
    elif isinstance(value, list):
        _write_list(message, value)
    elif isinstance(value, Secret):
        _write_object(message, {SIGNATURE: SECRET, "value": value.value})
    else:
        _write_leaf(message, value)


def _write_object(message: Value, value: Properties) -> None:
    message.struct_value.SetInParent()
    for key, item in value.items():
        _write(message.struct_value.fields[key], item)


def _write_list(message: Value, value: list[Any]) -> None:
    message.list_value.SetInParent()
    for item in value:
        _write(message.list_value.values.add(), item)


def _write_leaf(message: Value, value: Any) -> None:
    if value is None:
        message.null_value = 0
    elif isinstance(value, bool):
        message.bool_value = value
    elif isinstance(value, int | float):
        message.number_value = value
    else:
        message.string_value = UNKNOWN_TEXT if value is UNKNOWN else value
