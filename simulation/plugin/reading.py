"""The engine's messages, read as requests about objects."""

from pulumi.runtime.proto import provider_pb2

from simulation.plugin import check, checkpoint, naming, objects, tokens, waiting
from simulation.plugin.checkpoint import Checkpoint
from simulation.plugin.diff import Diff, diff
from simulation.plugin.refusal import Refusal
from simulation.plugin.request import Request
from simulation.plugin.secrecy import hidden
from simulation.plugin.session import Session
from simulation.plugin.values import Properties, properties

Autonaming = provider_pb2.CheckRequest.AutonamingOptions


def of(session: Session | None) -> Session:
    """The session, which every real change needs."""
    if not session:
        raise Refusal("the provider's kubeconfig is not known")
    return session


def checked(request: provider_pb2.CheckRequest, session: Session | None) -> Properties:
    """The inputs, named, placed, and as secret as they came."""
    inputs, old = properties(request.news), properties(request.olds)
    asked = check.typed(request.type or token_of(request.urn), inputs)
    waiting.stated(asked)
    namespace = session.settings.namespace if session and session.namespaced(asked) else ""
    return hidden(check.completed(asked, old, _proposal(request), namespace), inputs)


def diff_of(request: provider_pb2.DiffRequest, session: Session | None) -> Diff:
    """What the new inputs would change."""
    old = checkpoint.parsed(properties(request.olds))
    inputs = checkpoint.asked(properties(request.news))
    mutable = session.settings.mutable if session else frozenset[str]()
    namespaced = session.namespaced(inputs) if session else bool(objects.namespace(old.live))
    ignored = tuple(request.ignoreChanges)
    return diff(old, inputs, mutable, namespaced=namespaced, ignored=ignored)


def foreseen(request: Request, session: Session | None) -> Properties:
    """What a preview can say of the outputs."""
    return session.changes.foreseen(request) if session else request.inputs


def creation(request: provider_pb2.CreateRequest) -> Request:
    """What is to be created."""
    return Request(request.urn, properties(request.properties), timeout=request.timeout)


def update(request: provider_pb2.UpdateRequest) -> Request:
    """What is to be changed, and how it was left."""
    return Request(
        request.urn,
        properties(request.news),
        checkpoint.parsed(properties(request.olds)),
        request.timeout,
        tuple(request.ignoreChanges),
    )


def deletion(request: provider_pb2.DeleteRequest) -> Request:
    """What is to be deleted."""
    state = properties(request.properties)
    return Request(request.urn, {}, checkpoint.parsed(state), request.timeout)


def lookup(request: provider_pb2.ReadRequest) -> Request:
    """What is to be read: an object of the state, or one that its id names."""
    old = checkpoint.parsed(properties(request.properties))
    inputs = properties(request.inputs)
    if not old.live:
        version, kind = tokens.kind_of(request.type or token_of(request.urn))
        namespace, name = objects.split(request.id)
        where = {"namespace": namespace} if namespace else {}
        live = {"apiVersion": version, "kind": kind, "metadata": {"name": name, **where}}
        old = Checkpoint(live, {}, "")
    return Request(request.urn, inputs, old)


def token_of(urn: str) -> str:
    """The type that a URN ends in."""
    return urn.split("::")[2].rpartition("$")[2]


def _proposal(request: provider_pb2.CheckRequest) -> str:
    mode, logical = request.autonaming.mode, request.urn.rpartition("::")[2]
    if not request.HasField("autonaming"):
        return naming.proposal(logical, request.randomSeed)
    if mode == Autonaming.DISABLE:
        raise Refusal(f"{logical} needs a metadata.name: naming is switched off")
    return request.autonaming.proposed_name
