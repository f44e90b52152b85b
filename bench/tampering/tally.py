"""How many were tried, and what was answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from unforced.domain.errors import VaultError


@dataclass
class Tally:
    """How many were tried, and what was answered."""

    tried: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    amiss: Counter[str] = field(default_factory=Counter)

    def take(self, answer: str, wanted: str) -> None:
        """Counts one."""
        self.tried += 1
        self.answers[answer] += 1
        if answer != wanted:
            self.amiss[f"{answer} instead of {wanted}"] += 1

    @property
    def opened(self) -> int:
        """How many were opened."""
        return self.answers["opened"]

    def say(self, what: str) -> None:
        """Prints it as one line."""
        answers = ", ".join(f"{count:,} {answer}" for answer, count in sorted(self.answers.items()))
        print(f"{what}: {self.tried:,} tried, {self.tried - self.opened:,} refused ({answers})")
        for amiss, count in self.amiss.items():
            print(f"    amiss: {count:,} {amiss}")


def answer_of(opening: Callable[[], object]) -> str:
    """What somebody is told."""
    try:
        opening()
    except VaultError as refusal:
        return refusal.code
    return "opened"
