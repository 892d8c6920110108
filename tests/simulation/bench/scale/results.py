"""A result as a run would give it, for tests of what is made of one."""

from simulation.bench.scale.measure import Seen, packing, times
from simulation.bench.scale.result import NodeLoss, PhaseResult, Result
from simulation.bench.scale.trace import trace

PODS = [Seen("a", "m", 4, 10, "one", 12), Seen("b", "m", 4, 10, "two", 13)]
LOST = NodeLoss(
    nodes=1,
    pods=3,
    silent_seconds=50,
    tolerated_seconds=300,
    recovered_seconds=352,
    computed=True,
)


def phase(name: str) -> PhaseResult:
    return PhaseResult(
        name=name,
        seconds=1,
        wanted=2,
        missing=0,
        unplaced=2,
        gangs_in_part=0,
        overfull_nodes=[],
        passed_over=[],
        taken=1,
        moves=1,
        scheduler_cpu_seconds=0.1,
        packing=packing(PODS, 4),
        times=times(PODS, 10),
    )


def result(contender: str, nodes: int = 10) -> Result:
    return Result(
        contender=contender,
        scheduler="volcano-scheduler",
        nodes=nodes,
        seed=8,
        phases=[phase(one.name) for one in trace(nodes).phases],
        loss=LOST,
        memory_mib={"volcano-scheduler": 100.0, "etcd": 50.0},
        failures=[],
    )
