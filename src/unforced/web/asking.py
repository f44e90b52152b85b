"""One question about the inner map on a page of its own, as finished values; and what a form answered, read carefully.

Rules: what was typed is never lost. Where it can't be taken, it stands in its field again with a sentence on why.
"""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from unforced.domain.words import LONGEST, Words
from unforced.web.mapping import AtMap, Undo
from unforced.web.room import room
from unforced.web.sheet import Button, Link
from unforced.web.turns import MOST_BYTES
from unforced.web.views import shown

LONGEST_NUMBER = 18


class Option(NamedTuple):
    """Something to choose, with the value that the form sends for it; ``glyph``: paths to draw before it."""

    value: str
    label: str
    chosen: bool = False
    glyph: tuple[str, ...] = ()


class Pick(NamedTuple):
    """A list to choose one from."""

    name: str
    label: str
    options: tuple[Option, ...]


class Question(NamedTuple):
    """``about``: what the question is about, over it. ``words``: what is in the field; None where there is none.

    ``label`` stands over the field where it isn't the question itself; ``options`` are one tap each, in columns;
    ``scale`` are steps in a row; ``made``: the map's last change as this page knows it, so that a double tap is told.
    ``address``: where the form goes.
    """

    lead: str
    about: str = ""
    lines: tuple[str, ...] = ()
    picks: tuple[Pick, ...] = ()
    label: str = ""
    words: str | None = None
    options: tuple[Option, ...] = ()
    scale: tuple[Option, ...] = ()
    buttons: tuple[Button, ...] = ()
    apart: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    made: int = 0
    address: str = ""


class Typed(NamedTuple):
    """What a field held: its words, or none; and a sentence where it couldn't be taken, or not all of it."""

    words: Words | None
    refused: str = ""
    note: str = ""


def asked(request: HttpRequest, at: AtMap, question: Question, refused: str = "") -> HttpResponse:
    """The page of a question. What waited for it while it was locked is in its field.

    ``refused``: a sentence on why what was sent couldn't be taken; nothing was changed then.
    """
    waiting = at.session.typed.get(request.path, "")
    if question.words is not None and waiting and request.method != "POST":
        question = question._replace(words=waiting)
    said = at.takes_note()
    said = Undo(refused) if refused else said
    question = question._replace(made=at.found.made, address=request.path)
    return shown(request, "map_asking.html", 400 if refused else 200, q=question, note=said, undo=at.chip("undo"))


def typed_in(request: HttpRequest) -> Typed:
    """What was typed into the field ``words``."""
    raw, say = request.POST.get("words", ""), room().say
    if len(raw.encode("utf-8", "replace")) > MOST_BYTES:
        return Typed(None, refused=say("app.page.too_long"))
    words = Words.from_raw(raw)
    if words is None and raw.strip():
        return Typed(None, refused=say("app.notes.unreadable"))
    return Typed(words, note=say("app.notes.cut") if len(raw) > LONGEST else "")


def number_in(text: str) -> int:
    """A whole number from 0; -1 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else -1


def others(at: AtMap, name: str, label: str, chosen: int = 0, but: int = 0) -> Pick:
    """A list of the parts on the map, in the order in which they came."""
    parts = (part for part in at.found.parts if part.key != but)
    return Pick(
        name, label, tuple(Option(str(part.key), at.names.said(part.key), part.key == chosen) for part in parts)
    )
