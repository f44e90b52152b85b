"""Bringing back what was taken home. Nothing that is here is replaced, and twice is the same as once.

A page that isn't here comes in under its own name. One that is here with the same content is left alone, or taken back
where it had been forgotten. One that is here with other content comes in beside it, under a name that follows from
that content, so that the same file brought back again finds it there. What stays away goes to the one place where it is
looked for, which has another name in every vault; and so do small moments, the inner map, the safety plan and what was
corrected, joined with what is here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from unforced.app import inner_map, moments, safety_plan, teach
from unforced.app.bounds import BOUNDS
from unforced.app.bounds import PURPOSE as AWAY
from unforced.app.one_page import OnePage
from unforced.domain.page import Document, Page
from unforced.ports import Inside

JOINED: dict[str, OnePage[Any]] = {
    one.kind: one for one in (moments.PAGE, inner_map.PAGE, safety_plan.PAGE, teach.PAGE)
}
"""Pages that there is one of and that can be joined, by their kind."""
HOMES = {BOUNDS: AWAY, **{kind: one.purpose for kind, one in JOINED.items()}}
"""Pages that there is one of, by their kind, and what each is for."""
BESIDE = b"unforced beside "


class Brought(NamedTuple):
    """How many pages came in, how many of them beside another one, and how many were here already."""

    new: int = 0
    beside: int = 0
    known: int = 0


def bring_back(pages: Iterable[Page], inside: Inside) -> Brought:
    """Brings pages in, one by one; what was brought in before an error stays. Errors are those of ``Inside.keep``."""
    found = inside.open_all()
    here = {page.id: page.document for page in (*found.pages, *(each.page for each in found.leaving))}
    unreadable, leaving = frozenset(found.damaged), {each.page.id for each in found.leaving}
    new = beside = known = 0
    for page in pages:
        home = _home(page, inside)
        came = _joined(page, home, inside) if home in here else None
        if came is not None:
            new, known = new + came, known + (not came)
            continue
        fits = home not in unreadable and here.get(home, page.document) == page.document
        name = home if fits else _beside(page, unreadable)
        if name in leaving:
            inside.take_back(name)
            leaving.discard(name)
        elif name in here:
            known += 1
            continue
        else:
            inside.keep(Page(name, 0, page.document if fits else {**page.document, "copy_of": home}))
        here[name] = page.document
        new += 1
        beside += not fits
    return Brought(new, beside, known)


def _home(page: Page, inside: Inside) -> str:
    """The name under which a page stands where nothing else does."""
    purpose = "" if "copy_of" in page.document else HOMES.get(str(page.document.get("kind")), "")
    return inside.name_of(purpose) if purpose else page.id


def _joined(page: Page, home: str, inside: Inside) -> bool | None:
    """Whether anything came to a page that is joined; None where the page isn't one."""
    one = JOINED.get(str(page.document.get("kind")))
    return one.come_back(page, home, inside) if one else None


def _beside(page: Page, unreadable: Collection[str]) -> str:
    name = beside_name(page)
    while name in unreadable:
        name = beside_name(Page(name, 0, page.document))
    return name


def beside_name(page: Page) -> str:
    """The name under which a page with this content stands beside another one of its name."""
    return hashlib.sha256(BESIDE + page.id.encode() + _whole(page.document)).hexdigest()[:32]


def _whole(document: Document) -> bytes:
    text = json.dumps(document, ensure_ascii=True, sort_keys=True)
    return text.encode()
