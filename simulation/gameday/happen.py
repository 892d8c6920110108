"""Makes the events of a scenario happen, on the real controllers and through the real engine."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from signal import Signals

from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.update import Engine, UpdateFailed
from simulation.gameday.day import Asked, Day, Happened, asked
from simulation.gameday.load import most, scale
from simulation.gameday.nodes import Nodes
from simulation.gameday.overlay import changed
from simulation.gameday.scenario import Event, Kill, Overlay
from simulation.gameday.targets import busiest_node, zone_nodes
from simulation.gameday.watch import Watch
from stacks.config import StackConfig


@dataclass
class Happening:
    """One day's cluster and stack; `config` is what is asked for just now.

    Changes and drains take their time, in threads of their own: a day does not wait for them.
    """

    plane: ControlPlane
    engine: Engine
    base: StackConfig
    nodes: Nodes
    day: Day
    watch: Watch
    config: StackConfig = field(init=False)
    scaled: dict[str, int] = field(default_factory=dict)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.config = self.base

    def happen(self, event: Event) -> None:
        """Begin one event."""
        at = self.watch.now
        detail = getattr(self, f"_{event.said}")(event)
        self.day.happened.append(Happened(at, event.said, detail))

    @property
    def done(self) -> bool:
        """Whether nothing goes on any more."""
        return not any(thread.is_alive() for thread in self._threads)

    def over(self) -> None:
        """Wait for what still goes on."""
        for thread in self._threads:
            thread.join()

    def _lose_node(self, event: Event) -> str:
        assert event.lose_node is not None
        name = busiest_node(self.nodes.all(), self._pods(), event.lose_node.node_group)
        self.nodes.lose([name])
        return name

    def _lose_zone(self, event: Event) -> str:
        assert event.lose_zone is not None
        zone, names = zone_nodes(self.nodes.all(), self._pods(), event.lose_zone.zone)
        self.nodes.lose(names)
        return f"{zone}: {', '.join(names)}"

    def _drain_node(self, event: Event) -> str:
        assert event.drain_node is not None
        name = busiest_node(self.nodes.all(), self._pods(), event.drain_node.node_group)
        self._meanwhile(lambda: self._drained(name))
        return name

    def _drained(self, name: str) -> None:
        left = self.nodes.drain(name)
        if left:
            self.day.mishaps.append(f"{name} was taken with {', '.join(left)} on it")

    def _return_nodes(self, _: Event) -> str:
        names = ", ".join(sorted(self.nodes.lost))
        self.nodes.back()
        return names

    def _kill(self, event: Event) -> str:
        assert event.kill is not None
        kill = event.kill
        self.plane.kill(kill.process, Signals.SIGKILL)
        if kill.back_after_seconds is not None:
            self._meanwhile(lambda: self._back(kill))
        return kill.process

    def _back(self, kill: Kill) -> None:
        time.sleep(kill.back_after_seconds or 0)
        self.plane.recover(lambda _: None)

    def _burst(self, event: Event) -> str:
        assert event.burst is not None
        return self._scaled(most(self.config, event.burst.factor))

    def _scale(self, event: Event) -> str:
        assert event.scale is not None
        return self._scaled(event.scale)

    def _scaled(self, replicas: Mapping[str, int]) -> str:
        """What the models' scalers would write, had they seen the load."""
        self.scaled.update(replicas)
        self.day.asked.append(self.asked())
        for model, count in replicas.items():
            scale(self.plane.api, self.config.models[model].tenant, model, count)
        return ", ".join(f"{model} to {count}" for model, count in replicas.items())

    def _change(self, event: Event) -> str:
        overlay: Overlay = event.change or {}
        self._apply(changed(self.base, overlay))
        return ", ".join(f"{part}.{name}" for part in overlay for name in overlay[part]) or "back"

    def _apply(self, config: StackConfig) -> None:
        self.config = config
        self.day.asked.append(self.asked())
        here = simulated(config, self.plane)
        self._meanwhile(lambda: self._up(here))

    def asked(self) -> Asked:
        """What is asked for from now on: by the stack, or by a scaler above its floor."""
        said = asked(self.watch.now, self.config)
        return replace(said, models={**said.models, **self.scaled})

    def _up(self, config: StackConfig) -> None:
        try:
            self.engine.up(config)
        except UpdateFailed as failure:
            self.day.mishaps.append(str(failure))

    def _meanwhile(self, act: Callable[[], None]) -> None:
        thread = threading.Thread(target=act, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _pods(self) -> list[dict[str, object]]:
        found = self.plane.api.get("/api/v1/pods")["items"]
        return list(found)
