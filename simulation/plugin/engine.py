"""The engine shows what the plugin has to say, beside the resource it is about."""

import grpc
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc

from simulation.plugin import api


class Engine:
    """The engine that started this plugin, or silence where there is none."""

    def __init__(self, address: str = "") -> None:
        channel = grpc.insecure_channel(address) if address else None
        self._stub = engine_pb2_grpc.EngineStub(channel) if channel else None

    def status(self, urn: str, text: str) -> None:
        """A line that the next one replaces."""
        self._log(engine_pb2.LogSeverity.INFO, urn, text, passing=True)

    def note(self, text: str) -> None:
        """A line for the whole run."""
        self._log(engine_pb2.LogSeverity.INFO, "", text)

    def warn(self, urn: str) -> None:
        """The API server's warnings about a resource."""
        for text in api.warnings():
            self._log(engine_pb2.LogSeverity.WARNING, urn, text)

    def _log(self, severity: int, urn: str, text: str, *, passing: bool = False) -> None:
        if not self._stub:
            return
        request = engine_pb2.LogRequest(
            severity=severity,  # type: ignore[arg-type]
            message=text,
            urn=urn,
            ephemeral=passing,
        )
        try:
            self._stub.Log(request, timeout=5)
        except grpc.RpcError:
            self._stub = None
