"""Models in a chain: one after another, by share, by condition, or all at once."""

from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from components.types import AtLeastOne, DnsLabel, Positive, Spec

Router = Literal["sequence", "switch", "ensemble", "splitter"]
Weight = Annotated[int, Field(ge=0, le=100)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
WHOLE = 100


class Step(Spec):
    """One call: of a `model`'s service, of another `node` of the graph, or of a `url`.

    `data` is what a sequence hands on: the first request or the last response. A `hard` dependency
    ends the chain with the step's own error, a `soft` one goes on without it. `condition` is a
    gjson expression on the data (KServe 0.20.0 inference_graph.go).
    """

    name: DnsLabel | None = None
    model: DnsLabel | None = None
    node: DnsLabel | None = None
    url: Url | None = None
    data: Literal["request", "response"] | None = None
    dependency: Literal["soft", "hard"] = "hard"
    condition: str | None = None
    weight: Weight | None = None

    @model_validator(mode="after")
    def _calls_one_thing(self) -> Self:
        if sum(target is not None for target in (self.model, self.node, self.url)) != 1:
            raise ValueError("calls exactly one of model, node and url")
        return self


class Node(Spec):
    """How the steps of one node share a request."""

    router: Router
    steps: tuple[Step, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fit_the_router(self) -> Self:
        if self.router == "splitter" and sum(s.weight or 0 for s in self.steps) != WHOLE:
            raise ValueError("the weights of a splitter's steps do not add up to 100")
        if self.router != "splitter" and any(step.weight is not None for step in self.steps):
            raise ValueError("only a splitter's steps have weights")
        if self.router == "switch" and any(step.condition is None for step in self.steps):
            raise ValueError("a switch needs a condition in each step; the first that holds wins")
        names = [step.name for step in self.steps if step.name]
        if len(set(names)) < len(names):
            raise ValueError("two steps have the same name")
        return self


class GraphSpec(Spec):
    """A chain from its node `root`. The router buffers whole answers: no token streaming.

    `cpu` in cores and `memory_gib` are of one router.
    """

    tenant: DnsLabel
    nodes: dict[DnsLabel, Node]
    min_replicas: AtLeastOne = 1
    max_replicas: AtLeastOne = 1
    timeout_seconds: AtLeastOne = 300
    cpu: Positive = 0.5
    memory_gib: Positive = 0.5
    stopped: bool = False

    @model_validator(mode="after")
    def _is_a_chain(self) -> Self:
        if "root" not in self.nodes:
            raise ValueError("has no node `root`, which is where a chain begins")
        called = {name: _called(node) for name, node in self.nodes.items()}
        unknown = {node for nodes in called.values() for node in nodes} - set(self.nodes)
        if unknown:
            raise ValueError(f"a step calls the node {min(unknown)}, which is not there")
        try:
            TopologicalSorter(called).prepare()
        except CycleError as error:
            raise ValueError(f"the nodes call in a circle: {' -> '.join(error.args[1])}") from None
        return self

    def models(self) -> set[str]:
        """Every service that some step calls."""
        steps = (step for node in self.nodes.values() for step in node.steps)
        return {step.model for step in steps if step.model is not None}


def _called(node: Node) -> set[str]:
    return {step.node for step in node.steps if step.node is not None}
