"""From answers to figures: shares with Wilson's 95 % interval, flips, and what stands against which bound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from bench.screen.disturbing import WAYS
from bench.screen.listeners import Alarm
from bench.screen.rows import Row

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


def by_kind(rows: list[Row], alarm: Alarm) -> dict[str, Share]:
    """The share of alarms in each kind."""
    answers: dict[str, list[bool]] = {}
    for row in rows:
        answers.setdefault(row.kind, []).append(alarm(row.text))
    return {kind: Share(sum(heard), len(heard)) for kind, heard in answers.items()}


def all_of(shares: dict[str, Share], kinds: Iterable[str]) -> Share:
    """Several kinds as one."""
    chosen = [shares[kind] for kind in kinds if kind in shares]
    return Share(sum(share.hits for share in chosen), sum(share.of for share in chosen))


def flips(rows: list[Row], alarm: Alarm, seed: int = 7) -> dict[str, Share]:
    """How often the answer changes when the same text is typed another way."""
    plain = [alarm(row.text) for row in rows]
    found: dict[str, Share] = {}
    for name, disturb in WAYS.items():
        chance = Random(f"{seed} {name}")
        disturbed = [alarm(disturb(row.text, chance)) for row in rows]
        pairs = list(zip(plain, disturbed, strict=True))
        found[name] = Share(sum(one != other for one, other in pairs), len(rows))
        found[f"{name}, heard and lost"] = Share(sum(one and not other for one, other in pairs), sum(plain))
    return found
