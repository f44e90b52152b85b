"""How long somebody waits after passphrases that didn't fit. The count lies beside the lock, so a restart keeps it.

Five tries are free. Each one after that waits twice as long as the one before, from half a minute to a quarter of an
hour. An hour without a try forgets them. A clock that was set back starts the same wait again and never makes it
longer.
"""

from __future__ import annotations

import math

from unforced.adapters.vault.store import PersonRow

FREE = 5
SHORTEST, LONGEST = 30, 15 * 60
FORGOTTEN_AFTER = 3600


def wait_of(tries: int) -> int:
    """Seconds to wait after so many tries."""
    return 0 if tries < FREE else min(SHORTEST * 2 ** min(tries - FREE, 10), LONGEST)


def left_to_wait(row: PersonRow, now: float) -> int:
    """Seconds left, rounded up; 0 where the next try is taken now."""
    return math.ceil(max(0.0, row.tried_at + wait_of(row.tries) - now)) if now >= row.tried_at else wait_of(row.tries)


def with_try(row: PersonRow, now: float) -> PersonRow:
    """The row with one more try."""
    recent = 0 <= now - row.tried_at < FORGOTTEN_AFTER or now < row.tried_at
    return row._replace(tries=(row.tries if recent else 0) + 1, tried_at=int(now))


def moved_back(row: PersonRow, now: float) -> PersonRow:
    """The row by a clock that was set back: the wait begins again now."""
    return row._replace(tried_at=int(now)) if now < row.tried_at else row
