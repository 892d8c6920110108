"""The verdicts of a game day as people read them, and as programs do."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table

from simulation.gameday.day import Day
from simulation.gameday.judge import Verdict


def table(verdicts: Sequence[Verdict]) -> Table:
    """One line a promise, broken ones first."""
    drawn = Table(box=None, header_style="bold")
    for column in ("", "promise", "of", "promised", "seen"):
        drawn.add_column(column)
    for one in verdicts:
        mark = "[green]kept[/]" if one.kept else "[red]broken[/]"
        drawn.add_row(mark, one.promise, one.about, one.promised, one.seen)
    return drawn


def document(title: str, day: Day, verdicts: Sequence[Verdict]) -> str:
    """JSON: the verdicts, the events, whose places were taken, and ready replicas over time.

    Times are seconds since the beginning; `series` has a pair of time and count for each look.
    """
    models = sorted({name for one in day.asked for name in one.models})
    jobs = sorted({name for one in day.asked for name in one.jobs})
    content = {
        "scenario": title,
        "kept": all(one.kept for one in verdicts),
        "verdicts": [asdict(one) for one in verdicts],
        "events": [asdict(one) for one in day.happened],
        "taken": [asdict(one) for one in day.taken],
        "mishaps": day.mishaps,
        "asked": [
            {"at": one.at, "models": dict(one.models), "jobs": dict(one.jobs)} for one in day.asked
        ],
        "series": {
            **{name: [(m.at, m.ready(name)) for m in day.moments] for name in models},
            **{name: [(m.at, m.workers(name)) for m in day.moments] for name in jobs},
        },
    }
    return json.dumps(content, indent=1, default=list)
