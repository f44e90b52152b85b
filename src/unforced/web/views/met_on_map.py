"""Whoever was met in a kept visit, and whether they come to the inner map: one quiet question at a time.

It stands below the line that a visit is kept, and behind a link on the page of a kept visit; nowhere else.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.put_on_map import TWO, Asked, asked_of, pull, put_new, put_there
from unforced.domain.errors import UnusableAnswerError, VaultError
from unforced.web.asking import number_in
from unforced.web.mapping import AtMap, at_map, mapped
from unforced.web.memory import Ending, Held, Session
from unforced.web.room import room
from unforced.web.sheet import Button, Link, link
from unforced.web.views import shown
from unforced.web.views.trouble import elsewhere

PUT = "put"


class Question(NamedTuple):
    """One question about somebody who was met. ``address``: where its answers go; ``visit``: the visit it stands in.

    ``there``: those that are on the map already, behind ``other``. ``done``: a way to the map, where nothing is asked
    any more.
    """

    sentence: str
    hint: str = ""
    address: str = ""
    visit: str = ""
    choices: tuple[Button, ...] = ()
    other: str = ""
    there: tuple[Button, ...] = ()
    leave: Button | None = None
    done: Link | None = None


def after_keeping(session: Session, visit_id: str, held: Held) -> Question | None:
    """What is asked below the line that it is kept; None where nothing is, or where it can't be looked at now."""
    name = session.resting.get(visit_id, "")
    if held.ending is not Ending.KEPT or not name or not room().keeper.is_open(session):
        return None
    with suppress(VaultError):
        at = at_map(session)
        left = [each for each in _asked(at, name) if (name, str(each.side)) not in session.asked]
        if left:
            return _question(at, name, left[0])._replace(visit=visit_id)
        if (name, PUT) in session.asked:
            return Question(at.say("app.map.met_put"), done=at.link("page"))
    return None


def ways_to(session: Session, name: str) -> tuple[Link, ...]:
    """For the page of a kept visit: a way to each question that could be asked about it."""
    with suppress(VaultError):
        at = at_map(session)
        return tuple(Link(each.sentence, f"/past/{name}/map/{each.side + 1}") for each in _asked(at, name))
    return ()


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def meeting(request: HttpRequest, at: AtMap, name: str, which: int) -> HttpResponse:
    """One question on a page of its own, or its answer. ``which``: 0 the one that says no, 1 and 2 a side, 3 both."""
    visit_id, side = request.POST.get("visit", ""), which - 1
    if request.method == "POST":
        _answered(at, name, side, request.POST.get("choice", ""))
        return elsewhere(f"/visits/{visit_id}" if visit_id in at.session.visits else f"/past/{name}")
    about = next((each for each in _asked(at, name) if each.side == side), None)
    if about is None:
        return elsewhere(f"/past/{name}")
    links = (link("vault.back", f"/past/{name}"), at.link("page"))
    return shown(request, "map_met.html", met=_question(at, name, about), links=links)


def _asked(at: AtMap, name: str) -> tuple[Asked, ...]:
    return asked_of(name, at.inside, at.today, lambda found: at.names)


def _question(at: AtMap, name: str, about: Asked) -> Question:
    two = about.side == TWO
    there = () if two else tuple(Button(at.names.said(part.key), f"there:{part.key}") for part in at.found.parts)
    return Question(
        about.sentence,
        at.say("app.map.met_hint"),
        f"/past/{name}/map/{about.side + 1}",
        choices=(at.chip("met_both", "pull") if two else at.chip("met_new", "new"),),
        other=at.say("chip.map.met_there"),
        there=there,
        leave=at.chip("met_leave", "leave"),
    )


def _answered(at: AtMap, name: str, side: int, choice: str) -> None:
    deed, _, key = choice.partition(":")
    if deed == "leave":
        at.session.asked.add((name, str(side)))
        return
    if deed == "new" and side != TWO:
        put_new(name, side, at.inside, at.today)
    elif deed == "there" and side != TWO:
        put_there(name, side, number_in(key), at.inside, at.today)
    elif deed == "pull" and side == TWO:
        pull(name, at.inside, at.today)
    else:
        raise UnusableAnswerError("map", "one of those that there are")
    at.session.asked.add((name, PUT))
