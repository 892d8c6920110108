"""A scenario for one stack, with what its promises rest on or without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulation.gameday.judge import Verdict
from simulation.gameday.overlay import changed
from simulation.gameday.scenario import Event, Scenario
from stacks.config import StackConfig


@dataclass(frozen=True)
class Play:
    """`config` is the stack that the day begins with."""

    scenario: Scenario
    config: StackConfig
    without: bool

    @property
    def title(self) -> str:
        """What is played, and what is missing."""
        said = self.scenario.title
        return f"{said}, where {self.scenario.without.why}" if self.without else said

    @property
    def events(self) -> Sequence[Event]:
        """What happens, in order."""
        own = self.scenario.without.events if self.without else None
        return sorted(own or self.scenario.events, key=lambda event: event.after_seconds)

    def as_said(self, verdicts: Sequence[Verdict]) -> bool:
        """Whether every promise held; or, without what they rest on, the named ones broke."""
        broken = {one.promise for one in verdicts if not one.kept}
        return set(self.scenario.without.breaks) <= broken if self.without else not broken


def play(config: StackConfig, scenario: Scenario, *, without: bool) -> Play:
    """Raises stacks.problem.Refused where a stack or a change of the scenario is not sound."""
    begun = changed(config, scenario.stack)
    made = Play(scenario, changed(begun, scenario.without.stack) if without else begun, without)
    for event in made.events:
        if event.change is not None:
            changed(made.config, event.change)
    return made
