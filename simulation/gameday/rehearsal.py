"""One scenario on one simulated cluster: laid out, gone through, put right again, judged."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.update import Engine
from simulation.gameday.day import Asked, Day, Happened, asked
from simulation.gameday.happen import Happening
from simulation.gameday.judge import Verdict, judged
from simulation.gameday.load import calm, scale
from simulation.gameday.moment import Moment
from simulation.gameday.nodes import Nodes
from simulation.gameday.play import Play
from simulation.gameday.watch import Watch
from simulation.nodes.register import register
from simulation.nodes.volumes import bring
from simulation.outcome.watch import Patience, outcomes, settled
from stacks.config import StackConfig

Say = Callable[[str], None]
READY_SECONDS = 30
STEADY_SECONDS = 3
"""For so long all that is asked for must be there before a day ends early."""

PAUSE = 0.1


class NotCalm(Exception):
    """What nobody may preempt is not Ready before the first event: the day would prove nothing."""


@dataclass(frozen=True)
class Rehearsal:
    """A cluster that runs and an engine to fill it. `say` hears what is going on."""

    plane: ControlPlane
    engine: Engine
    say: Say

    def held(self, play: Play) -> tuple[Day, list[Verdict]]:
        """The day and its verdicts; the stack stays as it ended, nodes and processes are back."""
        config = play.config
        nodes = Nodes(self.plane.api, config.node_groups)
        self._laid_out(config)
        day = Day(asked=[asked(0, config)])
        try:
            self._lived(play, nodes, day)
        finally:
            self._put_right(nodes)
        return day, judged(day, play.scenario.promises)

    def _laid_out(self, config: StackConfig) -> None:
        """Everything that is asked for is there, jobs too, before the first event."""
        register(self.plane.api, config.node_groups)
        self.engine.up(simulated(config, self.plane))
        bring(self.plane.api, config)
        self._calmed(config)
        found = settled(lambda: outcomes(self.plane.api, config), lambda _: None, Patience())
        waiting = [one for one in found if not (one.settled or yields(config, one.name))]
        if waiting:
            said = "; ".join(f"{one.name}: {one.reason}" for one in waiting)
            raise NotCalm(f"not Ready even before the first event: {said}")
        self._calmed(config)

    def _calmed(self, config: StackConfig) -> None:
        """Back to the floor, those that are there: an earlier day may have left a crowd."""
        for model, count in calm(config).items():
            scale(self.plane.api, config.models[model].tenant, model, count)

    def _lived(self, play: Play, nodes: Nodes, day: Day) -> None:
        with Watch(self.plane.api, lambda: nodes.lost) as before:
            _until(lambda: before.now > READY_SECONDS or _whole(day.asked[0], before.moments[-1:]))
        with Watch(self.plane.api, lambda: nodes.lost) as watch:
            day.moments = watch.moments
            going_on = Happening(self.plane, self.engine, play.config, nodes, day, watch)
            for event in play.events:
                _until(lambda event=event: watch.now >= event.after_seconds)  # type: ignore[misc]
                going_on.happen(event)
                self.say(_told(day.happened[-1]))
            end = watch.now + play.scenario.lasts_seconds
            _until(lambda: watch.now >= end or (going_on.done and _steady(day, watch.now)))
            going_on.over()
        day.taken = watch.taken()

    def _put_right(self, nodes: Nodes) -> None:
        self.plane.recover(lambda _: None)
        nodes.back()


def yields(config: StackConfig, name: str) -> bool:
    """Whether a model may have to wait for others."""
    spec = config.models.get(name)
    return spec is not None and bool(spec.preemptable)


def _told(event: Happened) -> str:
    return f"{event.at:6.1f} s  {event.what.replace('_', ' ')}: {event.detail}"


def _until(true: Callable[[], bool]) -> None:
    while not true():
        time.sleep(PAUSE)


def _steady(day: Day, now: float) -> bool:
    """Whether all that is asked for has been there for a while, after the last event."""
    since = max(day.happened[-1].at, now - STEADY_SECONDS)
    recent = [moment for moment in day.moments if moment.at >= since]
    enough = now - day.happened[-1].at > STEADY_SECONDS
    return enough and _whole(day.asked[-1], recent)


def _whole(asked: Asked, moments: Sequence[Moment]) -> bool:
    """Whether at each of these moments every replica answered, and no other, and all jobs ran."""
    return bool(moments) and all(
        all(
            moment.ready(name) == count == moment.there(name)
            for name, count in asked.models.items()
        )
        and all(moment.workers(name) == count for name, count in asked.jobs.items())
        for moment in moments
    )
