"""The form of a practice file: which keys there are and what each may hold.

Every finding is collected with its file and line; nothing is guessed or repaired. docs/writing-practices.md says
the same in words for writers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from unforced.content.finding import Finding, Source
from unforced.domain import practice as p
from unforced.domain.answers import IN_BETWEEN
from unforced.domain.resistance import Kind
from unforced.domain.states import STATES

STATE_NAMES = frozenset(state.name for state in STATES)
Table = Mapping[str, Any]


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _names(allowed: frozenset[str]) -> Callable[[Any], bool]:
    return lambda value: _texts(value) and all(item in allowed for item in value)


def _one_of(*allowed: str) -> Callable[[Any], bool]:
    return lambda value: value in allowed


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


REQUIRED: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (_is(str), "a name like orient.one_colour"),
    "family": (_one_of(*p.Family), "one of the families"),
    "title": (_is(str), "a short title"),
    "invitation": (_is(str), "one sentence"),
    "seconds": (lambda v: _is(int)(v) and v > 0, "whole seconds above 0"),
    "needs": (_names(frozenset(p.NEEDS)), "a list from: " + ", ".join(p.NEEDS)),
    "skip": (_is(str), "a sentence, or empty"),
    "twin": (_is(str), "the id of another practice"),
    "phrase": (_is(bool), "true or false"),
    "sources": (lambda v: _texts(v) and bool(v), "a list of at least one source"),
    "reviewed_by": (_is(str), "a name and date, or empty"),
    "after": (_is(dict), "a table with worse and same"),
}
OPTIONAL: dict[str, tuple[Callable[[Any], bool], str]] = {
    "rung": (lambda v: _is(int)(v) and 0 <= v <= 5, "0 to 5"),
    "size": (_one_of(*p.SIZES), "small, short or whole"),
    "of": (_one_of(*p.MOMENTS), "one of: " + ", ".join(p.MOMENTS)),
    "home": (_one_of("outside"), "outside"),
    "picked_only": (_is(bool), "true or false"),
    "order": (_is(int), "a whole number"),
    "only_in": (_names(STATE_NAMES), "a list of the guide's states"),
    "not_in": (_names(STATE_NAMES), "a list of the guide's states"),
    "from_rung": (lambda v: _is(int)(v) and 0 <= v <= 5, "0 to 5"),
    "toward": (_one_of(*IN_BETWEEN), "one of: " + ", ".join(IN_BETWEEN)),
    "for_kinds": (_names(frozenset(Kind)), "a list of kinds of no"),
    "cue": (lambda v: _is(list)(v) and all(isinstance(cue, dict) for cue in v), "[[cue]] tables"),
    "breath": (_is(dict), "a [breath] table"),
}
CUE: dict[str, tuple[Callable[[Any], bool], str]] = {
    "seconds": (lambda v: _is(int)(v) and v > 0, "whole seconds above 0"),
    "phase": (_one_of(*p.PHASES), "one of: " + ", ".join(p.PHASES)),
    "text": (lambda v: _is(str)(v) and bool(v.strip()), "a sentence"),
}
CUE_OPTIONAL: dict[str, tuple[Callable[[Any], bool], str]] = {
    "voice": (_one_of(*p.VOICES), "one of: " + ", ".join(p.VOICES)),
    "tone": (_one_of(*p.TONES), "one of: " + ", ".join(p.TONES)),
    "area": (_one_of(*p.AREAS), "one of: " + ", ".join(p.AREAS)),
}
BREATH = dict.fromkeys(("in", "out", "rounds"), CUE["seconds"])
BREATH["hold"] = (lambda v: _is(int)(v) and 0 <= v <= 4, "0 to 4 seconds")
BREATH_OPTIONAL: dict[str, tuple[Callable[[Any], bool], str]] = {
    "pause": CUE["seconds"],
    "twice": (_is(bool), "true or false"),
    "words": (_is(dict), "words for in, hold and out"),
    "span": CUE["seconds"],
    "counted": (_is(bool), "true or false"),
}


def read_practice(source: Source) -> tuple[p.Practice | None, list[Finding]]:
    """The practice in a file, or None, with everything that is wrong with its form."""
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, [Finding(source.file, _line_in(str(error)), "this file can't be read: " + str(error))]
    findings = _form(source, table)
    if findings:
        return None, findings
    practice = _practice(table)
    return practice, _agreement(source, table, practice)


def _line_in(message: str) -> int:
    _, _, after = message.partition("line ")
    digits = after.split(",")[0].split(")")[0]
    return int(digits) if digits.isdigit() else 1


def _form(source: Source, table: Table) -> list[Finding]:
    findings = _keys(source, table, REQUIRED, OPTIONAL, "")
    if findings:
        return findings
    findings += _keys(source, table["after"], dict.fromkeys(("worse", "same"), REQUIRED["skip"]), {}, "after.")
    for cue in table.get("cue", []):
        findings += _keys(source, cue, CUE, CUE_OPTIONAL, "cue.")
    if "breath" in table:
        findings += _keys(source, table["breath"], BREATH, BREATH_OPTIONAL, "breath.")
    if ("cue" in table) == ("breath" in table):
        findings.append(Finding(source.file, 1, "a practice has either [[cue]] tables or a [breath] table"))
    return findings


def _keys(source: Source, table: Table, required: Table, optional: Table, where: str) -> list[Finding]:
    findings = [Finding(source.file, 1, f"{where}{key} is missing") for key in required if key not in table]
    for key, value in table.items():
        known = required.get(key) or optional.get(key)
        line = source.line_of_key(key, value)
        if known is None:
            findings.append(Finding(source.file, line, f"{where}{key} is no key of a practice"))
        elif not known[0](value):
            findings.append(Finding(source.file, line, f"{where}{key} has to be {known[1]}"))
    return findings


def _practice(table: Table) -> p.Practice:
    breath = _breath(table["breath"]) if "breath" in table else None
    cues = breath.cues() if breath else tuple(p.Cue(**cue) for cue in table["cue"])
    plain = ("id", "title", "invitation", "seconds", "skip", "twin", "phrase", "reviewed_by")
    extra = {
        key: table[key]
        for key in ("rung", "size", "of", "home", "picked_only", "order", "from_rung", "toward")
        if key in table
    }
    return p.Practice(
        **{key: table[key] for key in plain},
        **extra,
        family=p.Family(table["family"]),
        cues=cues,
        breath=breath,
        needs=frozenset(table["needs"]),
        worse=table["after"]["worse"],
        same=table["after"]["same"],
        only_in=frozenset(table.get("only_in", ())),
        not_in=frozenset(table.get("not_in", ())),
        for_kinds=frozenset(table.get("for_kinds", ())),
        sources=tuple(table["sources"]),
    )


def _breath(table: Table) -> p.Breath:
    words = {"in": "In", "hold": "Hold, if you like", "out": "Out", **table.get("words", {})}
    return p.Breath(
        table["in"],
        table["hold"],
        table["out"],
        table["rounds"],
        table.get("pause", 0),
        table.get("twice", False),
        (words["in"], words["hold"], words["out"]),
        table.get("span", 0),
        table.get("counted", True),
    )


def _agreement(source: Source, table: Table, practice: p.Practice) -> list[Finding]:
    """What the form of one key says about another."""
    findings = []
    path = PurePath(source.file)
    if practice.id != f"{path.parent.name}.{path.stem}":
        findings.append(source.found("id", f"the id has to be {path.parent.name}.{path.stem}, like its file"))
    if practice.family != path.parent.name:
        findings.append(source.found("family", "the family has to be the folder's name"))
    for tone in p.TONES:
        total = sum(cue.seconds for cue in practice.in_tone(tone))
        if total != practice.seconds:
            findings.append(source.found("seconds", f"its cues last {total} s in the tone {tone}"))
            break
    if (practice.family is p.Family.WARMTH) != (practice.rung >= 0):
        findings.append(source.found("rung", "warmth has a rung, and nothing else has one"))
    if (practice.family is p.Family.BREATH) != (practice.breath is not None):
        findings.append(source.found("breath", "a breath has a [breath] table, and nothing else has one"))
    if (practice.family is p.Family.MOMENT) != bool(practice.of):
        findings.append(source.found("of =", "a moment says of which kind it is, and nothing else does"))
    return findings
