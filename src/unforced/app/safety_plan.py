"""A safety plan, kept: one sealed page, opened and written in only where the person asks for it.

Rules:
- It alerts nobody, and nothing here reads it but to show it. What is typed for it is heard like any other words.
- Written in two windows at once, both lines are there.
- A page that can't be read is left as it is; nothing is written over it.
"""

from __future__ import annotations

from collections.abc import Callable

from unforced.app.documents import FORM, check_form, document_of, value_of
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import UNDO_DAYS, Page
from unforced.domain.safety_plan import LAST_DAY, LONGEST_LINE, SafetyPlan, possible
from unforced.domain.words import Words
from unforced.ports import Inside

PURPOSE = "safety plan"
SAFETY_PLAN = "safety_plan"
Deed = Callable[[SafetyPlan], SafetyPlan]


def safety_plan(inside: Inside, today: int) -> SafetyPlan:
    """The plan. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
    found, _ = _open(inside)
    left = found.on(today)
    return left if left == found else change(inside, lambda now: now.on(today))


def kept_plan(inside: Inside) -> SafetyPlan:
    """The plan, as it lies there. Errors are those of ``safety_plan``."""
    return _open(inside)[0]


def change(inside: Inside, deed: Deed) -> SafetyPlan:
    """Does something to the plan and keeps it. Errors are those of ``Inside.keep`` and of the deed."""
    before, revision = _open(inside)
    after = deed(before)
    if after == before:
        return before
    document = {"kind": SAFETY_PLAN, "form": FORM, "plan": document_of(after)}
    kept = inside.keep(Page(inside.name_of(PURPOSE), revision, document))
    if kept.copied:  # written in another window a moment ago; this comes to that
        inside.forget_now(kept.page.id)
        return change(inside, deed)
    return after


def line_of(raw: str) -> Words | None:
    """What was typed as one line of the plan, at most LONGEST_LINE characters; None where nothing readable was."""
    return Words.from_raw(" ".join(raw[:LONGEST_LINE].split()))


def until(today: int) -> int:
    """The day until which something that is taken off today can be taken back."""
    return min(today + UNDO_DAYS, LAST_DAY)


def come_back(page: Page, home: str, inside: Inside) -> bool | None:
    """Joins a plan from elsewhere with the one that is here. Whether anything came; None where it can't be."""
    if home != inside.name_of(PURPOSE):
        return None
    try:
        other, (here, _) = _read(page), _open(inside)
    except (PageDamagedError, NewerFormatError):
        return None
    return change(inside, lambda found: found.joined(other)) != here


def _open(inside: Inside) -> tuple[SafetyPlan, int]:
    try:
        page = inside.open(inside.name_of(PURPOSE))
    except NothingKeptError:
        return SafetyPlan(), 0
    return _read(page), page.revision


def _read(page: Page) -> SafetyPlan:
    check_form(page.document)
    found = value_of(SafetyPlan, page.document.get("plan"))
    if page.document.get("kind") != SAFETY_PLAN or not possible(found):
        raise PageDamagedError("no safety plan")
    return found
