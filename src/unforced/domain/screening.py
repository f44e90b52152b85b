"""Hears, in a person's own words, that somebody may be in danger, so that Help can be opened.

Promise: rules only, readable one by one; the answer names the rules that spoke and holds none of the words.

Rules:
- Signposting, nothing else: no score, no level shown, nobody alerted. The reader of `Heard` opens a panel.
- Explicit intent and self-harm are urgent; every other danger is tender; sadness, self-attack, grief and a no are none.
- Sentence by sentence. A guard quiets one match of one rule, never a whole text.
- Total, pure and linear. A pattern may not repeat anything without a bound, so no text can make it slow.
- The rules are data (content/signals/en.toml). Nothing is read from disk here, and the guide is not known here.
"""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from unforced.domain.hearing import sentences
from unforced.domain.patterns import pattern_from, spelt_out
from unforced.domain.spelling import Spelling, spelling_from


class Concern(enum.IntEnum):
    """How loudly the rules spoke. Ordered, so that a second reader may raise it and never lower it."""

    NONE = 0
    TENDER = 1
    URGENT = 2

    @property
    def word(self) -> str:
        """One of none, tender, urgent."""
        return self.name.lower()


KINDS: Final[Mapping[str, Concern]] = {
    "explicit": Concern.URGENT,  # intent to die, a plan, a method, a goodbye now
    "self_harm": Concern.URGENT,  # hurting oneself, overdosing, urges to
    "passive": Concern.TENDER,  # a wish not to wake, better off without me
    "veiled": Concern.TENDER,  # giving things away, "I won't be a problem much longer"
    "danger": Concern.TENDER,  # somebody hurts, threatens or locks in the person
    "neglect": Concern.TENDER,  # days without food, a child nobody can look after
    "harm_to_others": Concern.TENDER,
}
REACH: Final = 200  # characters before and after a match that a guard may look at

_PARTS: Final = ("hears", "before", "after", "around", "unless")


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
class Rule:
    """One thing to listen for. `catches` and `leaves` are its examples, and its tests."""

    name: str
    kind: str
    concern: Concern
    pattern: re.Pattern[str]
    guards: tuple[Guard, ...]
    catches: tuple[str, ...]
    leaves: tuple[str, ...]
    listens_for: frozenset[str]  # first four letters of the words without which it can't match

    def hears(self, sentence: str) -> bool:
        """Whether any match in a plain sentence is left standing by every guard."""
        return any(
            not any(guard.holds(sentence, match.start() + 1, match.end()) for guard in self.guards)
            for match in self.pattern.finditer(sentence)
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """All the rules of one language, with its spelling. Built by `rules_from`."""

    rules: tuple[Rule, ...] = field(repr=False)
    guards: tuple[Guard, ...] = field(repr=False)
    spelling: Spelling = field(repr=False)
    by_word: Mapping[str, tuple[int, ...]] = field(repr=False)  # four letters to the rules that listen for them


@dataclass(frozen=True, slots=True)
class Heard:
    """What the rules heard: the strongest concern, and the names of the rules that spoke, in their own order."""

    concern: Concern
    because: tuple[str, ...]


def screen(text: str, rules: Rules) -> Heard:
    """Listen to a person's raw words. Any string is answered; none of it is kept."""
    heard: set[int] = set()
    for sentence in dict.fromkeys(sentences(text, rules.spelling)):
        heard |= {index for index in _awake(sentence, rules) - heard if rules.rules[index].hears(sentence)}
    spoke = [rules.rules[index] for index in sorted(heard)]
    concern = max((rule.concern for rule in spoke), default=Concern.NONE)
    return Heard(concern, tuple(rule.name for rule in spoke))


def _awake(sentence: str, rules: Rules) -> set[int]:
    openings = {word[:4] for word in sentence.split()}
    return {index for opening in openings for index in rules.by_word.get(opening, ())}


def rules_from(table: Mapping[str, Any]) -> Rules:
    """The rules a parsed signals table describes; `ValueError` naming the rule that can't be used."""
    shorthand: dict[str, str] = {}
    for name, pattern in table["shorthand"].items():
        shorthand[name] = spelt_out(name, pattern, shorthand)
    guards = {row["name"]: _guard(row, shorthand) for row in table["guard"]}
    rules = tuple(_rule(row, shorthand, guards) for row in table["rule"])
    by_word: dict[str, tuple[int, ...]] = {}
    for index, rule in enumerate(rules):
        for opening in rule.listens_for:
            by_word[opening] = (*by_word.get(opening, ()), index)
    rows = [row.get(part, ()) for row in (*table["rule"], *table["guard"]) for part in _PARTS]
    patterns = [*table["shorthand"].values(), *(way for ways in rows for way in ways)]
    return Rules(rules, tuple(guards.values()), spelling_from(table["spelling"], patterns), by_word)


def _rule(row: Mapping[str, Any], shorthand: Mapping[str, str], guards: Mapping[str, Guard]) -> Rule:
    name = str(row.get("name") or "without a name")
    if flaw := _flaw(row, guards):
        raise ValueError(f"rule {name}: {flaw}")
    return Rule(
        name=name,
        kind=row["kind"],
        concern=KINDS[row["kind"]],
        pattern=pattern_from(name, row["hears"], shorthand),
        guards=tuple(guards[guard] for guard in row["guards"]),
        catches=tuple(row["catches"]),
        leaves=tuple(row["leaves"]),
        listens_for=frozenset(word[:4] for word in row["listens_for"].split()),
    )


def _flaw(row: Mapping[str, Any], guards: Mapping[str, Guard]) -> str:
    missing = {"name", "kind", "listens_for", "hears", "guards", "catches", "leaves"} - row.keys()
    if missing:
        return f"lacks {', '.join(sorted(missing))}"
    if row["kind"] not in KINDS:
        return "its kind is not known"
    if not set(row["guards"]) <= guards.keys():
        return "a guard is not known"
    few = len(row["catches"]) < 3 or len(row["leaves"]) < 2
    return "needs three sentences it catches and two it leaves" if few else ""


def _guard(row: Mapping[str, Any], shorthand: Mapping[str, str]) -> Guard:
    name = row["name"]
    parts = {part: row.get(part) for part in _PARTS[1:]}
    made = {part: pattern_from(name, words, shorthand, part) if words else None for part, words in parts.items()}
    return Guard(name, **made, quiets=tuple(row.get("quiets", ())), keeps=tuple(row.get("keeps", ())))

