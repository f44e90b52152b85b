"""What is between two on the inner map: said, loosened or tightened in plain words, and taken away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.map_list import sentence, tie_of, token_of
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import OneAndTheSameError, UnusableAnswerError
from unforced.domain.map_changes import loosen, tie, untie
from unforced.domain.ties import TIGHTEST, Between, Tie, tied
from unforced.web.asking import Option, Question, asked, number_in, others
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.sheet import Button, link
from unforced.web.views import saying
from unforced.web.views.trouble import elsewhere

TWO = 2
KINDS = {
    # What a button says of the one and the other: the kind, and whether it goes from the other to the one.
    "polarised": (Between.POLARISED, False),
    "one_protects": (Between.PROTECTS, False),
    "other_protects": (Between.PROTECTS, True),
}


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def between(request: HttpRequest, at: AtMap, key: int = 0) -> HttpResponse:
    """Which two, and what is between them."""
    if key:
        at.found.part(key)
    if request.method != "POST":
        return _asks(request, at, key)
    kind, back = KINDS.get(request.POST.get("choice", ""), (None, False))
    if kind is None:
        raise UnusableAnswerError("tie", "one of those that there are")
    one, other = (number_in(request.POST.get(name, "")) for name in ("one", "other"))
    try:
        new = tied(kind, *((other, one) if back else (one, other)))
        at.changes(lambda found: tie(found, kind, new.one, new.other, at.today))
    except OneAndTheSameError as error:
        return _asks(request, at, one, saying.sentence(error))
    return elsewhere(f"{HOME}/between/{token_of(new)}" if kind is Between.POLARISED else HOME)


def _asks(request: HttpRequest, at: AtMap, one: int, refused: str = "") -> HttpResponse:
    links = (at.link("page"),)
    if len(at.found.parts) < TWO:
        return asked(request, at, Question(at.say("chip.map.tie"), lines=(at.say("app.map.needs_two"),), links=links))
    keys = [part.key for part in at.found.parts]
    one = one if one in keys else keys[0]
    other = next(key for key in keys if key != one)
    question = Question(
        lead=at.say("chip.map.tie"),
        picks=(
            others(at, "one", at.say("app.map.one"), chosen=one),
            others(at, "other", at.say("app.map.other"), chosen=other),
        ),
        buttons=tuple(Button(at.say(f"chip.map.{name}"), name) for name in KINDS),
        links=links,
    )
    return asked(request, at, question, refused)


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def tie_between(request: HttpRequest, at: AtMap, token: str) -> HttpResponse:
    """One tie: how taut its line is, in five plain words; or that there is no such thing."""
    found = tie_of(token, at.found)
    if request.method == "POST":
        return _done(at, found, request.POST.get("choice", ""))
    scale: tuple[Option, ...] = ()
    if found.kind is Between.POLARISED:
        steps = ((str(step), f"chip.map.taut.{step}") for step in range(TIGHTEST + 1))
        scale = tuple(Option(f"taut:{step}", at.say(key), step == str(found.taut)) for step, key in steps)
    unsaid = (at.chip("taut_unsaid", "taut:unsaid"),) if scale and found.taut is not UNKNOWN else ()
    over = (link("over_time.page", f"{HOME}/between/{token}/over-time"),) if scale else ()
    question = Question(
        lead=sentence(found, at.names),
        label=at.say("chip.map.loosen") if scale else "",
        scale=scale,
        apart=(*unsaid, at.chip("untie")),
        links=(*over, at.link("page")),
    )
    return asked(request, at, question)


def _done(at: AtMap, found: Tie, choice: str) -> HttpResponse:
    deed, _, step = choice.partition(":")
    if deed == "untie":
        at.changes(lambda now: untie(now, found.kind, found.one, found.other, at.today))
        return elsewhere(HOME)
    if deed != "taut" or step not in (*map(str, range(TIGHTEST + 1)), "unsaid"):
        raise UnusableAnswerError("taut", "one of those that there are")
    taut = UNKNOWN if step == "unsaid" else int(step)
    at.changes(lambda now: loosen(now, found.one, found.other, taut, at.today))
    return elsewhere(HOME)
