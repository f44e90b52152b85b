"""The inner map, kept: one sealed page, opened when the person asks for it, and changed one deed at a time.

Rules:
- Nothing comes to the map by itself; a surface calls ``change`` with a deed of domain/map_changes.py when somebody says
  so, for instance ``change(inside, lambda found: rename(found, key, name, today))``.
- Changed in two windows at once, both changes are there; a deed about a part that was let go of in the other window
  raises NoLongerThereError, and the caller still holds what was typed.
- Whatever is typed for the map is heard first, like every word of a visit (app/heard.py).
- A page that can't be read is left as it is; nothing is written over it.
"""

from __future__ import annotations

from collections.abc import Callable

from unforced.app.bounds import with_bounds
from unforced.app.one_page import OnePage
from unforced.domain.answers import Never
from unforced.domain.inner_map import SPAN, InnerMap
from unforced.domain.map_changes import meet
from unforced.domain.map_joining import joined, possible
from unforced.domain.part import Part
from unforced.domain.visit import Visit
from unforced.ports import Inside

PURPOSE = "inner map"
INNER_MAP = "inner_map"
Deed = Callable[[InnerMap], InnerMap]
PAGE = OnePage(PURPOSE, INNER_MAP, "map", InnerMap, possible, joined)
inner_map = PAGE.on
"""The map. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
kept_map = PAGE.kept
"""The map, as it lies there. Errors are those of ``inner_map``."""
change = PAGE.change
"""Does something to the map and keeps it. Errors are those of ``Inside.keep`` and of the deed."""
come_back = PAGE.come_back
"""Joins a map from elsewhere with the one that is here. Whether anything came; None where it can't be."""


def meet_on_map(inside: Inside, part: Part, today: int) -> int:
    """A part comes to the map; the key it has there. Errors are those of ``change``."""
    base = base_of(inside)
    return change(inside, lambda found: meet(found, part, today, base)).parts[-1].key


def plain_words(inside: Inside) -> bool:
    """Whether the person wants to be spared the word part (see ``Names``). PageDamagedError, NewerFormatError."""
    return Never.PARTS_WORDS in with_bounds(Visit(), inside).answers.never


def base_of(inside: Inside) -> int:
    """Where the keys of this person's map begin: far from those of any other, so that two can be joined later."""
    return int(inside.name_of(PURPOSE)[:8], 16) * SPAN
