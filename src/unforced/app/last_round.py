"""Which side went second last time, from what is kept, so that it stands first now (guide.md §6, step 2).

Rules:
- It is looked for when a round begins and at no other time, and only while what is kept is open.
- It is read from the kept visits themselves: forgetting a visit forgets this too.
- What can't be read is passed over; nobody waits for it or is told of it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from unforced.app.kept import VISIT, kept_of
from unforced.domain.errors import VaultError
from unforced.domain.page import Page
from unforced.domain.practice import Family
from unforced.domain.visit import Deed, LastRound, Reply, Visit
from unforced.ports import Inside


def with_last_round(visit: Visit, reply: Reply, inside: Callable[[], Inside]) -> Visit:
    """The visit, knowing the last kept round where this reply begins one; as it is otherwise, and on any error."""
    if reply.deed is not Deed.TAKE or not str(reply.value).startswith(f"{Family.SIDES}."):
        return visit
    with suppress(VaultError):
        return replace(visit, last_round=last_round(inside()))
    return visit


def last_round(inside: Inside) -> LastRound:
    """The last kept visit with a round of two sides that got to a turn; nothing where there is none. LockedError."""
    visits = (page for page in inside.open_all().pages if page.document.get("kind") == VISIT)
    for page in sorted(visits, key=lambda page: str(page.document.get("began", "")), reverse=True):
        with suppress(VaultError):
            if (found := _round_of(page)) is not None:
                return found
    return LastRound()


def _round_of(page: Page) -> LastRound | None:
    if not _mentions_sides(page):
        return None
    visit = kept_of(page).visit
    if not visit.listened and not any(entry.key.startswith("sides_") for entry in visit.said):
        return None
    return LastRound(1 - visit.first_side, visit.names[1 - visit.first_side])


def _mentions_sides(page: Page) -> bool:
    """Whether it could hold a round at all, so that years of other visits are passed over unread."""
    plain = page.document.get("visit")
    return isinstance(plain, dict) and ("listened" in plain or "sides_" in str(plain.get("said", "")))
