"""What goes wrong reaches the engine as one readable sentence, with what is known of it."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

import grpc
import urllib3
from google.protobuf.any_pb2 import Any as Packed
from google.rpc.status_pb2 import Status
from pulumi.runtime.proto import provider_pb2

from simulation.plugin.api import Failure, Stopped
from simulation.plugin.discovery import NoSuchKind
from simulation.plugin.refusal import Refusal
from simulation.plugin.request import Outcome
from simulation.plugin.values import struct
from simulation.plugin.waiting import NotReady

T = TypeVar("T")

DETAILS = "grpc-status-details-bin"
EXPECTED = (Refusal, NoSuchKind, Failure, NotReady, Stopped, urllib3.exceptions.HTTPError)


def answered(context: grpc.ServicerContext, work: Callable[[], T]) -> T:
    """The answer, or the reason why there is none."""
    try:
        return work()
    except EXPECTED as error:
        return refused(context, str(error))


def refused(context: grpc.ServicerContext, sentence: str) -> NoReturn:
    """The end of a request that changed nothing."""
    context.abort(grpc.StatusCode.UNKNOWN, sentence)
    raise AssertionError("unreachable: abort raises")


def partial(context: grpc.ServicerContext, outcome: Outcome) -> None:
    """The end of a request whose object exists without being what was awaited."""
    if not outcome.reasons:
        return
    detail = provider_pb2.ErrorResourceInitFailed(
        id=outcome.id,
        properties=struct(outcome.state),
        reasons=outcome.reasons,
        inputs=struct(outcome.inputs),
    )
    sentence = f"{outcome.id} exists but is not ready: {outcome.reasons[0]}"
    _abort(context, sentence, detail)


def _abort(context: grpc.ServicerContext, sentence: str, detail: Any) -> NoReturn:
    packed = Packed()
    packed.Pack(detail)
    code = grpc.StatusCode.UNKNOWN
    status = Status(code=code.value[0], message=sentence, details=[packed])
    context.set_trailing_metadata(((DETAILS, status.SerializeToString()),))
    refused(context, sentence)
