"""Vocabularies by the role that words play: a farewell, a means at hand, what is lacking, who is left alone.

Promise: every expression stands in the table as somebody would say it, and is found in one walk over a sentence,
however many there are.

Rules:
- Pure, and in step with the text: from each word a few others are followed, FAR of them at most.
- An expression is words between spaces. `(a|b c|)` is a choice, and may be empty; `<kin>` is any word of a named set;
  `..` is up to GAP words of any kind.
- What is denied right before ("not", "never") isn't heard, unless the role says `denied = true`.
- A role says nothing alone. Roles are heard side by side with signs (`together`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

GAP: Final = 3  # words of any kind that `..` stands for, at most
BEFORE: Final = 3  # words before an expression in which a denial counts
FAR: Final = 400  # steps of one walk; a sentence made to be slow is given up on

_NOT: Final = frozenset(("not", "never", "no", "nobody", "without", "nor", "neither"))
_CHOICE: Final = re.compile(r"(\([^()]*\))")
_WORD: Final = re.compile(r"[a-z0-9]+(?![a-z_]*>)")
_PIECE: Final = re.compile(r"[a-z0-9]+|<[a-z_]+>|\.\.")


@dataclass(frozen=True, slots=True)
class Role:
    """One role. `catches` and `leaves` are its examples, and its tests."""

    name: str
    denied: bool  # whether it is heard after a denial too
    unless: frozenset[str]  # roles beside which, in the same sentence, it isn't heard
    catches: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A place in an expression: where a word, a set or `..` leads from there, and the roles that are told there."""

    leads: Mapping[str, tuple["Node", ...]] = field(default_factory=dict, repr=False)
    ends: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the roles of a language, found by their first words."""

    roles: tuple[Role, ...] = field(repr=False)
    words: frozenset[str] = field(repr=False)  # every word that stands in an expression, or in a set
    sets: Mapping[str, tuple[str, ...]] = field(repr=False)  # a word to the sets it is in
    opens: Mapping[str, Node] = field(repr=False)  # a first word, or a set, to what may follow it

    def hears(self, sentence: str) -> frozenset[str]:
        """The names of the roles heard in a plain sentence."""
        words = sentence.split()
        keys = [(word, *self.sets[word]) if word in self.sets else (word,) for word in words]
        heard: set[Role] = set()
        for start, here in enumerate(keys):
            opened = [self.opens[key] for key in here if key in self.opens]
            if opened and (told := _told_from(opened, start + 1, keys)):
                denied = not _NOT.isdisjoint(words[max(0, start - BEFORE) : start])
                heard.update(role for role in told if role.denied or not denied)
        names = {role.name for role in heard}
        return frozenset(role.name for role in heard if role.unless.isdisjoint(names))


def _told_from(opened: Sequence[Node], start: int, keys: Sequence[tuple[str, ...]]) -> list[Role]:
    """The roles of every expression that begins with one of these nodes and goes on at `start`."""
    told: list[Role] = []
    waiting = [(node, start) for node in opened]
    for node, at in waiting:
        told += node.ends
        leads = node.leads
        if not leads or at >= len(keys) or len(waiting) > FAR:
            continue
        for key in keys[at]:
            if key in leads:
                waiting += [(onward, at + 1) for onward in leads[key]]
        if ".." in leads:
            reach = range(at, min(at + GAP, len(keys)) + 1)
            waiting += [(onward, further) for onward in leads[".."] for further in reach]
    return told


def vocabulary_from(rows: Sequence[Mapping[str, Any]], sets: Mapping[str, str]) -> Vocabulary:
    """The vocabulary of `[[role]]` rows and `[sets]`; `ValueError` naming the role that can't be used."""
    belongs: dict[str, tuple[str, ...]] = {}
    for name, words in sets.items():
        for word in words.split():
            belongs[word] = (*belongs.get(word, ()), f"<{name}>")
    roles = tuple(_role(row) for row in rows)
    pairs = list(zip(roles, rows, strict=True))
    lines = [_line(role, said, sets) for role, row in pairs for said in row["says"].strip().splitlines() if said]
    opens = {key: _merged(nodes) for key, nodes in _merged(lines).leads.items()}
    used = {word for row in rows for word in _WORD.findall(row["says"])} | belongs.keys()
    return Vocabulary(roles, frozenset(used), belongs, opens)


def _role(row: Mapping[str, Any]) -> Role:
    name = str(row.get("name") or "without a name")
    if len(row.get("catches", ())) < 2 or not row.get("leaves") or not row.get("says"):
        raise ValueError(f"rule {name}: needs words, two sentences it catches and one it leaves")
    unless = frozenset(row.get("unless", "").split())
    return Role(name, bool(row.get("denied")), unless, tuple(row["catches"]), tuple(row["leaves"]))


def _line(role: Role, said: str, sets: Mapping[str, str]) -> Node:
    """One line of expressions, from its end: a choice leads on to what stands after it."""
    after = Node(ends=(role,))
    for part in reversed(_CHOICE.split(said.strip())):
        ways = part[1:-1].split("|") if part.startswith("(") else [part]
        after = _merged([_led(way.split(), after) for way in ways])
    pieces = re.split(r"[()|\s]+", said)
    unknown = [key for key in pieces if key and not (_PIECE.fullmatch(key) and (key[0] != "<" or key[1:-1] in sets))]
    if unknown or after.ends or ".." in after.leads:
        raise ValueError(f"rule {role.name}: an expression can't be read: {said.strip()}")
    return after


def _led(pieces: Sequence[str], after: Node) -> Node:
    for piece in reversed(pieces):
        after = Node({piece: (after,)})
    return after


def _merged(nodes: Sequence[Node]) -> Node:
    if len(nodes) == 1:
        return nodes[0]
    leads: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        for key, onward in node.leads.items():
            leads[key] = (*leads.get(key, ()), *onward)
    return Node(leads, tuple(role for node in nodes for role in node.ends))
