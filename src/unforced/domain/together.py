"""Signs that are nothing alone and say enough together: a farewell, and a day; swallowing, and how much.

Promise: it can be read off which signs were heard side by side; none of the words is needed for it.

Rules:
- Side by side is within SPAN sentences that follow one another, and BREATH words, so that a long text doesn't gather
  a danger.
- What quiets is named too: a journey explains a goodbye, a story explains nearly everything.
"""

from collections import deque
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from unforced.domain.concern import Concern

SPAN: Final = 3  # sentences
BREATH: Final = 45  # words in them, where there is more than one
ALSO: Final = "/"  # between signs of which one is enough

Way = tuple[frozenset[str], ...]  # of each set, one sign


@dataclass(frozen=True, slots=True)
class Together:
    """Several ways of hearing one danger in two signs or more. `catches` and `leaves` are its tests."""

    name: str
    kind: str
    concern: Concern
    ways: tuple[Way, ...]
    quieted_by: frozenset[str]
    catches: tuple[str, ...]
    leaves: tuple[str, ...]

    def hears(self, signs: Set[str]) -> bool:
        """Whether these signs, heard side by side, say enough."""
        return self.quieted_by.isdisjoint(signs) and any(
            all(not one.isdisjoint(signs) for one in way) for way in self.ways
        )

    @property
    def listens_for(self) -> frozenset[str]:
        """Every sign that makes a difference."""
        return self.quieted_by.union(*(one for way in self.ways for one in way))


def ways_from(lines: list[str]) -> tuple[Way, ...]:
    """From `["decided soon", "farewell/blameless soon"]`: a line is a way, a word a sign, or several for one."""
    return tuple(tuple(frozenset(word.split(ALSO)) for word in line.split()) for line in lines)


class Nearby:
    """The signs of the last few sentences, and what they have said together so far."""

    def __init__(self, rules: tuple[Together, ...]) -> None:
        self.heard: set[str] = set()
        self._rules = rules
        self._sentences: deque[tuple[frozenset[str], int]] = deque(maxlen=SPAN)
        self._known: set[frozenset[str]] = set()

    def add(self, signs: frozenset[str], words: int) -> None:
        """One more sentence: the signs in it, and its length in words."""
        self._sentences.append((signs, words))
        while len(self._sentences) > 1 and sum(length for _, length in self._sentences) > BREATH:
            self._sentences.popleft()
        side_by_side = frozenset().union(*(each for each, _ in self._sentences))
        if side_by_side not in self._known:
            self._known.add(side_by_side)
            self.heard |= {rule.name for rule in self._rules if rule.hears(side_by_side)}
