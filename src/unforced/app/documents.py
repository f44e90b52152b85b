"""A visit as a document that JSON can hold, and back: every value by its declared type, nothing guessed.

Rules: what is as in a fresh visit is left out, so that what is absent is empty. What can't be read is an error, never
half a visit; neither is a visit that no answers lead to (domain/possible.py). A newer form is refused.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from unforced.domain.answers import UNKNOWN, Unnumbered
from unforced.domain.errors import NewerFormatError, PageDamagedError
from unforced.domain.inner_map import InnerMap
from unforced.domain.lessons import Lessons
from unforced.domain.moments import Moments
from unforced.domain.page import Document
from unforced.domain.possible import possible
from unforced.domain.safety_plan import SafetyPlan
from unforced.domain.visit import Visit
from unforced.domain.words import Words

FORM = 1
WORDS, ANSWER = "words", "answer"
UNWRITTEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What is never in a person's words, since it could steer a terminal or can't be written to a file (words.py)."""
Built = TypeVar("Built")


def document_of(value: Visit | Moments | InnerMap | SafetyPlan | Lessons) -> Document:
    """A visit, what gathered, the inner map, the safety plan, or what was taught, as plain values."""
    return cast(Document, _fields_of(value))


def visit_of(document: object) -> Visit:
    """The visit of a document. PageDamagedError where it isn't one."""
    visit = value_of(Visit, document)
    if not possible(visit):
        raise PageDamagedError("no visit that answers lead to")
    return visit


def value_of(wanted: type[Built], plain: object) -> Built:
    """The value of this type that JSON held. PageDamagedError where it isn't one."""
    try:
        return cast(Built, _built(wanted, plain))
    except (TypeError, ValueError, KeyError, AttributeError):
        raise PageDamagedError(f"no {wanted.__name__.lower()}") from None


def check_form(document: Document) -> None:
    """NewerFormatError for a document that a newer version wrote; PageDamagedError where it says nothing of it."""
    form = document.get("form")
    if type(form) is not int or form < 1:
        raise PageDamagedError("no document of this program")
    if form > FORM:
        raise NewerFormatError(f"document of form {form}")


def _fields_of(value: Any) -> dict[str, object]:
    fresh = type(value)()
    return {name: _plain(mine) for name, mine in _named(value) if mine != getattr(fresh, name)}


def _named(value: Any) -> list[tuple[str, Any]]:
    names = [field.name for field in fields(value)] if is_dataclass(value) else value._fields
    return [(name, getattr(value, name)) for name in names]


def _plain(value: Any) -> object:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        named = cast(Any, value)
        whole = named._field_defaults.keys() == set(named._fields)
        return _fields_of(named) if whole else {name: _plain(mine) for name, mine in _named(named)}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)  # type: ignore[type-var]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _plain_one(value)


def _plain_one(value: Any) -> object:
    if isinstance(value, Words):
        return {WORDS: value.reveal()}
    if isinstance(value, Unnumbered):
        return {ANSWER: value.value}
    return value.value if isinstance(value, Enum) else value


def _built(wanted: Any, plain: object) -> Any:
    """A value of the wanted type. TypeError, ValueError, KeyError or AttributeError where there is none."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _one_of(inner, plain)
    if origin in (tuple, frozenset):
        return _several(origin, inner, plain)
    if wanted is not Words and (hasattr(wanted, "_fields") or is_dataclass(wanted)):
        hints, named = _hints(wanted), cast(Mapping[str, object], plain)
        return wanted(**{name: _built(hints[name], value) for name, value in named.items()})
    return _untyped(plain) if wanted is object else _built_one(wanted, plain)


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)


def _built_one(wanted: type, plain: object) -> Any:
    if wanted is Words:
        return words_of(plain)
    if wanted is Unnumbered:
        return Unnumbered(_under(ANSWER, plain))
    if issubclass(wanted, Enum):
        return wanted(plain)
    if type(plain) is not wanted:
        raise TypeError("a value of another type")
    return plain


def _one_of(inner: tuple[Any, ...], plain: object) -> Any:
    if plain is None and type(None) in inner:
        return None
    for wanted in inner:
        try:
            return _built(wanted, plain)
        except (TypeError, ValueError, KeyError, AttributeError):
            continue
    raise TypeError("a value of another type")


def _several(origin: Callable[[Any], Any], inner: tuple[Any, ...], plain: object) -> Any:
    if not isinstance(plain, list):
        raise TypeError("no list")
    if origin is tuple and inner[-1] is not Ellipsis:
        return tuple(_built(wanted, each) for wanted, each in zip(inner, plain, strict=True))
    return origin(_built(inner[0], each) for each in plain)


def _untyped(plain: object) -> object:
    """What was answered to a question: a number, a name, several names, words, or an answer without a number."""
    if isinstance(plain, list):
        return tuple(_text(each) for each in plain)
    if isinstance(plain, dict):
        return words_of(plain) if WORDS in plain else Unnumbered(_under(ANSWER, plain))
    if plain is None or type(plain) in (int, str):
        return plain
    raise TypeError("a value of another type")


def words_of(plain: object) -> Words:
    """The words that a document holds. TypeError or ValueError where it holds none as anybody's words are kept."""
    text = _text(_under(WORDS, plain))
    if not text.strip() or UNWRITTEN.search(text):
        raise ValueError("not as anybody's words are kept")
    return Words(text)


def _under(key: str, plain: object) -> object:
    if not isinstance(plain, dict) or plain.keys() != {key}:
        raise TypeError("a value of another type")
    return plain[key]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


assert UNKNOWN.value == "unknown"  # a stored word: it can't be renamed
