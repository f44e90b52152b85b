"""Warmth is a ladder (guide.md §4): kindness arrives in the smallest amount that isn't refused, or not at all.

0 nothing added · 1 a neutral fact · 2 fairness · 3 company · 4 a wish · 5 warmth. Enter at the lowest rung; one up
after a rung that left things the same or easier; one down on any soften of -1 or less. Never above what the state
and every named kind leave.
"""

from __future__ import annotations

from unforced.domain.answers import Situation, Unnumbered
from unforced.domain.resistance import warmth_left


def next_rung(s: Situation, state_cap: int) -> int:
    """The rung to offer, 0 to 5, or -1 where none may be offered."""
    return min(_wanted(s), state_cap, warmth_left(s.answers.kinds))


def _wanted(s: Situation) -> int:
    accepted = s.memory.rung
    if isinstance(accepted, Unnumbered):
        return 0
    if s.answers.soften >= 0:
        return min(accepted + 1, 5)
    return max(accepted - 1, 0) if s.answers.soften <= -1 else accepted
