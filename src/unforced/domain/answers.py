"""What was asked and answered. Unknown is a value, and a person is never a number.

The rule that carries the guide: **unknown meets no condition that names a value**. It compares as false with
everything, so ``presence <= 1`` is false and ``not distress >= 7`` is true when nothing was answered
(guide.md §1). *Mixed*, for a body that is wired and numb at once, behaves the same way.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple

from unforced.domain.practice import Family
from unforced.domain.resistance import Kind


class Unnumbered(Enum):
    """Answers that are not a place on a scale."""

    UNKNOWN = "unknown"
    MIXED = "mixed"

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__


UNKNOWN = Unnumbered.UNKNOWN
MIXED = Unnumbered.MIXED
Level = int | Unnumbered


class Choice(StrEnum):
    """What a person said to the question *what now?*"""

    THIS = "this"
    SOMETHING_ELSE = "something_else"
    NOTHING = "nothing"
    STOP = "stop"


class Never(StrEnum):
    """What a person wants left out, always."""

    BREATH = "breath"
    TOUCH = "touch"
    EYES_CLOSED = "eyes_closed"
    PARTS_WORDS = "parts_words"
    BODY = "body"
    SOUND = "sound"
    IMAGERY = "imagery"


SCALES: dict[str, tuple[Level, ...]] = {
    "presence": (0, 1, 2, 3, 4),
    "arousal": (-2, -1, 0, 1, 2, MIXED),
    "distress": tuple(range(11)),
    "safety": (0, 1, 2),
    "energy": (0, 1, 2, 3),
    "firmness": (0, 1, 2, 3, 4),
    "blend": (0, 1, 2, 3, 4),
    "toward": (-3, -2, -1, 0, 1, 2, 3),
    "soften": (-2, -1, 0, 1, 2),
    "body": (-1, 0, 1),
}

BODY_WORDS: dict[str, tuple[int, Level]] = {
    # The plain answer to "your body just now is closest to…", and the presence and arousal it stands for.
    "far_away": (1, UNKNOWN),
    "shut_down": (1, -2),
    "slow": (2, -1),
    "about_right": (3, 0),
    "keyed_up": (3, 1),
    "too_much": (2, 2),
    "wired_and_numb": (2, MIXED),
}


BETWEEN: dict[str, int] = {
    # Further answers to *toward*: how somebody feels who stands in between, and the level each stands for.
    "bored": -1,
    "stupid": -1,
    "angry": -3,
}
IN_BETWEEN = ("fed_up", "afraid", *BETWEEN)
"""Which one may stand between a person and the one that says no."""


class Answers(NamedTuple):
    """What a person answered, by the keys of guide.md §1. Ranges are those of SCALES."""

    presence: Level = UNKNOWN
    arousal: Level = UNKNOWN
    distress: Level = UNKNOWN
    safety: Level = UNKNOWN
    energy: Level = UNKNOWN
    kinds: frozenset[Kind] = frozenset()
    firmness: Level = UNKNOWN
    blend: Level = UNKNOWN
    toward: Level = UNKNOWN
    soften: Level = UNKNOWN
    body: Level = UNKNOWN
    choice: Choice | Unnumbered = UNKNOWN
    never: frozenset[Never] = frozenset()

    def told(self, key: str, level: Level) -> Answers:
        """The same answers with one scale answered. ``key`` is one of SCALES."""
        return self._replace(**{key: level})  # type: ignore[arg-type]


class Facts(NamedTuple):
    """What is so in this visit, apart from the scales."""

    crisis: bool = False
    surge: bool = False
    memory: bool = False
    hand_off: bool = False
    tender: bool = False
    two_named: bool = False
    invited: bool = False
    stayed: bool = False


class Memory(NamedTuple):
    """What the visit remembers so that nothing is offered too often, too long or again after a no."""

    refused: frozenset[Family] = frozenset()  # refused twice
    put_away: frozenset[str] = frozenset()  # practice ids
    was_low: bool = False  # was in far_away, wired_and_numb or too_much
    rung: Level = UNKNOWN  # highest warmth rung accepted
    softened: bool = False  # something eased at least once
    inward_s: int = 0  # seconds spent inward
    outward_due: bool = False  # something outward comes before anything inward again
    inward_over: bool = False  # a rise ended inward work
    surged: bool = False  # kindness came too near once; warmth stays away
    unchanged: int = 0  # times the body was asked again without change
    used: tuple[str, ...] = ()  # practice ids, in order
    declined: tuple[Family, ...] = ()  # families declined, in order, with repeats
    first: tuple[Family, ...] = ()  # comes first at the next offers
    between: str = ""  # who stands in between, one of BETWEEN; empty where the level of *toward* says it all


class Situation(NamedTuple):
    """All that the guide may know."""

    answers: Answers = Answers()
    facts: Facts = Facts()
    memory: Memory = Memory()
