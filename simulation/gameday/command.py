"""`make gameday`: scenarios one after the other on one cluster, each judged, drawn and written."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulation.control_plane.control_plane import ControlPlane
from simulation.gameday.day import Day
from simulation.gameday.judge import Verdict
from simulation.gameday.library import scenario
from simulation.gameday.picture import draw
from simulation.gameday.play import Play, play
from simulation.gameday.rehearsal import Rehearsal
from simulation.gameday.table import document, table
from simulation.run.commands import toolchain
from simulation.run.place import Place
from simulation.run.screen import Screen
from simulation.run.session import opened
from stacks.file import read

LAST_WORDS = 40
"""Lines of the engine's own output that are shown where something went wrong."""


def gameday(place: Place, screen: Screen, asked: Sequence[str], *, without: bool) -> int:
    """0 if every promise of every scenario held; with `without`, if those broke that should."""
    config = read(place.file)
    plays = {name: play(config, scenario(name), without=without) for name in asked}
    failed = False
    try:
        for name, one in plays.items():
            failed |= not _held(place, screen, name, one)
    finally:
        _ended(place)
    return int(failed)


def _held(place: Place, screen: Screen, name: str, day: Play) -> bool:
    screen.step(f"{name}: {day.title}")
    session = opened(place, day.config, toolchain(place, day.config), screen)
    told: list[str] = []
    engine = replace(session.engine, say=told.append)
    seen, verdicts = Rehearsal(session.plane, engine, screen.line).held(day)
    for line in told[-LAST_WORDS:] if seen.mishaps else ():
        screen.line(line)
    screen.console.print(table(verdicts))
    for file in _written(
        place, f"{name}-without" if day.without else name, day.title, seen, verdicts
    ):
        screen.line(str(file))
    return day.as_said(verdicts)


def _written(
    place: Place, name: str, title: str, day: Day, verdicts: Sequence[Verdict]
) -> list[Path]:
    folder = place.gamedays
    folder.mkdir(parents=True, exist_ok=True)
    picture, data = folder / f"{name}.svg", folder / f"{name}.json"
    draw(picture, title, day, verdicts)
    data.write_text(document(title, day, verdicts))
    return [picture, data]


def _ended(place: Place) -> None:
    plane = ControlPlane.attach(place.cluster)
    if plane is not None:
        plane.remove()
    shutil.rmtree(place.engine, ignore_errors=True)
