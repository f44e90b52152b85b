"""Two sides (guide.md §6): the steps of a round, which side each belongs to, and how long each side is given.

Rules:
- Both sides get the same steps, in the same words, for the same time. Neither is said to be right.
- Going on early takes nothing from a side, and staying longer is given to the other as well.
- Who stood first changes over visits: the side that went second last time stands first.
- How firm a side is, and how the person feels toward it, is kept with that side and changes no state.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.visit import Visit
from unforced.domain.words import Words

SIDES_STEPS = (
    "first",
    "firmness_one",
    "toward_one",
    "wants_one",
    "fears_one",
    "back_one",
    "outward_one",
    "firmness_other",
    "toward_other",
    "wants_other",
    "fears_other",
    "back_other",
    "evened",  # only where the second took longer: the first is given as long
    "outward_other",
    "shared",
    "room",
    "end",
)
ASKED = ("firmness", "toward")
LISTENED = ("wants", "fears")
LISTENING = t.INWARD_AT_A_TIME // 2
"""Seconds for one question to one side, so that a side's two stay within what is inward at a time (guide.md §5)."""
LONGEST = 600
"""Seconds that a clock counts, at most."""
FAIR = 20
"""A side that had more than a twentieth (5 %) longer is followed by as much for the other."""
BOTH = -1


class Step(NamedTuple):
    """One step of a round. ``kind`` is its name without a side; ``side`` 0 or 1, or BOTH."""

    name: str
    kind: str
    side: int


class OfSide(NamedTuple):
    """What a round learnt of one side, in the person's words. Levels are those of SCALES, or unknown."""

    name: Words | None = None
    wants: Words | None = None
    fears: Words | None = None
    firmness: Level = UNKNOWN
    toward: Level = UNKNOWN


def step_of(visit: Visit) -> Step:
    """The step that this visit is at. ``visit.step`` is from 0 to the last of SIDES_STEPS."""
    name = SIDES_STEPS[visit.step]
    kind, _, which = name.partition("_")
    if name == "evened":
        return Step(name, name, visit.first_side)
    side = {"one": visit.first_side, "other": 1 - visit.first_side}.get(which, BOTH)
    return Step(name, kind, side)


def given(visit: Visit) -> int:
    """Seconds that this step is given; 0 where it has no clock.

    The second side gets, question for question, what the first one had.
    """
    step, heard = step_of(visit), visit.listened
    if step.kind == "outward":
        return t.OUTWARD_AFTER
    if step.name == "evened":
        return owed(visit)
    if step.kind not in LISTENED:
        return 0
    place = LISTENED.index(step.kind)
    return LISTENING if step.name.endswith("_one") or place >= len(heard) else heard[place]


def owed(visit: Visit) -> int:
    """Seconds that the second side had more than the first, where that is more than a twentieth; 0 otherwise."""
    one, other = (sum(visit.listened[side : side + 2]) for side in (0, 2))
    return other - one if (other - one) * FAIR > one else 0


def stands_first(visit: Visit) -> int:
    """Which side stands first in a round that begins now: the one that went second last time, known by its name.

    Without a name that comes again it is the other place, and without a round before, the visit's own turn decides.
    """
    last = visit.last_round
    if last.second not in (0, 1):
        return visit.turn % 2
    if last.name is not None:
        for side, name in enumerate(visit.names):
            if name is not None and _alike(name) == _alike(last.name):
                return side
    return last.second


def _alike(name: Words) -> str:
    return " ".join(name.reveal().casefold().split())


def told_by(visit: Visit, side: int) -> OfSide:
    """What a round learnt of a side (0 or 1, as they were named); nothing where there was no round."""
    which = "one" if side == visit.first_side else "other"
    said = {entry.key: entry.value for entry in visit.said}
    words = [value if isinstance(value := said.get(f"sides_{kind}_{which}"), Words) else None for kind in LISTENED]
    levels = [value if isinstance(value := said.get(f"sides_{key}_{which}"), int) else UNKNOWN for key in ASKED]
    return OfSide(visit.names[side], words[0], words[1], levels[0], levels[1])
