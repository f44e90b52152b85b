"""A visit with what is kept beside it: where it lies, when it began, and what was typed and not sent.

Times are the person's own clock, to the second, with its distance from UTC; they are sealed like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from unforced.app.documents import FORM, check_form, document_of, value_of, visit_of
from unforced.domain.errors import NothingKeptError, PageDamagedError
from unforced.domain.page import Document, Page
from unforced.domain.resting import goes_on, on_shelf
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Visit
from unforced.ports import Inside

VISIT = "visit"
LONGEST_DRAFT = 256 * 1024


class Typed(NamedTuple):
    """What was typed and not sent, as its page has it."""

    screen: str = ""
    words: str = ""
    picks: tuple[str, ...] = ()


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
    return replace(
        changed, name=page.id, revision=page.revision, copy_of=value_of(str, page.document.get("copy_of", ""))
    )


def go_on(name: str, inside: Inside, now: datetime, shelf: Shelf | None = None) -> KeptVisit:
    """A kept visit, to go on with now. NothingKeptError, PageDamagedError, NewerFormatError, LockedError.

    ``shelf``: what is there to be practised, so that nothing is gone on with that needs what isn't.
    """
    kept = kept_of(inside.open(name))
    visit = goes_on(kept.visit, (now - kept.changed).total_seconds() / 60)
    return replace(kept, visit=visit if shelf is None else on_shelf(visit, shelf))


def written(kept: KeptVisit) -> Document:
    """The document of its page."""
    document: dict[str, object] = {
        "kind": VISIT,
        "form": FORM,
        "began": kept.began.isoformat(timespec="milliseconds"),
        "changed": kept.changed.isoformat(timespec="milliseconds"),
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
    began, changed = (moment_of(document.get(key)) for key in ("began", "changed"))
    typed = value_of(Typed, document.get("draft", {}))
    copy_of = value_of(str, document.get("copy_of", ""))
    visit = visit_of(document.get("visit"))
    return KeptVisit(visit, began, changed, *typed, page.id, page.revision, copy_of)


def moment_of(written: object) -> datetime:
    """A time with its distance from UTC; one without is in the time of this computer."""
    if not isinstance(written, str):
        raise PageDamagedError("no time")
    try:
        moment = datetime.fromisoformat(written)
        return moment if moment.tzinfo else moment.astimezone()
    except (ValueError, OverflowError):
        raise PageDamagedError("no time") from None
