"""Somebody who wanders: visits at every step of seeded ways through, with words, names, help, bounds and returns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from random import Random

from tests.people import CALM, some_way_in
from tests.readers import Names
from unforced.adapters.library import FileLibrary
from unforced.app.kept import KeptVisit
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.visit import Deed, Phase, Reply, Visit

LIBRARY = FileLibrary()
WRITTEN = (
    "no",
    "it keeps me going",
    "who do you think you are",
    "I can't do this any more, everyone would be better off without me",
    "I want to kill myself tonight",
    "لا 🌧 [a](b) {noun}\n# `x`",
)
READER = Names("edge", "tense")
HOME = timezone(timedelta(hours=2))
TONIGHT = datetime(2026, 3, 4, 22, 10, tzinfo=HOME)


@cache
def walked(count: int = 320, seed: int = 7) -> tuple[Visit, ...]:
    """Every visit of so many walks, each up to thirty taps long."""
    return tuple(visit for number in range(count) for visit in _walk(Random(seed * 1_000_003 + number)))


def _walk(dice: Random) -> Iterator[Visit]:
    beginnings = some_way_in_once()
    visit = beginnings[dice.choice(sorted(beginnings))]
    yield visit
    for _ in range(30):
        reply = _tapped(show(visit, LIBRARY), visit, dice)
        raw = dice.choice(WRITTEN) if reply.deed in (Deed.CHOOSE, Deed.NEXT) or visit.phase is Phase.STAYING else ""
        visit = respond(visit, reply, LIBRARY, raw=raw if dice.random() < 0.4 else "", reader=READER)
        yield visit


@cache
def some_way_in_once() -> dict[str, Visit]:
    """Where the walks begin."""
    return some_way_in(LIBRARY.shelf)


def _tapped(view: View, visit: Visit, dice: Random) -> Reply:
    if view.send is not None and dice.random() < 0.7:
        picked = dice.sample(view.choices, min(dice.randint(0, 3), len(view.choices))) if view.several else ()
        names = tuple(c.reply.value[0] for c in picked if isinstance(c.reply.value, tuple))
        return view.send._replace(value=names) if view.several else view.send
    calm = [c.reply for c in view.choices if c.reply.value == CALM.get(visit.question, ...)]
    if calm and dice.random() < 0.6:
        return calm[0]
    choices = view.choices + view.beside if dice.random() < 0.85 else view.controls
    likely = [choice.reply for choice in choices or view.every() if choice.reply.deed is not Deed.STOP]
    return dice.choice(likely or [Reply(Deed.STOP if visit.phase is not Phase.CLOSED else Deed.HELP)])


def kept_visit(visit: Visit, began: datetime = TONIGHT, **beside: object) -> KeptVisit:
    """A visit that was never kept before, and what stands beside it."""
    return KeptVisit(visit, began, began, **beside)  # type: ignore[arg-type]
