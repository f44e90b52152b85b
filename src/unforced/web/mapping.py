"""Somebody at their inner map: what is on it now, the words of its pages, and one change of it.

Rules:
- Only with the vault open in this browser. Locked, the passphrase comes first and leads back here, with what was typed.
- A change is told in one sentence, with a way to take it back beside it.
- A person's words are put into a sentence as they are; only the sentence around them is typeset.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from unforced.app.inner_map import Deed, change, inner_map, plain_words
from unforced.app.map_list import listed
from unforced.app.map_names import Names
from unforced.domain.errors import LockedError, UnforcedError, VaultError
from unforced.domain.inner_map import InnerMap
from unforced.ports import Inside
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import Button, Link, Sheet
from unforced.web.typesetting import set_text
from unforced.web.views import session_of, shown
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import over, passphrase_first

HOME = "/parts"


class Undo(NamedTuple):
    """What was changed last, and the number by which it can be taken back (0: nothing to take back)."""

    sentence: str = ""
    number: int = 0


class AtMap(NamedTuple):
    """Somebody who looks at their map. ``today`` is a proleptic ordinal."""

    session: Session
    inside: Inside
    found: InnerMap
    names: Names
    today: int

    def say(self, key: str, **named: str) -> str:
        """A sentence of the map."""
        said = self.names.say(key, **named)
        return said if named else set_text(said)

    def chip(self, key: str, value: str = "") -> Button:
        """A button by the key of its phrase under chip.map; its value is that key unless another is given."""
        return Button(self.say(f"chip.map.{key}"), value or key)

    def link(self, key: str, address: str = HOME) -> Link:
        """A link by the key of its phrase under chip.map."""
        return Link(self.say(f"chip.map.{key}"), address)

    def changes(self, deed: Deed) -> InnerMap:
        """Does something to the map and says what it was. Errors are those of ``app.inner_map.change``."""
        after = change(self.inside, deed)
        if after.made != self.found.made:
            self.session.note = told_last(after, Names(after, room().library, without_parts(self.inside))).sentence
        return after

    def takes_note(self) -> Undo:
        """The sentence to say on this page, once; with the way back where it tells of the last change."""
        note, last = self.session.take_note(), told_last(self.found, self.names)
        return last if note and note == last.sentence else Undo(note)


def told_last(found: InnerMap, names: Names) -> Undo:
    """The last change in a sentence, and how long it can be taken back."""
    if not found.changes:
        return Undo()
    last = listed(InnerMap(changes=found.changes[-1:]), names).changes[0]
    return Undo(f"{last.sentence} {last.until}", last.number)


def at_map(session: Session) -> AtMap:
    """The map as it is now. Errors are those of ``inner_map``."""
    keeper = room().keeper
    inside, today = keeper.inside(session), keeper.now().toordinal()
    found = inner_map(inside, today)
    return AtMap(session, inside, found, Names(found, room().library, without_parts(inside)), today)


def without_parts(inside: Inside) -> bool:
    """Whether this person wants the word side in the place of part; no, where what stays away can't be read."""
    with suppress(VaultError):
        return plain_words(inside)
    return False


def mapped(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the map: the view gets an AtMap in place of a session. Errors are a calm page, and words stay."""

    @wraps(view)
    def guarded(request: HttpRequest, **named: Any) -> HttpResponse:
        session = session_of(request)
        if session is None:
            return over(request, request.POST.get("words", ""))
        if not room().keeper.there():
            return _not_yet(request)
        try:
            return view(request, at_map(session), **named)
        except LockedError:
            return passphrase_first(request, session, request.POST.get("words", ""))
        except UnforcedError as error:
            return map_trouble(request, error)

    return guarded


def map_trouble(request: HttpRequest, error: UnforcedError) -> HttpResponse:
    """One sentence on what couldn't be done, what was typed, and the way back to the map."""
    links = (Link(room().say("chip.map.page"), HOME), Link(room().say("chip.page.begin"), "/"))
    sheet = Sheet(sentence(error), words=request.POST.get("words", ""), links=links)
    return shown(request, "sheet.html", 409, sheet=sheet)


def _not_yet(request: HttpRequest) -> HttpResponse:
    """Nothing is kept, so there is no map; how one begins."""
    say = room().say
    links = (Link(say("chip.page.begin"), "/"),)
    return shown(request, "sheet.html", sheet=Sheet(say("chip.map.page"), (say("app.map.not_yet"),), links=links))
