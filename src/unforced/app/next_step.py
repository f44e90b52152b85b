"""The guide as an instrument: one table of answers in, one table of guidance out (`unforced guide next --json`).

Keys are those of guide.md §1, the facts, and the visit's memory. A missing key, or null, is unknown; a missing
memory is a fresh visit. A key that isn't known is refused rather than passed over: a misspelt ``crisis`` must not
look like a calm one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from unforced.domain.answers import MIXED, SCALES, Answers, Choice, Facts, Level, Memory, Never, Situation
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.guide import ALWAYS, Guidance
from unforced.domain.practice import Family, direction_of
from unforced.domain.resistance import Kind

MOST_SECONDS = 86_400


def situation_from(table: object) -> Situation:
    """The situation in a table, or UnusableAnswerError naming the first key that can't be used."""
    if not isinstance(table, Mapping):
        raise UnusableAnswerError("line", "one JSON object")
    known = {**ANSWERS, **FACTS, **MEMORY}
    for key in table:
        if key not in known:
            raise UnusableAnswerError(str(key)[:40], "a key of the guide; this one is unknown")
    given = {key: known[key](key, value) for key, value in table.items() if value is not None}
    answers = {key: value for key, value in given.items() if key in ANSWERS}
    facts = {key: value for key, value in given.items() if key in FACTS}
    memory = {key: value for key, value in given.items() if key in MEMORY}
    return Situation(Answers(**answers), Facts(**facts), Memory(**memory))


def as_table(now: Guidance) -> dict[str, Any]:
    """Guidance as plain values for JSON."""
    return {
        "state": now.state,
        "line": now.line,
        "offers": [
            {
                "practice": offer.practice,
                "family": str(offer.family),
                "direction": str(direction_of(offer.family)),
                "seconds": offer.seconds,
                **({"rung": offer.rung} if offer.family is Family.WARMTH else {}),
                **({"hold": 0} if offer.family is Family.BREATH else {}),
                "because": list(offer.because),
            }
            for offer in now.offers
        ],
        "always": list(ALWAYS),
    }


def _level(key: str, value: object) -> Level:
    allowed = SCALES[key]
    if value == "mixed" and MIXED in allowed:
        return MIXED
    if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
        return value
    raise UnusableAnswerError(key, "one of " + ", ".join(str(getattr(a, "value", a)) for a in allowed))


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UnusableAnswerError(key, "true or false")
    return value


def _count(most: int) -> Callable[[str, object], int]:
    def count(key: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise UnusableAnswerError(key, f"a whole number from 0 to {most}")
        return value

    return count


def _set_of(names: type[StrEnum]) -> Callable[[str, object], frozenset[StrEnum]]:
    def read(key: str, value: object) -> frozenset[StrEnum]:
        try:
            return frozenset(names(item) for item in _list(key, value))
        except ValueError:
            raise UnusableAnswerError(key, "a list from " + ", ".join(names)) from None

    return read


def _choice(key: str, value: object) -> Choice:
    try:
        return Choice(str(value))
    except ValueError:
        raise UnusableAnswerError(key, "one of " + ", ".join(Choice)) from None


def _ids(key: str, value: object) -> frozenset[str]:
    return frozenset(_list(key, value))


def _list(key: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UnusableAnswerError(key, "a list of names")
    return value


def _softened(key: str, value: object) -> bool:
    """True or false, or the soften answer it came from."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and value in SCALES["soften"]:
        return value >= 1
    raise UnusableAnswerError(key, "true or false, or the answer to soften")


Read = Callable[[str, object], Any]
ANSWERS: Mapping[str, Read] = {
    **dict.fromkeys(SCALES, _level),
    "kinds": _set_of(Kind),
    "choice": _choice,
    "never": _set_of(Never),
}
FACTS: Mapping[str, Read] = dict.fromkeys(Facts._fields, _flag)
MEMORY: Mapping[str, Read] = {
    "refused": _set_of(Family),
    "put_away": _ids,
    "was_low": _flag,
    "rung": _count(5),
    "softened": _softened,
    "inward_s": _count(MOST_SECONDS),
    "outward_due": _flag,
    "inward_over": _flag,
    "surged": _flag,
    "unchanged": _count(99),
}
