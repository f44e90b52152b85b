"""What a part told, each thing on a page of its own: told anew, left unsaid; and one that comes to the map by hand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.inner_map import base_of
from unforced.app.map_glyphs import GLYPHS, HATCHINGS
from unforced.domain.errors import (
    LockedError,
    NoLongerThereError,
    OutOfPlaceError,
    UnforcedError,
    UnusableAnswerError,
)
from unforced.domain.inner_map import Happened, InnerMap
from unforced.domain.map_changes import meet, rename, retell
from unforced.domain.part import LOOKS, MANNERS, PLACES, TOLD, Part, Role
from unforced.web.asking import Option, Pick, Question, asked, number_in, typed_in
from unforced.web.hearing import kept_hearing
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.sheet import Button
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere

WRITTEN = ("name", *TOLD)
CHOSEN = {"look": LOOKS, "place": PLACES, "role": tuple(Role)[1:], "manner": MANNERS}
FIELDS = ("name", "look", "place", "role", "manner", *TOLD)


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def telling(request: HttpRequest, at: AtMap, key: int, field: str) -> HttpResponse:
    """One thing about a part, told anew or left unsaid."""
    part = at.found.part(key)
    if field not in FIELDS:
        raise OutOfPlaceError("no such thing to tell")
    if request.method != "POST":
        return _asks(request, at, part, field)
    try:
        return _chosen(request, at, key, field) if field in CHOSEN else _written(request, at, part, field)
    except (LockedError, NoLongerThereError):
        raise
    except UnforcedError as error:
        return _asks(request, at, part, field, sentence(error))


def _chosen(request: HttpRequest, at: AtMap, key: int, field: str) -> HttpResponse:
    choice = request.POST.get("choice", "")
    if choice not in ("unsaid", *CHOSEN[field]):
        raise UnusableAnswerError(field, "one of those that there are")
    unsaid = "" if choice == "unsaid" else choice
    value = Role(choice) if field == "role" else unsaid
    at.changes(lambda found: retell(found, key, at.today, **{field: value}))
    return elsewhere(f"{HOME}/{key}")


def _written(request: HttpRequest, at: AtMap, part: Part, field: str) -> HttpResponse:
    key, typed = part.key, typed_in(request)
    if typed.refused:
        return _asks(request, at, part, field, typed.refused)
    words = None if request.POST.get("choice") == "unsaid" else typed.words

    def told(found: InnerMap) -> InnerMap:
        if field == "name":
            return rename(found, key, words, at.today)
        return retell(found, key, at.today, **{field: words})

    at.changes(told)
    return kept_hearing(request, at, f"{HOME}/{key}", typed.note)


def _asks(request: HttpRequest, at: AtMap, part: Part, name: str, refused: str = "") -> HttpResponse:
    posted, value = request.POST.get("words"), getattr(part, name)
    question = Question(
        lead=at.say(f"chip.map.{name}"),
        about=at.names.said(part.key),
        links=(at.link("back_to_it", f"{HOME}/{part.key}"), at.link("page")),
    )
    unsaid = at.chip("unsaid")
    if name in WRITTEN:
        words = posted if posted is not None else value_of(part, name, at)
        hint = at.say("app.map.name" if name == "name" else "app.map.told")
        buttons = (at.chip("keep"), unsaid)
        return asked(request, at, question._replace(lines=(hint,), words=words, buttons=buttons), refused)
    options = tuple(Option(each, label_of(name, each, at), each == value, _glyph(name, each)) for each in CHOSEN[name])
    return asked(request, at, question._replace(options=options, apart=(unsaid,)), refused)


def _glyph(name: str, look: str) -> tuple[str, ...]:
    return tuple(path for path in (GLYPHS[look], HATCHINGS.get(look, "")) if path) if name == "look" else ()


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def new(request: HttpRequest, at: AtMap) -> HttpResponse:
    """One that comes to the map by the person's own hand."""
    if request.method != "POST":
        return _asks_new(request, at)
    typed = typed_in(request)
    if typed.refused:
        return _asks_new(request, at, typed.refused)
    part = Part(0, typed.words, request.POST.get("look", ""), request.POST.get("place", ""))
    if not _twice(at.found, part, number_in(request.POST.get("made", ""))):
        try:
            at.changes(lambda found: meet(found, part, at.today, base_of(at.inside)))
        except LockedError:
            raise
        except UnforcedError as error:
            return _asks_new(request, at, sentence(error))
    return kept_hearing(request, at, HOME, typed.note)


def _twice(found: InnerMap, part: Part, made: int) -> bool:
    """Whether this very form was sent a moment ago: a double tap."""
    if not found.changes or not found.parts:
        return False
    last, newest = found.changes[-1], found.parts[-1]
    asked_for = (newest.name, newest.look, newest.place) == (part.name, part.look, part.place)
    return asked_for and (last.what, last.number) == (Happened.MET, made + 1)


def _asks_new(request: HttpRequest, at: AtMap, refused: str = "") -> HttpResponse:
    picks = []
    for name in ("look", "place"):
        known = tuple(Option(each, label_of(name, each, at), request.POST.get(name) == each) for each in CHOSEN[name])
        picks.append(Pick(name, at.say(f"chip.map.{name}"), (Option("", at.say("chip.map.taut_unsaid")), *known)))
    question = Question(
        lead=at.say("chip.map.add"),
        label=at.say("app.map.name"),
        words=request.POST.get("words", ""),
        picks=tuple(picks),
        buttons=(Button(at.say("chip.map.put_on"), "add"),),
        links=(at.link("page"),),
    )
    return asked(request, at, question, refused)


def value_of(part: Part, name: str, at: AtMap) -> str:
    """What was said of it, in words."""
    value = getattr(part, name)
    if name in WRITTEN:
        return value.reveal() if value else ""
    return label_of(name, value, at) if value else ""


def label_of(name: str, value: str, at: AtMap) -> str:
    """One of those that there are, in words."""
    return at.names.place(value) if name == "place" else at.say(f"chip.{name}s.{value}")
