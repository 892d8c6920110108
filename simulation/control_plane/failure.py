"""The one way this package says no."""


class ControlPlaneError(RuntimeError):
    """A part of the simulated cluster did not come up, or is gone; the text says which and why."""
