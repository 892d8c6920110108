"""One scheduler through one trace, on a control plane of its own."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

from simulation.bench.scale.compaction import moves
from simulation.bench.scale.contender import Contender
from simulation.bench.scale.emptying import empty
from simulation.bench.scale.events import Compact, End, Event, Lose, Want, Work, wanted
from simulation.bench.scale.loss import joining, lose, until
from simulation.bench.scale.measure import in_part, missing, overfull, packing, passed_over, times
from simulation.bench.scale.result import NodeLoss, PhaseResult, Result
from simulation.bench.scale.trace import Phase, Trace
from simulation.bench.scale.usage import cpu_seconds, peak_mib
from simulation.bench.scale.watch import Pods
from simulation.bench.scale.workload import NAMESPACE, pool, priorities, queues
from simulation.control_plane.control_plane import ControlPlane
from simulation.control_plane.manifest import namespace, path
from simulation.nodes.register import NODES, register
from simulation.toolchain.toolchain import Toolchain

Report = Callable[[str], None]
WORKERS = 8
PAUSE = 0.25
LONGEST_PHASE = 1_800.0
AIM = 1.02
"""Nodes used over the fewest that could do."""


def run(contender: Contender, trace: Trace, state: Path, report: Report) -> Result:
    """Everything from an empty directory to an empty directory."""
    shutil.rmtree(state, ignore_errors=True)
    plane = ControlPlane.start(state, Toolchain(), contender.parts, lambda _: None)
    try:
        return Lap(contender, trace, plane, report).result()
    finally:
        plane.remove()


class Lap:
    """The trace as it is played on a running cluster."""

    def __init__(
        self, contender: Contender, trace: Trace, plane: ControlPlane, report: Report
    ) -> None:
        self._contender, self._trace, self._report = contender, trace, report
        self._plane, self._api = plane, plane.api
        self._works: dict[str, Work] = {}
        self._loss: NodeLoss | None = None
        self._prepare()
        self._pods = Pods(plane.kubeconfig)

    def result(self) -> Result:
        """What was measured, phase by phase."""
        phases = [self._phase(phase) for phase in self._trace.phases]
        self._pods.stop()
        pids = self._plane.pids
        return Result(
            contender=self._contender.name,
            scheduler=self._contender.process,
            nodes=self._trace.nodes,
            seed=self._trace.seed,
            phases=phases,
            loss=self._loss,
            memory_mib={name: peak_mib(pid) for name, pid in pids.items()},
            failures=self._plane.failures(),
        )

    def _prepare(self) -> None:
        register(self._api, pool(self._trace.nodes))
        until(lambda: not any(joining(node) for node in self._api.get(NODES)["items"]))
        self._api.apply(namespace(NAMESPACE))
        shared = [*priorities(), *(queues(self._trace.nodes) if self._contender.gangs else [])]
        for manifest in shared:
            self._api.apply(manifest)

    def _phase(self, phase: Phase) -> PhaseResult:
        actions = [self._action(event) for event in phase.events]
        self._works = wanted(self._works.values(), phase.events)
        began, cpu, taken = monotonic(), self._cpu(), self._pods.taken()
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(lambda act: act(), actions))
        if not any(isinstance(event, Lose) for event in phase.events):
            self._rest()
        pods = self._pods.there()
        packed = packing(pods, self._trace.nodes)
        names = {event.work.name for event in phase.events if isinstance(event, Want)}
        asked = {name: self._works[name] for name in names}
        found = PhaseResult(
            name=phase.name,
            seconds=monotonic() - began,
            wanted=sum(work.pods for work in self._works.values()),
            missing=missing(pods, self._works),
            unplaced=missing(pods, asked),
            gangs_in_part=len(in_part(pods, self._works)),
            overfull_nodes=overfull(pods),
            passed_over=passed_over(pods, self._trace.nodes),
            taken=self._pods.taken() - taken,
            moves=moves(pods, int(packed.fewest_nodes * AIM)),
            scheduler_cpu_seconds=self._cpu() - cpu,
            packing=packed,
            times=times((pod for pod in pods if pod.work in names), began),
        )
        self._report(found.line)
        return found

    def _cpu(self) -> float:
        return cpu_seconds(self._plane.pids[self._contender.process])

    def _action(self, event: Event) -> Callable[[], object]:
        """What to do about it; what takes this program time is done before the clock runs."""
        match event:
            case Want(work):
                manifest = self._contender.manifest(work)
                return lambda: self._api.apply(manifest)
            case End(name):
                place = path(self._contender.manifest(self._works[name]))
                return lambda: self._api.delete(f"{place}{BACKGROUND}")
            case Lose(nodes):
                return lambda: self._lose(nodes)
            case Compact(below_percent):
                return lambda: empty(self._api, self._pods, self._works, below_percent)

    def _lose(self, nodes: int) -> None:
        self._loss = lose(self._api, self._pods, self._works, nodes)

    def _rest(self) -> None:
        """Until everything has its place, or nothing has changed for a while."""
        began = monotonic()
        patience = 10 + self._trace.nodes / 100
        while monotonic() - began < LONGEST_PHASE:
            sleep(PAUSE)
            pods = self._pods.there()
            extra = len(pods) > sum(work.pods for work in self._works.values())
            if not extra and not missing(pods, self._works):
                return
            if monotonic() - max(self._pods.changed, began) > patience:
                return


BACKGROUND = "?propagationPolicy=Background"
"""What a Job's own API does not do by itself: its pods go with it."""
