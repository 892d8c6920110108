"""Checking, rendering and planning without an engine: `python -m simulation.bench.planning N`."""

import resource
import sys
from datetime import date
from time import perf_counter

from components.model.manifest import inference_service
from components.model.placement import placement
from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from simulation.bench.stacks import raw
from stacks.parse import parse

MIB = 1024


def main(models: int) -> None:
    """Prints seconds to check the stack, to render and to plan it, and the peak in MiB."""
    asked = raw(models)
    began = perf_counter()
    config = parse(asked)
    checked = perf_counter()
    for name, spec in config.models.items():
        tenant, group = config.tenants[spec.tenant], config.node_groups[spec.node_group]
        inference_service(name, spec, placement(spec, tenant, group))
    rendered = perf_counter()
    planned = plan(config)
    document("bench", planned, findings(planned, date.today()))
    done = perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(f"{checked - began:.3f} {rendered - checked:.3f} {done - rendered:.3f} {peak:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
