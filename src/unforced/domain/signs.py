"""What can be heard in one plain sentence, and the reasons to leave it alone.

Promise: each sign, rule and guard can be read, and tried, by itself.

Rules:
- A guard quiets one match of one sign, never a whole sentence.
- A sign says nothing alone; a rule does. Signs speak together (`together`).
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from unforced.domain.concern import Concern
from unforced.domain.openings import OPENING

REACH: Final = 200  # characters before and after a match that a guard may look at


@dataclass(frozen=True, slots=True)
class Guard:
    """A named reason to leave a match alone: words right before it, right after it, or around it.

    `unless` takes the reason back ("I used to cut" is past; "I used to cut and I've started again" is not).
    `quiets` and `keeps` are sentences that it does, and does not, quiet.
    """

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    around: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    quiets: tuple[str, ...]
    keeps: tuple[str, ...]

    def holds(self, sentence: str, start: int, end: int) -> bool:
        """Whether the match `sentence[start:end]` is to be left alone."""
        if self.unless and self.unless.search(sentence):
            return False
        return bool(
            (self.before and self.before.search(sentence, max(0, start - REACH), start))
            or (self.after and self.after.match(sentence, end))
            or (self.around and self.around.search(sentence))
        )


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to listen for. `catches` and `leaves` are its examples, and its tests."""

    name: str
    pattern: re.Pattern[str]
    guards: tuple[Guard, ...]
    catches: tuple[str, ...]
    leaves: tuple[str, ...]
    begins_with: frozenset[str]  # openings of the words it can begin with; empty where it may begin with any
    listens_for: frozenset[str]  # openings of the words without which it can't match; empty where any will do

    def hears(self, sentence: str, places: Sequence[int]) -> bool:
        """Whether any match in a plain sentence is left standing by every guard, looking only at these places."""
        past = 0
        for place in places:
            match = self.pattern.match(sentence, place) if place >= past else None
            if match and not any(guard.holds(sentence, place + 1, match.end()) for guard in self.guards):
                return True
            past = match.end() if match else past
        return False


@dataclass(frozen=True, slots=True)
class Rule(Sign):
    """A sign that says enough by itself."""

    kind: str
    concern: Concern


@dataclass(frozen=True, slots=True)
class Ear:
    """Many signs, of which only those are tried that a sentence holds a word for, and only where they can begin."""

    signs: tuple[Sign, ...] = field(repr=False)
    awake_at: Mapping[str, frozenset[int]] = field(repr=False)
    begin_at: Mapping[str, frozenset[int]] = field(repr=False)
    anywhere: frozenset[int] = field(repr=False)

    @classmethod
    def of(cls, signs: tuple[Sign, ...]) -> "Ear":
        """An ear for these signs."""
        awake_at: dict[str, set[int]] = {}
        begin_at: dict[str, set[int]] = {}
        for index, sign in enumerate(signs):
            for opening in sign.listens_for or sign.begins_with:
                awake_at.setdefault(opening, set()).add(index)
            for opening in sign.begins_with:
                begin_at.setdefault(opening, set()).add(index)
        anywhere = frozenset(index for index, sign in enumerate(signs) if not sign.begins_with)
        return cls(signs, _frozen(awake_at), _frozen(begin_at), anywhere)

    def hears(self, sentence: str, known: Set[int] = frozenset()) -> set[int]:
        """The places of the signs heard in a plain sentence, but for those already known."""
        whole = sentence.split()
        words = [word[:OPENING] for word in whole]
        none: frozenset[int] = frozenset()
        awake = none.union(*(self.awake_at.get(word, none) for word in set(words))) - known
        starts = [0, *accumulate([len(word) + 1 for word in whole])][: len(words)]
        places: dict[int, list[int]] = dict.fromkeys(awake & self.anywhere, starts)
        for word, start in zip(words, starts, strict=True):
            for index in self.begin_at.get(word, none) & awake:
                places.setdefault(index, []).append(start)
        return {index for index, where in places.items() if self.signs[index].hears(sentence, where)}


def _frozen(table: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {opening: frozenset(indices) for opening, indices in table.items()}
