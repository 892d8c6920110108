"""What is told of a result: each figure's name, and how it is read from what was measured."""

from collections.abc import Callable

from simulation.bench.scale.result import Result

Figure = Callable[[Result], str]
NONE = "-"


def _number(value: float | None, form: str = ".2f") -> str:
    return NONE if value is None else format(value, form)


def _over_bound(phase: str) -> Figure:
    return lambda result: f"{result[phase].packing.over_bound:.3f}"


def _allocated(phase: str) -> Figure:
    return lambda result: f"{result[phase].packing.allocated:.0%}"


def _stranded(phase: str) -> Figure:
    return lambda result: f"{result[phase].packing.stranded:.0%}"


def _waited(phase: str) -> Figure:
    def figure(result: Result) -> str:
        found = result[phase].times
        return f"{_number(found.median)} / {_number(found.worst_percent)}"

    return figure


def _went_first(phase: str) -> Figure:
    """Of the pods for which others must go."""

    def figure(result: Result) -> str:
        found = result[phase]
        asked = found.times.placed + found.unplaced
        waited = f"{_number(found.times.median, '.1f')} / {_number(found.times.last, '.1f')}"
        return f"{found.times.placed} of {asked}: {waited}"

    return figure


def _placed(phase: str) -> Figure:
    """Of the pods that a phase brought."""

    def figure(result: Result) -> str:
        found = result[phase]
        return f"{found.times.placed} of {found.times.placed + found.unplaced}"

    return figure


def _in_part(result: Result) -> str:
    return str(max(phase.gangs_in_part for phase in result.phases))


def _taken(result: Result) -> str:
    return str(result["preemption"].taken + result["reclaim"].taken)


def _moves(result: Result) -> str:
    found = result["scaling"].moves
    return NONE if found is None else str(found)


def _moved(phase: str) -> Figure:
    return lambda result: f"{result[phase].taken}, {result[phase].seconds:.0f}"


def _speed(result: Result) -> str:
    return _number(result["arrivals"].times.pods_a_second, ".0f")


def _cpu(result: Result) -> str:
    phase = result["arrivals"]
    return _number(phase.scheduler_cpu_seconds / max(1, phase.times.placed) * 1_000, ".1f")


def _loss(result: Result) -> str:
    if result.loss is None:
        return NONE
    how = " (computed)" if result.loss.computed else ""
    return f"{result.loss.silent_seconds:.0f} / {result.loss.recovered_seconds:.0f}{how}"


def _scheduler_memory(result: Result) -> str:
    return f"{result.memory_mib[result.scheduler]:,.0f}"


def _memory(result: Result) -> str:
    return f"{sum(result.memory_mib.values()):,.0f}"


FIGURES: dict[str, Figure] = {
    "serving pods placed": _placed("arrivals"),
    "nodes used / fewest, after arrivals": _over_bound("arrivals"),
    "nodes used / fewest, after scaling": _over_bound("scaling"),
    "nodes used / fewest, nodes below 50 % emptied": _over_bound("compaction"),
    "pods moved for that, in s": _moved("compaction"),
    "nodes used / fewest, all emptied that can be": _over_bound("full compaction"),
    "pods moved for that as well, in s": _moved("full compaction"),
    "GPUs allocated on used nodes, after arrivals": _allocated("arrivals"),
    "GPUs allocated on used nodes, after scaling": _allocated("scaling"),
    "free GPUs that no whole-node pod can have, after arrivals": _stranded("arrivals"),
    "free GPUs that no whole-node pod can have, after scaling": _stranded("scaling"),
    "pods to move after scaling for 1.02": _moves,
    "training pods placed on what is left": _placed("training"),
    "gangs in part at rest, most": _in_part,
    "time to place, arrivals: median / 99 %, s": _waited("arrivals"),
    "time to place, scaling: median / 99 %, s": _waited("scaling"),
    "pods placed a second, arrivals": _speed,
    "scheduler's CPU for 1,000 pods, s": _cpu,
    "preemption in a queue: placed, median / last, s": _went_first("preemption"),
    "reclaim from another queue: placed, median / last, s": _went_first("reclaim"),
    "pods that lost their place for these": _taken,
    "lost node: noticed / its pods elsewhere, s": _loss,
    "scheduler's memory, peak MiB": _scheduler_memory,
    "all processes, peak MiB": _memory,
}
GROWING = (
    "nodes used / fewest, after arrivals",
    "nodes used / fewest, after scaling",
    "nodes used / fewest, all emptied that can be",
    "time to place, arrivals: median / 99 %, s",
    "time to place, scaling: median / 99 %, s",
    "pods placed a second, arrivals",
    "scheduler's CPU for 1,000 pods, s",
    "preemption in a queue: placed, median / last, s",
    "reclaim from another queue: placed, median / last, s",
    "scheduler's memory, peak MiB",
    "all processes, peak MiB",
)
