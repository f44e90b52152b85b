"""All that is listened for in one language, from its table of signals.

Promise: a table that can't be used is refused, naming the rule, before anybody is listened to.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final

from unforced.domain.concern import KINDS
from unforced.domain.explained import Explanation
from unforced.domain.openings import OPENING
from unforced.domain.patterns import Shorthand, pattern_from
from unforced.domain.roles import Vocabulary, vocabulary_from
from unforced.domain.signs import Ear, Guard, Rule, Sign
from unforced.domain.spelling import Spelling, spelling_from
from unforced.domain.together import Together, ways_from

_PARTS: Final = ("hears", "before", "after", "around", "unless")
_NEEDED: Final = {"name", "hears", "guards", "catches", "leaves"}
_LEAST: Final = {"rule": (3, 2), "sign": (2, 1), "together": (3, 2)}  # sentences it catches, and leaves


@dataclass(frozen=True, slots=True)
class Rules:
    """All the rules of one language, with its spelling. Built by `rules_from`."""

    rules: tuple[Rule, ...] = field(repr=False)
    signs: tuple[Sign, ...] = field(repr=False)
    together: tuple[Together, ...] = field(repr=False)
    guards: tuple[Guard, ...] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    explanations: tuple[Explanation, ...] = field(repr=False)
    spelling: Spelling = field(repr=False)
    ear: Ear = field(init=False, repr=False)  # for the rules, and after them the signs

    def __post_init__(self) -> None:
        """Everything is found again by its words."""
        object.__setattr__(self, "ear", Ear.of((*self.rules, *self.signs)))

    def hears(self, sentence: str, known: Set[int] = frozenset()) -> tuple[set[int], frozenset[str]]:
        """The places of the rules heard in a plain sentence, but for those known, and the names of its signs."""
        heard = self.ear.hears(sentence, known)
        rules = {index for index in heard if index < len(self.rules)}
        return rules, frozenset(self.ear.signs[index].name for index in heard - rules)

    def may_be_explained(self, index: int, roles: Set[str]) -> bool:
        """Whether what this rule heard beside these roles waits for the sentences around it."""
        return any(each.may_hold(self.rules[index].name, roles) for each in self.explanations)


def rules_from(table: Mapping[str, Any]) -> Rules:
    """The rules a parsed signals table describes; `ValueError` naming the rule that can't be used."""
    shorthand = Shorthand(table["shorthand"])
    guards = {row["name"]: _guard(row, shorthand) for row in table["guard"]}
    signs = tuple(Sign(**_heard(row, "sign", shorthand, guards)) for row in table.get("sign", ()))
    vocabulary = vocabulary_from(table.get("role", ()), table.get("sets", {}))
    names = {sign.name for sign in signs} | {role.name for role in vocabulary.roles}
    rows = (*table["rule"], *table["guard"], *table.get("sign", ()))
    patterns = [*table["shorthand"].values(), *(way for row in rows for part in _PARTS for way in row.get(part, ()))]
    return Rules(
        rules=tuple(_rule(row, shorthand, guards) for row in table["rule"]),
        signs=signs,
        together=tuple(_together(row, names) for row in table.get("together", ())),
        guards=tuple(guards.values()),
        vocabulary=vocabulary,
        explanations=tuple(_explanation(row, names) for row in table.get("explanation", ())),
        spelling=spelling_from(table["spelling"], patterns, vocabulary.words),
    )


def _rule(row: Mapping[str, Any], shorthand: Shorthand, guards: Mapping[str, Guard]) -> Rule:
    if row.get("kind") not in KINDS:
        raise ValueError(f"rule {row.get('name')}: its kind is not known")
    return Rule(**_heard(row, "rule", shorthand, guards), kind=row["kind"], concern=KINDS[row["kind"]])


def _heard(row: Mapping[str, Any], table: str, shorthand: Shorthand, guards: Mapping[str, Guard]) -> dict[str, Any]:
    name = str(row.get("name") or "without a name")
    if missing := _NEEDED - row.keys():
        raise ValueError(f"rule {name}: lacks {', '.join(sorted(missing))}")
    if not set(row["guards"]) <= guards.keys():
        raise ValueError(f"rule {name}: a guard is not known")
    pattern = pattern_from(name, row["hears"], shorthand)
    begins_with = shorthand.openings(row["hears"])
    if not begins_with and not row.get("listens_for"):
        raise ValueError(f"rule {name}: may begin with any word, so it must say what it listens for")
    return {
        "name": name,
        "pattern": pattern,
        "begins_with": begins_with,
        "guards": tuple(guards[guard] for guard in row["guards"]),
        "listens_for": frozenset(word[:OPENING] for word in row.get("listens_for", "").split()),
        **_examples(name, row, table),
    }


def _examples(name: str, row: Mapping[str, Any], table: str) -> dict[str, tuple[str, ...]]:
    catches, leaves = _LEAST[table]
    if len(row["catches"]) < catches or len(row["leaves"]) < leaves:
        raise ValueError(f"rule {name}: needs {catches} sentences it catches and {leaves} it leaves")
    return {"catches": tuple(row["catches"]), "leaves": tuple(row["leaves"])}


def _together(row: Mapping[str, Any], signs: set[str]) -> Together:
    name = str(row.get("name") or "without a name")
    if row.get("kind") not in KINDS:
        raise ValueError(f"rule {name}: its kind is not known")
    made = Together(
        name=name,
        kind=row["kind"],
        concern=KINDS[row["kind"]],
        ways=ways_from(row["signs"]),
        quieted_by=frozenset(row["quieted_by"].split()),
        **_examples(name, row, "together"),
    )
    if unknown := made.listens_for - signs:
        raise ValueError(f"rule {name}: no such sign: {', '.join(sorted(unknown))}")
    return made


def _guard(row: Mapping[str, Any], shorthand: Shorthand) -> Guard:
    name = row["name"]
    parts = {part: row.get(part) for part in _PARTS[1:]}
    made = {part: pattern_from(name, words, shorthand, part) if words else None for part, words in parts.items()}
    return Guard(name, **made, quiets=tuple(row.get("quiets", ())), keeps=tuple(row.get("keeps", ())))


def _explanation(row: Mapping[str, Any], signs: Set[str]) -> Explanation:
    here, near, unless = (frozenset(row[key].split()) for key in ("here", "near", "unless"))
    if unknown := (here | near | unless) - signs:
        raise ValueError(f"rule {row['name']}: no such role: {', '.join(sorted(unknown))}")
    return Explanation(
        row["name"], frozenset(row["rules"].split()), here, near, unless, tuple(row["quiets"]), tuple(row["keeps"])
    )
