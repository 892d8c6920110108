"""Which promises held on a game day: pure, from what was seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

from simulation.gameday.day import Day, Happened
from simulation.gameday.moment import PodSeen
from simulation.gameday.recovery import recoveries
from simulation.gameday.scenario import Keeps, Promises


@dataclass(frozen=True)
class Verdict:
    """One promise about one model, job or the whole: what was seen, and whether that keeps it."""

    promise: str
    about: str
    promised: str
    seen: str
    kept: bool


def judged(day: Day, promises: Promises) -> list[Verdict]:
    """A verdict for every promise that was made, broken ones first."""
    found = [verdict for rule in RULES for verdict in rule(day, promises)]
    return sorted(found, key=lambda verdict: verdict.kept)


def _keeps_ready(day: Day, promises: Promises) -> Iterator[Verdict]:
    keeps = promises.keeps_ready
    if keeps is None:
        return
    for name in day.protected():
        had = min(one.models[name] for one in day.asked if name in one.models)
        need = _needed(keeps, had)
        fewest = min(moment.ready(name) for moment in day.moments)
        promised = f"at least {need} of {had} ready"
        yield Verdict("keeps ready", name, promised, f"{fewest} at worst", fewest >= need)


def _needed(keeps: Keeps, had: int) -> int:
    """Of a model with a single replica nobody can promise that some are left."""
    match keeps:
        case "all":
            return had
        case "all_but_one":
            return max(had - 1, 0)
        case "some":
            return int(had > 1)
    return 0


def _ready_again(day: Day, promises: Promises) -> Iterator[Verdict]:
    limit = promises.ready_again_seconds
    if limit is None:
        return
    for name in day.protected():
        slowest, after = max(recoveries(day, name), key=lambda one: one[0])
        seen = "never" if slowest == inf else f"{slowest:.0f} s"
        told = f"{seen} after {_said(after)}" if slowest else "never fewer"
        yield Verdict("ready again", name, f"within {limit} s", told, slowest <= limit)


def _placed_within(day: Day, promises: Promises) -> Iterator[Verdict]:
    limit = promises.placed_within_seconds
    if limit is None:
        return
    protected = set(day.protected())
    waits = {owner: seconds for owner, seconds in _waits(day).items() if owner in protected}
    slowest = max(waits.values(), default=0)
    about = max(waits, key=lambda owner: waits[owner]) if slowest else "every model"
    yield Verdict("placed", about, f"within {limit} s", f"{slowest:.0f} s", slowest <= limit)


def _waits(day: Day) -> dict[str, float]:
    """By model, the longest that one of its pods was seen without a node."""
    first: dict[str, float] = {}
    longest: dict[str, float] = {}
    for moment in day.moments:
        for pod in moment.pods:
            if pod.placed or pod.going:
                continue
            waited = moment.at - first.setdefault(pod.uid, moment.at)
            longest[pod.owner] = max(longest.get(pod.owner, 0), waited)
    return longest


def _yield_only(day: Day, promises: Promises) -> Iterator[Verdict]:
    if promises.yield_only is None:
        return
    allowed = set(promises.yield_only)
    found = sorted({f"{one.owner} ({one.priority})" for one in day.taken})
    kept = {one.priority for one in day.taken} <= allowed
    promised = f"only of {', '.join(sorted(allowed))}" if allowed else "of nobody"
    yield Verdict("takes places", "the scheduler", promised, ", ".join(found) or "of nobody", kept)


def _jobs_return(day: Day, promises: Promises) -> Iterator[Verdict]:
    first, last = day.moments[0], day.moments[-1]
    for name, workers in day.asked[-1].jobs.items() if promises.jobs_return else ():
        running = last.workers(name)
        claims = _claims(last.of("job", name))
        same = claims == _claims(first.of("job", name)) or not first.of("job", name)
        promised = f"{workers} workers with what they had kept"
        seen = f"{running} workers with {', '.join(claims) or 'nothing'}"
        yield Verdict("comes back", name, promised, seen, running == workers and same)


def _claims(pods: list[PodSeen]) -> list[str]:
    return sorted({claim for pod in pods for claim in pod.claims})


def _nothing_left(day: Day, promises: Promises) -> Iterator[Verdict]:
    if not promises.nothing_left:
        return
    asked, last = day.asked[-1], day.moments[-1]
    there = [pod for pod in last.pods if not pod.stranded]
    wanted = asked.models if not promises.jobs_return else {**asked.models, **asked.jobs}
    wrong = sorted(
        f"{name} has {have} of {wanted[name]}"
        for name in wanted
        if (have := sum(pod.owner == name for pod in there)) != wanted[name]
    )
    going = sorted({f"{pod.owner} is going" for pod in there if pod.going})
    seen = ", ".join([*wrong, *going, *day.mishaps])
    yield Verdict("nothing left", "the cluster", "as asked", seen or "as asked", not seen)


def _said(event: Happened) -> str:
    return event.what.replace("_", " ")


RULES: tuple[Callable[[Day, Promises], Iterator[Verdict]], ...] = (
    _keeps_ready,
    _ready_again,
    _placed_within,
    _yield_only,
    _jobs_return,
    _nothing_left,
)
