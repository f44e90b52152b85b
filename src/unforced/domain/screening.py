"""Hears, in a person's own words, that somebody may be in danger, so that Help can be opened.

Promise: rules only, readable one by one; the answer names the rules that spoke and holds none of the words.

Rules:
- Signposting, nothing else: no score, no level shown, nobody alerted. The reader of `Heard` opens a panel.
- Explicit intent and self-harm are urgent; every other danger is tender; sadness, self-attack, grief and a no are none.
- Sentence by sentence, or by the signs of a few sentences that follow one another (`together`).
- A guard quiets one match of one rule, never a whole text; so does what explains it, a sentence or two away
  (`explained`).
- A second listener may raise what was heard and never lower it (`louder`).
- Total, pure and linear. A pattern may not repeat anything without a bound, so no text can make it slow.
- The rules are data (content/signals/en.toml). Nothing is read from disk here, and the guide is not known here.
"""

from dataclasses import dataclass

from unforced.domain.concern import KINDS, Concern
from unforced.domain.explained import Explanation, Told, unexplained
from unforced.domain.hearing import sentences
from unforced.domain.rulebook import Rules, rules_from
from unforced.domain.signs import Guard, Rule, Sign
from unforced.domain.together import Nearby, Together

__all__ = [
    "KINDS",
    "Concern",
    "Explanation",
    "Guard",
    "Heard",
    "Rule",
    "Rules",
    "Sign",
    "Together",
    "louder",
    "rules_from",
    "screen",
]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard: the strongest concern, and the names of the rules that spoke, in their own order."""

    concern: Concern
    because: tuple[str, ...]


def screen(text: str, rules: Rules) -> Heard:
    """Listen to a person's raw words. Any string is answered; none of it is kept."""
    alone: set[int] = set()
    told: list[Told] = []
    nearby = Nearby(rules.together)
    memo: dict[str, frozenset[str]] = {}
    played: dict[str, frozenset[str]] = {}
    for readings in sentences(text, rules.spelling):
        waiting: set[str] = set()
        likeliest = readings[0]
        if likeliest not in played:
            played[likeliest] = rules.vocabulary.hears(likeliest)
        roles = played[likeliest]
        for sentence in readings:
            if sentence not in memo:
                heard, memo[sentence] = rules.hears(sentence, alone)
                doubted = {index for index in heard if rules.may_be_explained(index, roles)}
                waiting.update(rules.rules[index].name for index in doubted)
                alone |= heard - doubted
        here = roles.union(*(memo[sentence] for sentence in readings))
        told.append((frozenset(waiting), here))
        nearby.add(here, readings[0].count(" "))
    names = {rules.rules[index].name for index in alone}.union(unexplained(told, rules.explanations))
    spoke: list[Rule | Together] = [rule for rule in rules.rules if rule.name in names]
    spoke += [each for each in rules.together if each.name in nearby.heard]
    return Heard(max((each.concern for each in spoke), default=Concern.NONE), tuple(each.name for each in spoke))


def louder(one: Heard, other: Heard) -> Heard:
    """What two listeners heard: the stronger concern, and both their reasons. Neither can quiet the other."""
    return Heard(max(one.concern, other.concern), tuple(dict.fromkeys((*one.because, *other.because))))
