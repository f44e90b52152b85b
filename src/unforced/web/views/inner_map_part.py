"""One part of the inner map: what was said of it, joined with another one, or let go of."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.map_glyphs import GLYPHS, HATCHINGS
from unforced.app.map_list import listed
from unforced.domain.map_changes import join, let_go
from unforced.domain.part import Role
from unforced.web.asking import Question, asked, number_in, others
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.sheet import link
from unforced.web.views import shown
from unforced.web.views.inner_map_telling import FIELDS, value_of
from unforced.web.views.trouble import elsewhere

TWO = 2


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def one(request: HttpRequest, at: AtMap, key: int) -> HttpResponse:
    """One part, whole; or let go of."""
    part = at.found.part(key)
    if request.method == "POST":
        if request.POST.get("choice") == "let_go":
            at.changes(lambda found: let_go(found, key, at.today))
        return elsewhere(HOME)
    told = next(each for each in listed(at.found, at.names).parts if each.key == key)
    here, more = f"{HOME}/{key}", len(at.found.parts) >= TWO
    said = {name for name in FIELDS if getattr(part, name) and getattr(part, name) is not Role.UNSAID}
    lines = [(f"{here}/{name}", at.say(f"chip.map.{name}"), value_of(part, name, at)) for name in FIELDS[1:]]
    return shown(
        request,
        "map_part.html",
        address=here,
        lead=told.whole or told.name,
        note=at.takes_note(),
        look=part.look,
        glyph=(GLYPHS[part.look], HATCHINGS.get(part.look, "")),
        said=[line for line, name in zip(lines, FIELDS[1:], strict=True) if name in said],
        unsaid=[line for line, name in zip(lines, FIELDS[1:], strict=True) if name not in said],
        tell=at.say("chip.map.tell"),
        tie=at.say("chip.map.tie"),
        ties=[(f"{HOME}/between/{line.token}", line.sentence) for line in told.ties],
        rename=at.link("name", f"{here}/name"),
        ways=[
            *([at.link("between_it", f"{here}/between"), at.link("join", f"{here}/join")] if more else []),
            at.link("put", f"{here}/where"),
            link("over_time.page", f"{here}/over-time"),
        ],
        let_go=at.chip("let_go"),
        hint=at.say("app.map.let_go_hint"),
        undo=at.chip("undo"),
        links=(at.link("page"),),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def joining(request: HttpRequest, at: AtMap, key: int) -> HttpResponse:
    """Two are one."""
    at.found.part(key)
    if request.method == "POST":
        other = number_in(request.POST.get("other", ""))
        at.changes(lambda found: join(found, key, other, at.today))
        return elsewhere(f"{HOME}/{key}")
    question = Question(
        lead=at.say("chip.map.join"),
        about=at.names.said(key),
        lines=(at.say("app.map.joined_hint"),),
        picks=(others(at, "other", at.say("app.map.which_other"), but=key),),
        buttons=(at.chip("join"),),
        links=(at.link("back_to_it", f"{HOME}/{key}"), at.link("page")),
    )
    return asked(request, at, question)
