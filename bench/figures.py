"""Shares with Wilson's 95 % interval, and what stands against which bound: the same for every bench."""

from __future__ import annotations

from dataclasses import dataclass

_Z = 1.959964  # of 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 of nothing is 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval, 95 %."""
        if not self.of:
            return 0.0, 1.0
        n, p = self.of, self.value
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * (p * (1 - p) / n + _Z**2 / (4 * n * n)) ** 0.5
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        """As it is printed: the share, its interval, and how many."""
        low, high = self.interval
        return f"{self.value:6.1%}  [{low:5.1%}, {high:6.1%}]  {self.hits}/{self.of}"

    def told(self) -> str:
        """As it stands on a page."""
        low, high = self.interval
        return f"{self.value:.1%} ({low:.1%} to {high:.1%})"


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure beside what it must be."""

    name: str
    measured: float
    bound: float
    at_least: bool = False

    @property
    def held(self) -> bool:
        """Whether it is on the right side."""
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound

    def __str__(self) -> str:
        """As it is printed."""
        sign, verdict = (">=" if self.at_least else "<="), ("held" if self.held else "MISSED")
        return f"  {self.name:32}{self.measured:9.4f} {sign} {self.bound:<7} {verdict}"

    def told(self) -> str:
        """As a row of a table on a page."""
        sign, verdict = ("≥" if self.at_least else "≤"), ("held" if self.held else "**missed**")
        return f"| {self.name.replace('_', ' ')} | {self.measured:.4f} | {sign} {self.bound} | {verdict} |"
