"""What is kept beside a visit when it is kept: its small moments, with the others, what was corrected, what stays away.

Rules: none of it is in the way of keeping the visit. What couldn't be kept now waits for the next turn.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from unforced.app.bounds import away, keep_bounds, with_bounds
from unforced.app.kept import KeptVisit
from unforced.app.moments import gathered
from unforced.app.teach import taught
from unforced.cli.asking import Asking
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError, VaultError
from unforced.domain.reading import Lesson
from unforced.domain.visit import Visit
from unforced.ports import Inside


class Beside:
    """What one visit leaves beside it."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._there = 0  # how many of its small moments are kept with the others
        self._known: set[Lesson] = set()  # what was corrected in it, and is kept

    def gathered(self, visit: Visit, inside: Inside, today: int) -> Visit:
        """Small moments done in this visit come to the others, each once; the visit with those marked that did."""
        there = tuple(small._replace(kept=True) for small in visit.moments[: self._there])
        visit = replace(visit, moments=there + visit.moments[self._there :])
        with suppress(NothingKeptError, PageDamagedError, NewerFormatError):
            visit = gathered(visit, inside, today)
            self._there = len(visit.moments)
        return self._learnt(visit, inside, today)

    def _learnt(self, visit: Visit, inside: Inside, today: int) -> Visit:
        """What was corrected in this visit comes to what was before, each once."""
        new = tuple(lesson for lesson in visit.taught if lesson not in self._known)
        visit = replace(visit, taught=new)
        with suppress(NothingKeptError, PageDamagedError, NewerFormatError):
            visit = taught(visit, inside, today)
            self._known |= set(new)
        return visit

    def stays_away(self, visit: Visit, before: KeptVisit, inside: Inside) -> None:
        """What stays away, where that changed; the first time, what was kept away before stays away too."""
        if before.name and away(visit) == away(before.visit):
            return
        try:
            keep_bounds(visit if before.name else with_bounds(visit, inside), inside)
        except VaultError as error:
            self._asking.sorry(error)
