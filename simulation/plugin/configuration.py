"""The provider's own messages: which cluster it serves, and when that becomes another one."""

from typing import Final

from google.protobuf.struct_pb2 import Struct
from pulumi.runtime.proto import provider_pb2

from simulation.plugin import replies, settings
from simulation.plugin.settings import Settings
from simulation.plugin.values import Properties, properties, revealed

ABILITIES: Final = provider_pb2.ConfigureResponse(
    acceptSecrets=True,
    supportsPreview=True,
    acceptResources=False,
    acceptOutputs=False,
    supports_autonaming_configuration=True,
)
PREFIX: Final = "kubernetes:config:"


def configured(request: provider_pb2.ConfigureRequest) -> Settings | None:
    """The settings of this run, or None while its cluster is not known."""
    arguments = revealed(properties(request.args))
    variables = {key.removeprefix(PREFIX): text for key, text in request.variables.items()}
    return settings.settings(variables | arguments)


def difference(request: provider_pb2.DiffRequest) -> provider_pb2.DiffResponse:
    """Which arguments changed, and which of them mean another cluster."""
    old, new = _arguments(request.olds), _arguments(request.news)
    return replies.changed(settings.changed(old, new), settings.replacing(old, new))


def _arguments(message: Struct) -> Properties:
    found: Properties = revealed(properties(message))
    return found
