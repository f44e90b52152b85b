"""What stays away, kept: set once, and there in every visit while the vault is open."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from unforced.app.documents import FORM, check_form, document_of, visit_of
from unforced.domain.errors import NothingKeptError
from unforced.domain.page import Page
from unforced.domain.visit import Visit
from unforced.ports import Inside

PURPOSE = "what stays away"
BOUNDS = "bounds"


def away(visit: Visit) -> tuple[object, ...]:
    """What stays away in a visit: to see whether a turn changed it."""
    return visit.answers.never, visit.facts.hand_off, visit.left_out


def keep_bounds(visit: Visit, inside: Inside) -> None:
    """Keeps what stays away as this visit has it. Errors are those of ``Inside.keep``."""
    name, revision, before = inside.name_of(PURPOSE), 0, Visit()
    with suppress(NothingKeptError):
        page = inside.open(name)
        revision, before = page.revision, _read(page)
    if before == _bounds_of(visit):
        return
    document = {"kind": BOUNDS, "form": FORM, "visit": document_of(_bounds_of(visit))}
    kept = inside.keep(Page(name, revision, document))
    if kept.copied:  # set somewhere else a moment ago; beside it nobody would look for this one
        inside.forget_now(kept.page.id)
        keep_bounds(visit, inside)


def with_bounds(visit: Visit, inside: Inside) -> Visit:
    """The visit with what was kept away before; as it is where nothing was. PageDamagedError, NewerFormatError."""
    try:
        page = inside.open(inside.name_of(PURPOSE))
    except NothingKeptError:
        return visit
    kept = _read(page)
    answers = visit.answers._replace(never=visit.answers.never | kept.answers.never)
    facts = visit.facts._replace(hand_off=visit.facts.hand_off or kept.facts.hand_off)
    return replace(visit, answers=answers, facts=facts, left_out=visit.left_out | kept.left_out)


def changed_away(before: Visit, after: Visit, kept: Visit) -> Visit:
    """What is kept away with what a turn changed about it, and the rest of it as it was; ``kept`` where nothing did."""
    never, left_out = before.answers.never ^ after.answers.never, before.left_out ^ after.left_out
    handed = before.facts.hand_off == after.facts.hand_off
    answers = kept.answers._replace(never=(kept.answers.never - never) | (after.answers.never & never))
    facts = kept.facts if handed else kept.facts._replace(hand_off=after.facts.hand_off)
    areas = (kept.left_out - left_out) | (after.left_out & left_out)
    return replace(kept, answers=answers, facts=facts, left_out=areas)


def _read(page: Page) -> Visit:
    check_form(page.document)
    return visit_of(page.document.get("visit"))


def _bounds_of(visit: Visit) -> Visit:
    fresh = Visit()
    answers = fresh.answers._replace(never=visit.answers.never)
    facts = fresh.facts._replace(hand_off=visit.facts.hand_off)
    return replace(fresh, answers=answers, facts=facts, left_out=visit.left_out)
