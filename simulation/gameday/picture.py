"""A game day as a picture: ready replicas of every model and job, over time, with the events."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from simulation.gameday.day import Asked, Day
from simulation.gameday.judge import Verdict

KEPT, BROKEN, YIELDING, ASKED, EVENT = "#2a7f4f", "#c0392b", "#7f8c8d", "#b0b7bd", "#34495e"
ROW_INCHES = 0.62
WIDTH_INCHES = 9.0
HEAD_INCHES = 1.5


def draw(file: Path, title: str, day: Day, verdicts: Sequence[Verdict]) -> None:
    """Write an SVG: a row each, what was asked for in grey, what answered in colour."""
    names = [*_all(day, "models"), *_all(day, "jobs")]
    height = HEAD_INCHES + ROW_INCHES * len(names)
    figure = Figure(figsize=(WIDTH_INCHES, height), layout="constrained")
    rows = figure.subplots(len(names), 1, sharex=True, squeeze=False)[:, 0]
    broken = {one.about for one in verdicts if not one.kept}
    protected = set(day.protected())
    for name, row in zip(names, rows, strict=True):
        _row(row, name, day, BROKEN if name in broken else KEPT if name in protected else YIELDING)
    _events(rows[0], day)
    rows[-1].set_xlabel("seconds")
    verdict = "every promise kept" if not broken else f"{len(broken)} broken"
    figure.suptitle(f"{title}: {verdict}", x=0.02, ha="left", fontsize=11)
    figure.savefig(file, format="svg")


def _row(row: Axes, name: str, day: Day, colour: str) -> None:
    at = [moment.at for moment in day.moments]
    have = [moment.ready(name) + moment.workers(name) for moment in day.moments]
    want = [_count(day.asked_at(moment.at), name) for moment in day.moments]
    row.fill_between(at, want, step="post", color=ASKED, alpha=0.35, linewidth=0)
    row.step(at, have, where="post", color=colour, linewidth=1.8)
    row.set_ylim(0, max([*want, *have, 1]) * 1.15)
    row.set_yticks([0, max([*want, *have, 1])])
    row.tick_params(labelsize=7)
    row.set_ylabel(name, rotation=0, ha="right", va="center", fontsize=8)
    row.spines[["top", "right"]].set_visible(False)
    for event in day.happened:
        row.axvline(event.at, color=EVENT, linewidth=0.8, linestyle=":")


def _events(top: Axes, day: Day) -> None:
    """Their names above the first row; those close together, one above the other."""
    before, level = -100.0, 0
    span = day.moments[-1].at or 1
    for event in day.happened:
        level = level + 1 if event.at - before < span / 5 else 0
        before = event.at
        top.annotate(
            event.what.replace("_", " "),
            (event.at, 1.05 + 0.28 * level),
            xycoords=("data", "axes fraction"),
            fontsize=7,
            color=EVENT,
        )


def _all(day: Day, part: str) -> list[str]:
    return sorted({name for one in day.asked for name in getattr(one, part)})


def _count(asked: Asked, name: str) -> int:
    return asked.models.get(name, 0) + asked.jobs.get(name, 0)
