"""A change against a Git reference: resources, who starts anew, and fit, cost and capacity."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from components.queue.arithmetic import said
from planning.change.difference import Step, difference
from planning.change.recorded import Resources, resources
from planning.change.reference import at, stack_at
from planning.change.rollouts import Rollout, rollouts
from planning.plan import Plan, plan
from planning.spec import SCALES, Scale

Figures = Mapping[str, float]
GOLDEN = "tests/golden/{stack}.yaml"


@dataclass(frozen=True, kw_only=True)
class Delta:
    """One figure before and after; None where it was not there, or is no more."""

    what: str
    unit: str
    before: float | None
    after: float | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """`comparable` is false where the old stack file is missing or no longer valid."""

    reference: str
    comparable: bool
    steps: tuple[Step, ...]
    rollouts: tuple[Rollout, ...]
    deltas: tuple[Delta, ...]


def change(root: Path, reference: str, stack: str, now: Plan) -> Change:
    """From `reference` to the files in `root`."""
    old_config = stack_at(root, reference, stack)
    before = plan(old_config) if old_config else None
    old = at(root, reference, GOLDEN.format(stack=stack))
    then, recorded = resources(old) if old else {}, recorded_now(root, stack)
    return Change(
        reference=reference,
        comparable=before is not None,
        steps=tuple(difference(then, recorded)),
        rollouts=tuple(rollouts(then, recorded, now.config)),
        deltas=tuple(deltas(before, now)) if before else (),
    )


def recorded_now(root: Path, stack: str) -> Resources:
    """What the golden file of `stack` in `root` records; nothing where there is none."""
    file = root / GOLDEN.format(stack=stack)
    return resources(file.read_text()) if file.exists() else {}


def deltas(before: Plan, after: Plan) -> list[Delta]:
    """Every figure that differs: cost and nodes by scale, of models, of jobs and of queues."""
    found = [delta for scale in SCALES for delta in _scale(before, after, scale)]
    found += _each("{}: KV cache of a GPU", "GiB", _fits(before), _fits(after))
    found += _each("job {}: a run", after.currency, _runs(before), _runs(after))
    found += _each("job {}: workers", "workers", _workers(before), _workers(after))
    found += _each("queue {}: guarantee", "GPUs", _guarantees(before), _guarantees(after))
    return [delta for delta in found if delta.before != delta.after]


def _scale(before: Plan, after: Plan, scale: Scale) -> list[Delta]:
    old, new = before.scales[scale], after.scales[scale]
    return [
        Delta(
            what=f"cost at {scale}",
            unit=f"{after.currency}/h",
            before=round(old.hourly, 2),
            after=round(new.hourly, 2),
        ),
        Delta(
            what=f"a month at {scale}",
            unit=after.currency,
            before=round(old.monthly, 2),
            after=round(new.monthly, 2),
        ),
        Delta(
            what=f"nodes at {scale}",
            unit="nodes",
            before=len(old.placement.nodes),
            after=len(new.placement.nodes),
        ),
        Delta(
            what=f"idle GPUs at {scale}",
            unit="GPUs",
            before=_idle(before, scale),
            after=_idle(after, scale),
        ),
    ]


def _idle(plan: Plan, scale: Scale) -> int:
    return sum(n.capacity.gpus - n.gpus_used for n in plan.scales[scale].placement.nodes)


def _each(what: str, unit: str, old: Figures, new: Figures) -> list[Delta]:
    """One figure of each name that was or is there."""
    names = dict.fromkeys([*old, *new])
    return [
        Delta(what=what.format(name), unit=unit, before=old.get(name), after=new.get(name))
        for name in names
    ]


def _runs(plan: Plan) -> Figures:
    return {job.name: round(job.run_cost, 2) for job in plan.jobs if job.run_cost is not None}


def _workers(plan: Plan) -> Figures:
    return {job.name: job.spec.workers for job in plan.jobs}


def _guarantees(plan: Plan) -> Figures:
    queues = plan.config.queues.items()
    found = {name: said(queue.guarantee, "gpus") for name, queue in queues}
    return {name: gpus for name, gpus in found.items() if gpus is not None}


def _fits(plan: Plan) -> Figures:
    return {m.name: round(m.fit.memory.kv.expected, 2) for m in plan.models if m.fit}
