"""What a stack may ask of its traces."""

from components.operator import OperatorSpec
from components.types import AtLeastOne


class TracingSpec(OperatorSpec):
    """An OpenTelemetry collector that every server sends to, and Jaeger to look at the traces.

    Jaeger keeps the newest `kept_traces` in memory: what must last belongs into a store of yours.
    """

    kept_traces: AtLeastOne = 100_000
