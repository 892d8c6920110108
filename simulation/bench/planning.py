"""Checking and rendering without an engine: `python -m simulation.bench.planning N`."""

import resource
import sys
from time import perf_counter

from components.model.manifest import inference_service
from components.model.placement import placement
from simulation.bench.stacks import raw
from stacks.parse import parse

MIB = 1024


def main(models: int) -> None:
    """Prints seconds to check the stack, seconds to render it, and the process's peak in MiB."""
    asked = raw(models)
    began = perf_counter()
    config = parse(asked)
    checked = perf_counter()
    for name, spec in config.models.items():
        tenant, group = config.tenants[spec.tenant], config.node_groups[spec.node_group]
        inference_service(name, spec, placement(spec, tenant, group))
    rendered = perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(f"{checked - began:.3f} {rendered - checked:.3f} {peak:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
