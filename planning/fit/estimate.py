"""A figure that is not exact: what is expected, and between which bounds it was seen."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Estimate:
    """`low` <= `expected` <= `high`, all in the same unit."""

    low: float
    expected: float
    high: float

    @classmethod
    def exact(cls, figure: float) -> Self:
        """A figure without a spread."""
        return cls(figure, figure, figure)

    def __add__(self, other: "Estimate") -> "Estimate":
        return Estimate(
            self.low + other.low, self.expected + other.expected, self.high + other.high
        )

    def __sub__(self, other: "Estimate") -> "Estimate":
        return Estimate(
            self.low - other.high, self.expected - other.expected, self.high - other.low
        )

    def times(self, factor: float) -> "Estimate":
        """Each figure by `factor`, which must not be negative."""
        return Estimate(self.low * factor, self.expected * factor, self.high * factor)
