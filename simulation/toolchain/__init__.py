"""The real programs a simulated cluster is made of, built once from pinned Go modules."""

from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.pins import pinned
from simulation.toolchain.toolchain import Toolchain

__all__ = ["BuildFailed", "Toolchain", "pinned"]
