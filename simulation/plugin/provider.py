"""Pulumi's provider protocol, answered for the objects of a simulated cluster."""

# ruff: noqa: N802 (the protocol names the methods)

import json
from collections.abc import Callable
from importlib.metadata import version
from typing import Final

from google.protobuf.empty_pb2 import Empty
from grpc import ServicerContext as Context
from pulumi.runtime.proto import plugin_pb2, provider_pb2, provider_pb2_grpc

from simulation.plugin import configuration, reading, replies
from simulation.plugin.answers import answered, partial, refused
from simulation.plugin.engine import Engine
from simulation.plugin.operations import Operations
from simulation.plugin.request import Outcome, Request
from simulation.plugin.session import Session, session
from simulation.plugin.values import struct

VERSION: Final = f"{version('pulumi-kubernetes')}+simulation"
ABSENT: Final = "the simulation's stand-in for the Kubernetes plugin has no"
NO_ID: Final = ""

Change = Callable[[Operations, Request], Outcome]


class Provider(provider_pb2_grpc.ResourceProviderServicer):
    """One provider of one run of the engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._session: Session | None = None

    def GetPluginInfo(self, request: Empty, context: Context) -> plugin_pb2.PluginInfo:
        return plugin_pb2.PluginInfo(version=VERSION)

    def GetSchema(
        self, request: provider_pb2.GetSchemaRequest, context: Context
    ) -> provider_pb2.GetSchemaResponse:
        schema = {"name": "kubernetes", "version": VERSION}
        return provider_pb2.GetSchemaResponse(schema=json.dumps(schema))

    def Attach(self, request: plugin_pb2.PluginAttach, context: Context) -> Empty:
        self._engine = Engine(request.address)
        return Empty()

    def Cancel(self, request: Empty, context: Context) -> Empty:
        if self._session:
            self._session.stop()
        return Empty()

    def CheckConfig(
        self, request: provider_pb2.CheckRequest, context: Context
    ) -> provider_pb2.CheckResponse:
        return provider_pb2.CheckResponse(inputs=request.news)

    def DiffConfig(
        self, request: provider_pb2.DiffRequest, context: Context
    ) -> provider_pb2.DiffResponse:
        return answered(context, lambda: configuration.difference(request))

    def Configure(
        self, request: provider_pb2.ConfigureRequest, context: Context
    ) -> provider_pb2.ConfigureResponse:
        found = answered(context, lambda: configuration.configured(request))
        self._session = session(found, self._engine) if found else None
        if found:
            self._engine.note(
                "Kubernetes plugin: the simulation's stand-in, "
                f"serving the simulated cluster at {found.cluster.server}"
            )
        return configuration.ABILITIES

    def Check(
        self, request: provider_pb2.CheckRequest, context: Context
    ) -> provider_pb2.CheckResponse:
        inputs = answered(context, lambda: reading.checked(request, self._session))
        return provider_pb2.CheckResponse(inputs=struct(inputs))

    def Diff(
        self, request: provider_pb2.DiffRequest, context: Context
    ) -> provider_pb2.DiffResponse:
        return replies.diff(answered(context, lambda: reading.diff_of(request, self._session)))

    def Create(
        self, request: provider_pb2.CreateRequest, context: Context
    ) -> provider_pb2.CreateResponse:
        outcome = self._changed(
            context, reading.creation(request), request.preview, Operations.create
        )
        return provider_pb2.CreateResponse(id=outcome.id, properties=struct(outcome.state))

    def Update(
        self, request: provider_pb2.UpdateRequest, context: Context
    ) -> provider_pb2.UpdateResponse:
        outcome = self._changed(
            context, reading.update(request), request.preview, Operations.update
        )
        return provider_pb2.UpdateResponse(properties=struct(outcome.state))

    def Read(
        self, request: provider_pb2.ReadRequest, context: Context
    ) -> provider_pb2.ReadResponse:
        asked, found = reading.lookup(request), self._session
        outcome = answered(context, lambda: reading.of(found).operations.read(asked))
        if not outcome:
            return provider_pb2.ReadResponse()
        partial(context, outcome)
        return replies.read(request.id, outcome)

    def Delete(self, request: provider_pb2.DeleteRequest, context: Context) -> Empty:
        asked, found = reading.deletion(request), self._session
        answered(context, lambda: reading.of(found).operations.delete(asked))
        return Empty()

    def Invoke(
        self, request: provider_pb2.InvokeRequest, context: Context
    ) -> provider_pb2.InvokeResponse:
        return refused(context, f"{ABSENT} function {request.tok}")

    def Construct(
        self, request: provider_pb2.ConstructRequest, context: Context
    ) -> provider_pb2.ConstructResponse:
        return refused(context, f"{ABSENT} component {request.type}")

    def _changed(self, context: Context, asked: Request, preview: bool, change: Change) -> Outcome:
        """What becomes of an object; in a preview, what can be said of that."""
        found = self._session
        if preview:
            state = answered(context, lambda: reading.foreseen(asked, found))
            return Outcome(NO_ID, state, asked.inputs)
        outcome = answered(context, lambda: change(reading.of(found).operations, asked))
        partial(context, outcome)
        return outcome
