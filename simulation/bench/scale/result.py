"""What one scheduler did on one trace: plain data, kept as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from simulation.bench.scale.measure import Packing, Times


@dataclass(frozen=True, kw_only=True)
class PhaseResult:
    """One phase at rest.

    `missing` pods have no place, `unplaced` of them of work that the phase brought, whose `times`
    these are. `taken` pods had a place and lost it; `moves` would have to move for a packing as
    tight as the aim.
    """

    name: str
    seconds: float
    wanted: int
    missing: int
    unplaced: int
    gangs_in_part: int
    overfull_nodes: list[str]
    passed_over: list[str]
    taken: int
    moves: int | None
    scheduler_cpu_seconds: float
    packing: Packing
    times: Times

    @property
    def line(self) -> str:
        """For whoever waits."""
        packing = self.packing
        return (
            f"{self.name}: {packing.pods} of {self.wanted} pods placed after {self.seconds:.0f} s, "
            f"{packing.nodes_used} nodes for {packing.fewest_nodes}; "
            f"{self.times.placed} of its own{_median(self.times.median)}"
        )


def _median(seconds: float | None) -> str:
    return "" if seconds is None else f", half of them within {seconds:.1f} s"


@dataclass(frozen=True, kw_only=True)
class NodeLoss:
    """Seconds since the kubelets fell silent; `computed` where the wait was added up instead."""

    nodes: int
    pods: int
    silent_seconds: float
    tolerated_seconds: float
    recovered_seconds: float
    computed: bool


@dataclass(frozen=True, kw_only=True)
class Result:
    """All of it; `failures` are processes that ended unasked."""

    contender: str
    scheduler: str
    nodes: int
    seed: int
    phases: list[PhaseResult]
    loss: NodeLoss | None
    memory_mib: dict[str, float]
    failures: list[str]

    def __getitem__(self, phase: str) -> PhaseResult:
        return next(found for found in self.phases if found.name == phase)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """What `asdict` made of one."""
        phases = [
            PhaseResult(
                **{
                    **phase,
                    "packing": Packing(**phase["packing"]),
                    "times": Times(**phase["times"]),
                }
            )
            for phase in data["phases"]
        ]
        loss = None if data["loss"] is None else NodeLoss(**data["loss"])
        return cls(**{**data, "phases": phases, "loss": loss})


def kept(file: Path) -> list[Result]:
    """Every result that was written there, unless by a bench that measured other things."""
    if not file.exists():
        return []
    try:
        return [Result.from_json(one) for one in json.loads(file.read_text())]
    except (KeyError, TypeError):
        return []


def keep(file: Path, result: Result) -> list[Result]:
    """Write a result beside those of other sizes and schedulers, in place of an older one."""
    others = [one for one in kept(file) if _key(one) != _key(result)]
    all_of_them = sorted([*others, result], key=lambda one: one.nodes)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(one) for one in all_of_them], indent=1))
    return all_of_them


def _key(result: Result) -> tuple[str, int]:
    return result.contender, result.nodes
