"""A glance at a kept visit: who on the inner map was met in it, and the few things in it that a ribbon is made of.

Rules:
- Whose visit it is is read of every page; the rest only of those that are shown. Ten years of visits are looked
  through in one go (bench/parts.py).
- What is read is checked as it is when a whole visit is opened; what isn't read isn't judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from unforced.app.documents import WORDS, check_form, value_of, words_of
from unforced.app.kept import VISIT, moment_of
from unforced.domain.answers import SCALES, UNKNOWN, Answers, Facts, Level, Unnumbered
from unforced.domain.deeds.saying import SAID_TO_IT
from unforced.domain.errors import PageDamagedError
from unforced.domain.page import Page
from unforced.domain.possible import POSSIBLE
from unforced.domain.visit import Said, Use, Visit
from unforced.domain.words import Words

SAID_IN_IT = ("words", SAID_TO_IT)
"""What a person said in a visit, of it and to it, apart from what it told when it was asked."""
SAID = (*SAID_IN_IT, "ask_", "sides_")
"""How the keys begin of what is read of everything said."""
LEVELS = ("firmness", "blend", "toward")
CHECKED = ("said", "meeting", "soften", "on_map", "sides")
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError)
NOBODY = [0, 0, 0]


class Seen(NamedTuple):
    """A kept visit in which somebody on the map was met: when it began, its page, and their keys (0: not there)."""

    began: datetime
    page: Page
    keys: tuple[int, int, int]


def seen(page: Page) -> Seen | None:
    """Who was met in a kept visit; None where it is no visit, or nobody in it is on a map.

    PageDamagedError, NewerFormatError.
    """
    document = page.document
    if document.get("kind", VISIT) != VISIT:
        return None
    check_form(document)
    try:
        plain: Any = document["visit"]
        if (on_map := plain.get("on_map", NOBODY)) == NOBODY:
            return None
        no, one, other = (_a(int, key) for key in on_map)
    except UNREADABLE:
        raise PageDamagedError("no visit") from None
    return Seen(moment_of(document.get("began")), page, (no, one, other))


def glance(found: Seen) -> Visit:
    """The visit, as far as a ribbon needs it; the rest of it is as in a new one. PageDamagedError."""
    plain: Any = found.page.document["visit"]
    try:
        visit = _visit(plain, found.keys)
        if all(POSSIBLE[check](visit) for check in CHECKED):
            return visit
    except UNREADABLE:
        pass
    raise PageDamagedError("no visit that answers lead to")


def _visit(plain: Mapping[str, Any], keys: tuple[int, int, int]) -> Visit:
    """As much of a visit. One of UNREADABLE where there is none."""
    answers = plain.get("answers", {})
    firmness, blend, toward = (_answer(key, answers.get(key, UNKNOWN)) for key in LEVELS)
    name_a, name_b = (_words(name) for name in plain.get("names", (None, None)))
    return Visit(
        answers=Answers(firmness=firmness, blend=blend, toward=toward),
        facts=Facts(two_named=_a(bool, plain.get("facts", {}).get("two_named", False))),
        said=tuple(_said(plain.get("said", []))),
        names=(name_a, name_b),
        first_side=_a(int, plain.get("first_side", 0)),
        place=_a(str, plain.get("place", "")),
        look=_a(str, plain.get("look", "")),
        called=_words(plain.get("called")),
        soften_to_it=_level(plain.get("soften_to_it", UNKNOWN)),
        uses=tuple(Use(_a(str, use["practice"]), _a(bool, use["worse"])) for use in plain.get("uses", [])),
        on_map=keys,
    )


def _said(every: list[Mapping[str, Any]]) -> Iterator[Said]:
    for entry in every:
        key, value = _a(str, entry["key"]), entry.get("value")
        if not key.startswith(SAID):
            continue
        if isinstance(value, dict):
            yield Said(key, words_of(value) if WORDS in value else _level(value))
        else:
            yield Said(key, _a(str if isinstance(value, str) else int, value))


def _answer(key: str, plain: Any) -> Level:
    level = _level(plain)
    if level is not UNKNOWN and level not in SCALES[key]:
        raise ValueError("no step of this scale")
    return level


def _level(plain: Any) -> Level:
    if plain is UNKNOWN or type(plain) is int:
        return plain
    return value_of(Unnumbered, plain)


def _words(plain: Any) -> Words | None:
    return None if plain is None else words_of(plain)


def _a(wanted: type[Any], plain: Any) -> Any:
    if type(plain) is not wanted:
        raise TypeError("a value of another type")
    return plain
