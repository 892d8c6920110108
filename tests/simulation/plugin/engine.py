"""The engine's side of the protocol, without the engine: one call, one answer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc

from simulation.plugin.values import Properties, properties, struct

DETAILS = "grpc-status-details-bin"


class Answered(Exception):
    """An answer that is an error, with what is kept of the object, if it is partial."""

    def __init__(self, error: grpc.RpcError) -> None:
        super().__init__(error.details())
        trailers = dict(error.trailing_metadata() or ())
        self.partial = DETAILS in trailers


@dataclass(frozen=True)
class Protocol:
    """One configured provider."""

    stub: Any

    def configure(self, kubeconfig: Path, **arguments: Any) -> None:
        """As the engine does once for each provider."""
        given = {"kubeconfig": kubeconfig.read_text(), **arguments}
        self._ask("Configure", provider_pb2.ConfigureRequest(args=struct(given)))

    def check(self, token: str, inputs: Properties) -> Properties:
        """The inputs as they will be used."""
        request = provider_pb2.CheckRequest(urn=urn(token), news=struct(inputs))
        return properties(self._ask("Check", request).inputs)

    def create(self, token: str, inputs: Properties, *, dry: bool = False) -> Properties:
        """What is kept of a new object."""
        checked = self.check(token, inputs)
        request = provider_pb2.CreateRequest(
            urn=urn(token), properties=struct(checked), preview=dry
        )
        return properties(self._ask("Create", request).properties)

    def update(
        self, token: str, state: Properties, inputs: Properties, *, dry: bool = False, **more: Any
    ) -> Properties:
        """What is kept of a changed one."""
        request = provider_pb2.UpdateRequest(
            urn=urn(token), olds=struct(state), news=struct(inputs), preview=dry, **more
        )
        return properties(self._ask("Update", request).properties)

    def diff(self, token: str, state: Properties, inputs: Properties) -> set[str]:
        """The paths that changed."""
        request = provider_pb2.DiffRequest(urn=urn(token), olds=struct(state), news=struct(inputs))
        return set(self._ask("Diff", request).detailedDiff)

    def read(self, token: str, identifier: str, state: Properties | None = None) -> Properties:
        """What is there now."""
        request = provider_pb2.ReadRequest(
            urn=urn(token), id=identifier, properties=struct(state or {})
        )
        return properties(self._ask("Read", request).properties)

    def delete(self, token: str, state: Properties, timeout: float = 0) -> None:
        """Nothing is left."""
        request = provider_pb2.DeleteRequest(
            urn=urn(token), properties=struct(state), timeout=timeout
        )
        self._ask("Delete", request)

    def cancel(self) -> None:
        """As the engine does when a person interrupts it."""
        self._ask("Cancel", Empty())

    def _ask(self, method: str, request: Any) -> Any:
        try:
            return getattr(self.stub, method)(request)
        except grpc.RpcError as error:
            raise Answered(error) from None


def urn(token: str) -> str:
    """The name that the engine would give the only resource of this type."""
    return f"urn:pulumi:test::plugin::{token}::thing"


def protocol(port: int) -> Protocol:
    """A connection to a provider that listens on this port."""
    channel = grpc.insecure_channel(f"127.0.0.1:{port}")
    return Protocol(provider_pb2_grpc.ResourceProviderStub(channel))
