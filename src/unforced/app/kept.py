"""A visit with what is kept beside it: where it lies, when it began, and what was typed and not sent.

Times are the person's own clock, to the minute, with its distance from UTC; they are sealed like everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from unforced.app.documents import FORM, check_form, document_of, visit_of
from unforced.domain.errors import NothingKeptError, PageDamagedError
from unforced.domain.page import Document, Page
from unforced.domain.resting import goes_on
from unforced.domain.visit import Visit
from unforced.ports import Inside

VISIT = "visit"
LONGEST_DRAFT = 256 * 1024


@dataclass(frozen=True, slots=True, repr=False)
class KeptVisit:
    """``name`` and ``revision`` are those of its page; empty and 0 before it is kept for the first time."""

    visit: Visit
    began: datetime
    changed: datetime
    screen: str = ""  # the screen that the draft was typed on
    draft: str = ""
    picks: tuple[str, ...] = ()
    name: str = ""
    revision: int = 0
    copy_of: str = ""  # the page beside which this one was kept

    def __repr__(self) -> str:
        return f"<kept visit, revision {self.revision}>"


def keep(kept: KeptVisit, inside: Inside, now: datetime) -> KeptVisit:
    """Seals a visit as it is; on return it is safe. Errors are those of ``Inside.keep``."""
    changed = replace(kept, changed=now)
    page = inside.keep(Page(kept.name, kept.revision, written(changed))).page
    return replace(changed, name=page.id, revision=page.revision, copy_of=str(page.document.get("copy_of", "")))


def go_on(name: str, inside: Inside, now: datetime) -> KeptVisit:
    """A kept visit, to go on with now. NothingKeptError, PageDamagedError, NewerFormatError, LockedError."""
    kept = kept_of(inside.open(name))
    minutes = (now - kept.changed).total_seconds() / 60
    return replace(kept, visit=goes_on(kept.visit, minutes))


def written(kept: KeptVisit) -> Document:
    """The document of its page."""
    document: dict[str, object] = {
        "kind": VISIT,
        "form": FORM,
        "began": kept.began.isoformat(timespec="minutes"),
        "changed": kept.changed.isoformat(timespec="minutes"),
        "visit": document_of(kept.visit),
    }
    if kept.draft or kept.picks:
        document["draft"] = {"screen": kept.screen, "words": kept.draft, "picks": list(kept.picks)}
    if kept.copy_of:
        document["copy_of"] = kept.copy_of
    return document


def kept_of(page: Page) -> KeptVisit:
    """The visit of a page. NothingKeptError for a page of another kind, PageDamagedError for one that can't be read."""
    document = page.document
    check_form(document)
    if document.get("kind") != VISIT:
        raise NothingKeptError("a page of another kind")
    try:
        began, changed = (datetime.fromisoformat(str(document[key])).astimezone() for key in ("began", "changed"))
        draft = cast(Mapping[str, object], document.get("draft", {}))
        picks = tuple(str(pick) for pick in cast(list[object], draft.get("picks", [])))
        words, screen = str(draft.get("words", "")), str(draft.get("screen", ""))
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        raise PageDamagedError("no visit") from None
    return KeptVisit(
        visit_of(document.get("visit")),
        began,
        changed,
        screen,
        words,
        picks,
        page.id,
        page.revision,
        str(document.get("copy_of", "")),
    )
