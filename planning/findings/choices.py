"""What to know about choices that are allowed and cost something: near, apart, spread, spot."""

from collections.abc import Iterator

from components.node_group.capacity import node_capacity
from components.priority.table import victims
from planning.findings.finding import Finding
from planning.plan import Plan
from planning.pod import JOB, MODEL
from planning.region import zones


def choices(plan: Plan) -> Iterator[Finding]:
    """Every warning about one."""
    yield from _near(plan)
    yield from _apart(plan)
    yield from _spread(plan)
    yield from _spot(plan)


def _near(plan: Plan) -> Iterator[Finding]:
    for job in plan.jobs:
        beaten = sorted(victims(job.priority, plan.config.priorities)) if job.spec.near else []
        if beaten:
            yield Finding(
                level="warning",
                rule="job-near-preempts-nobody",
                about=f"{JOB}{job.name}",
                what=f"waits for its zone although it goes before {', '.join(beaten)}: Volcano "
                "preempts for no job that is near",
                mend="give it a group in one zone instead of `near`, or accept it",
            )


def _apart(plan: Plan) -> Iterator[Finding]:
    for name, model in plan.config.models.items():
        where = zones(plan.config, plan.config.node_groups[model.node_group])
        several = not model.stopped and model.scaling.max_replicas > 1
        if several and len(where) == 1 and model.protection.spread == ("zones",):
            yield Finding(
                level="warning",
                rule="model-apart-in-one-zone",
                about=f"{MODEL}{name}",
                what=f"prefers zones of their own for its replicas, and `{model.node_group}` is in "
                f"{where[0]} alone: they may share a node",
                mend="say `protection: {spread: [nodes]}`, or give the group more zones",
            )


def _spread(plan: Plan) -> Iterator[Finding]:
    for name, group in plan.config.node_groups.items():
        node = node_capacity(group).gpus
        models = plan.config.models.items()
        large = [key for key, m in models if m.node_group == name and m.gpus == node > 1]
        if group.packing == "spread" and large:
            yield Finding(
                level="warning",
                rule="group-spreads-before-large",
                about=f"node_groups.{name}",
                what="its pods open a node each before they share one, and "
                f"{', '.join(large)} needs an empty one",
                mend="leave `packing` out, or give the large ones a group of their own",
            )


def _spot(plan: Plan) -> Iterator[Finding]:
    for name, model in plan.config.models.items():
        group = plan.config.node_groups[model.node_group]
        if group.spot is not None and not (model.stopped or model.preemptable):
            yield Finding(
                level="warning",
                rule="model-on-spot-alone",
                about=f"{MODEL}{name}",
                what=f"all its replicas are on spot nodes (`{model.node_group}`), which may go "
                "together",
                mend="serve part of it on demand as a model of its own, or accept it",
            )
