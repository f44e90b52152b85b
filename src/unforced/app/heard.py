"""What is written outside of a visit (for the map, a sheet, a plan), heard like any words in one.

Rules:
- It is heard so that Help can be shown with it; nothing is blocked, lost, marked or kept because of it.
- Where nothing can be heard since a file is damaged, the quieter text is said.
"""

from __future__ import annotations

from unforced.app.showing.helping import WORDINGS
from unforced.domain.concern import Concern
from unforced.domain.errors import BrokenContentError
from unforced.domain.screening import screen
from unforced.ports import Library


def heard(raw: str, library: Library) -> Concern:
    """How loudly the rules speak. BrokenContentError where their file is damaged."""
    return screen(raw, library.rules).concern


def help_for(raw: str, library: Library) -> str:
    """The key of a fixed text of the panel, in rotation by how much was written; empty where nothing is heard."""
    try:
        concern = heard(raw, library)
    except BrokenContentError:
        concern = Concern.TENDER
    return f"app.help.{concern.word}_{len(raw) % WORDINGS + 1}" if concern else ""
