"""Something that there is one of in a vault: its page, opened when somebody asks for it, changed one deed at a time.

Rules:
- Nothing is there until a deed puts something there; what changes nothing keeps nothing.
- Changed in two windows at once, both changes are there.
- Brought back from elsewhere, it is joined with what is here.
- A page that can't be read is left as it is; nothing is written over it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from unforced.app.documents import FORM, check_form, document_of, value_of
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.inner_map import InnerMap
from unforced.domain.lessons import Lessons
from unforced.domain.moments import Moments
from unforced.domain.page import Page
from unforced.domain.safety_plan import SafetyPlan
from unforced.ports import Inside

Held = TypeVar("Held", Moments, InnerMap, SafetyPlan, Lessons)


@dataclass(frozen=True, slots=True)
class OnePage(Generic[Held]):
    """Where it is, and what it can be.

    ``purpose`` gives the page its name in each vault; ``kind`` and ``key`` are stored words and can't be renamed: the
    kind of its document, and where in it the value stands. ``empty()`` is what is there before anything is kept.
    ``possible``: whether deeds could have led to a value. ``joined``: what is here with what came from elsewhere.
    """

    purpose: str
    kind: str
    key: str
    empty: type[Held]
    possible: Callable[[Held], bool]
    joined: Callable[[Held, Held], Held]

    def on(self, inside: Inside, today: int) -> Held:
        """What is there. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
        found = self.kept(inside)
        left = found.on(today)
        return left if left == found else self.change(inside, lambda now: now.on(today))

    def kept(self, inside: Inside) -> Held:
        """What is there, as it lies there. Errors are those of ``on``."""
        return self._open(inside)[0]

    def change(self, inside: Inside, deed: Callable[[Held], Held]) -> Held:
        """Does something to it and keeps it. Errors are those of ``Inside.keep`` and of the deed."""
        before, revision = self._open(inside)
        after = deed(before)
        if after == before:
            return before
        document = {"kind": self.kind, "form": FORM, self.key: document_of(after)}
        kept = inside.keep(Page(inside.name_of(self.purpose), revision, document))
        if kept.copied:  # changed in another window a moment ago; this change comes to that
            inside.forget_now(kept.page.id)
            return self.change(inside, deed)
        return after

    def come_back(self, page: Page, home: str, inside: Inside) -> bool | None:
        """Joins what came from elsewhere with what is here. Whether anything new came; None where it can't be joined.

        ``home``: the name under which the page would stand here.
        """
        if home != inside.name_of(self.purpose):
            return None
        try:
            other, here = self._read(page), self.kept(inside)
        except (PageDamagedError, NewerFormatError):
            return None
        return self.change(inside, lambda found: self.joined(found, other)) != here

    def _open(self, inside: Inside) -> tuple[Held, int]:
        try:
            page = inside.open(inside.name_of(self.purpose))
        except NothingKeptError:
            return self.empty(), 0
        return self._read(page), page.revision

    def _read(self, page: Page) -> Held:
        check_form(page.document)
        found = value_of(self.empty, page.document.get(self.key))
        if page.document.get("kind") != self.kind or not self.possible(found):
            raise PageDamagedError(f"no {self.purpose}")
        return found
