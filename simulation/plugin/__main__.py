"""What the executable named pulumi-resource-kubernetes runs."""

import sys

from simulation.plugin.server import serve

serve(sys.argv[1:])
