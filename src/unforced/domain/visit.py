"""A visit: from arriving to leaving. What a person could do on each screen is one table, MOVES.

The value never changes; each turn makes the next one. Code, tests and the drawing in docs/ read MOVES.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Answers, Facts, Level, Memory, Situation
from unforced.domain.moments import Small
from unforced.domain.moves import MOVES, Deed, Phase
from unforced.domain.outline import Marks
from unforced.domain.reading import Lesson
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

__all__ = ["MOVES", "Deed", "LastRound", "Phase", "Reply", "Said", "Use", "Visit"]


class Reply(NamedTuple):
    """One deed. ``value`` is what was chosen: a level, a name, or several names; ``words`` what was written.

    ``likely``: the kinds that a reader named in these words, likeliest first; none where it abstained or wasn't asked.
    ``foreign``: it couldn't read them, since they don't look like English.
    """

    deed: Deed
    value: object = None
    words: Words | None = None
    likely: tuple[Kind, ...] = ()
    foreign: bool = False


class Said(NamedTuple):
    """An earlier answer, kept visible: the question's key and the answer's value or the person's words."""

    key: str
    value: object


class LastRound(NamedTuple):
    """The two sides of an earlier visit: which place the side that went second had (0, 1; -1: unknown), its name."""

    second: int = -1
    name: Words | None = None


class Use(NamedTuple):
    """One use of a practice in this visit: whether it left things worse, and what was answered after it."""

    practice: str
    worse: bool
    soften: Level = UNKNOWN
    body: Level = UNKNOWN


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything there is of a visit. Kept nowhere unless the person says so."""

    phase: Phase = Phase.DOORS
    answers: Answers = Answers()
    facts: Facts = Facts()
    memory: Memory = Memory()
    said: tuple[Said, ...] = ()
    door: str = ""
    whole_shelf: bool = False
    likely: tuple[Kind, ...] = ()  # the two chips that stand first, while it is asked whether they are close
    guessed: tuple[Words, ...] = ()  # what was written where that was asked, oldest first
    taught: tuple[Lesson, ...] = ()  # what the answers taught, until it is kept with the rest
    question: str = ""
    pending: tuple[str, ...] = ()
    practice: str = ""
    soften_before: Level = UNKNOWN  # what was answered last before a noting began
    hold: int | None = None  # seconds of held breath that the person chose; None: as the practice has it
    left_out: frozenset[str] = frozenset()  # areas of the body that no practice works in this visit
    own: Words | None = None  # the person's own small moment that is on the screen
    moments: tuple[Small, ...] = ()  # small moments done in this visit, in order
    marks_before: Marks | None = None  # of the body, around the practice taken last; None: not marked
    marks_after: Marks | None = None
    uses: tuple[Use, ...] = ()
    step: int = 0
    names: tuple[Words | None, Words | None] = (None, None)
    first_side: int = 0
    listed: int = 0  # which of the two sides stands first
    listened: tuple[int, ...] = ()  # seconds each question to a side had, in order
    last_round: LastRound = LastRound()  # taken on from what is kept; gone once a round has begun
    came_from: Phase = Phase.DOORS  # where a practice was taken from
    help_from: Phase = Phase.DOORS  # where Help leads back to
    bounds_from: Phase = Phase.DOORS  # where "what stays away" leads back to
    saying_from: Phase = Phase.OFFERS  # where saying something to it leads back to
    why_from: Phase = Phase.OFFERS  # where "why this happens" leads back to
    why: str = ""  # which of the whys is open, one of whys.WHYS; empty: none
    tone: str = "neutral"  # of what is offered to be said to a critic, one of practice.TONES
    stay_began: str = ""
    place: str = ""  # where the one that says no is noticed, one of part.PLACES; empty: not said
    look: str = ""  # what it looks like, one of part.LOOKS; empty: not said
    called: Words | None = None  # what the person calls it; None: unnamed
    found: bool = False  # whether where it is and what it could be called were asked
    soften_to_it: Level = UNKNOWN  # what was answered last after it was acknowledged or asked
    on_map: tuple[int, int, int] = (0, 0, 0)  # keys on the inner map: the no, one side, the other; 0: not there
    warmth_from: object = None  # distress when warmth was first tried; None while it wasn't
    concern_shown: int = 0
    not_meant: bool = False
    help_asked: bool = False  # the person opened Help, so no direct question is asked
    note: str = ""
    notice: str = ""  # about what was written, on the next screen only
    lines: tuple[str, str] = ("", "")  # the line said first before this one, and this one
    turn: int = 0

    @property
    def situation(self) -> Situation:
        """What the guide may know of this visit."""
        return Situation(self.answers, self.facts, self.memory)
