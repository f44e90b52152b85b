"""The quiet line about a small moment that was done: keep it, or look at what gathered. Never pushed."""

from __future__ import annotations

from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Phase
from unforced.web.memory import Held, Session
from unforced.web.room import room
from unforced.web.sheet import Button, chip

QUIET = (Phase.PRACTICE, Phase.HELP, Phase.AFTER)


def gathering(held: Held, session: Session) -> Button | None:
    """Keeping the small moments of this visit, where the vault is open and they aren't kept; or a way to the shore.

    A way has no value. Nothing where somebody could see the screen.
    """
    done = held.visit.moments
    if not done or held.closing or held.visit.phase in QUIET or not may_be_kept(held.visit):
        return None
    if not room().keeper.is_open(session):
        return None
    return chip("moments.page")._replace(value="") if done[-1].kept else chip("moments.keep")
