"""The known word nearest to a mistyped one, where the stacks look for it."""

from components.nearest import did_you_mean

__all__ = ["did_you_mean"]
