"""A Kubernetes control plane as processes on loopback, with the operators a stack needs."""

from simulation.control_plane.control_plane import ControlPlane
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.parts import Parts

__all__ = ["ControlPlane", "ControlPlaneError", "Parts"]
