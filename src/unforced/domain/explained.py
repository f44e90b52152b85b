"""What a rule heard, explained by the sentences around it: long over, taught in a course, already in good hands.

Promise: a match is quieted only where its own sentence and those beside it say why, and never where they take it back.

Rules:
- Beside is BACK sentences before and ON after. A guard sees one sentence; this sees a few.
- Pure: it is told the roles of each sentence, and never the words.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

BACK: Final = 1  # sentences before the one that a rule heard something in
ON: Final = 2  # sentences after it

Told = tuple[frozenset[str], frozenset[str]]  # of one sentence: the rules that heard something, and its roles


@dataclass(frozen=True, slots=True)
class Explanation:
    """A named reason to leave what rules heard alone: a role in the same sentence, another near it, none of a third.

    `rules` are the rules it is about; none means all. `quiets` and `keeps` are its examples, and its tests.
    """

    name: str
    rules: frozenset[str]
    here: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    quiets: tuple[str, ...]
    keeps: tuple[str, ...]

    def may_hold(self, rule: str, roles: Set[str]) -> bool:
        """Whether the sentence itself leaves it open that what this rule heard is explained."""
        return (not self.rules or rule in self.rules) and not self.here.isdisjoint(roles)

    def holds(self, rule: str, roles: Set[str], around: Set[str]) -> bool:
        """Whether what this rule heard among these roles, and with those around it, is explained."""
        return self.may_hold(rule, roles) and not self.near.isdisjoint(around) and self.unless.isdisjoint(around)


def unexplained(told: Sequence[Told], explanations: Sequence[Explanation]) -> Iterator[str]:
    """The rules that heard something which nothing around it explains."""
    for at, (heard, roles) in enumerate(told):
        around = frozenset().union(*(each for _, each in told[max(0, at - BACK) : at + ON + 1])) if heard else roles
        yield from (rule for rule in heard if not any(each.holds(rule, roles, around) for each in explanations))
