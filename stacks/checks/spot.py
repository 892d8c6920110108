"""Spot nodes are for what can bear them: they go two minutes after a notice.

EKS drains a managed group's nodes when EC2 warns it, Karpenter those of its pools (its queue,
components/karpenter/interruption.py): a pod gets SIGTERM, and on the node's end it is over.
"""

from collections.abc import Iterator

from components.model.readiness import grace
from components.model.spec import ModelSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem

NOTICE_SECONDS = 120


def spot(config: StackConfig) -> Iterator[Problem]:
    """Refuses models that do not say they can bear it, and farewells longer than the notice."""
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if group is not None and group.spot is not None:
            yield from _bears(("models", name), model)
            yield from _in_time(("models", name), model)


def _bears(path: Path, model: ModelSpec) -> Iterator[Problem]:
    if not (model.preemptable or model.protection.on_spot):
        what = f"`{model.node_group}` is bought as spot: its nodes go at two minutes' notice"
        mend = "say `protection: {on_spot: true}` if that is all right, or name another group"
        yield Problem((*path, "node_group"), what, mend)


def _in_time(path: Path, model: ModelSpec) -> Iterator[Problem]:
    takes = grace(model).get("terminationGracePeriodSeconds", model.timeout_seconds)
    if takes > NOTICE_SECONDS:
        shorter = model.protection.drain_seconds - (takes - NOTICE_SECONDS)
        what = f"a replica may take {takes} s to go, a spot node leaves it {NOTICE_SECONDS}"
        mend = (
            f"lower it to {shorter}"
            if model.mode == "standard"
            else "lower timeout_seconds, which Knative waits for"
        )
        yield Problem((*path, *_field(model)), what, mend)


def _field(model: ModelSpec) -> Path:
    return ("protection", "drain_seconds") if model.mode == "standard" else ("timeout_seconds",)
