"""A visit: from arriving to leaving. What a person could do on each screen is one table, MOVES.

The value never changes; each turn makes the next one. Code, tests and the drawing in docs/ read MOVES.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Answers, Facts, Level, Memory, Situation
from unforced.domain.words import Words


class Phase(StrEnum):
    """Which kind of screen the visit is on."""

    DOORS = "doors"
    KINDS = "kinds"
    BODY = "body"
    OFFERS = "offers"
    STAYING = "staying"
    SHELF = "shelf"
    PRACTICE = "practice"
    AFTER = "after"
    ASKING = "asking"
    SIDES = "sides"
    NOTING = "noting"
    HELP = "help"
    BOUNDS = "bounds"
    CLOSED = "closed"


class Deed(StrEnum):
    """What a person could do."""

    OPEN_DOOR = "open_door"
    CHOOSE = "choose"
    ANSWER = "answer"
    TAKE = "take"
    FINISH = "finish"
    WORSE = "worse"
    HOLD = "hold"
    NAME = "name"
    SOMETHING_ELSE = "something_else"
    NOTHING = "nothing"
    STAY = "stay"
    HEAR = "hear"
    LOOK = "look"
    NEXT = "next"
    SET_BOUNDS = "set_bounds"
    TAKE_BACK = "take_back"
    NEVER = "never"
    HELP = "help"
    YES = "yes"
    CONTINUE = "continue"
    NOT_MEANT = "not_meant"
    WATCHED = "watched"
    PASSED = "passed"
    CHIPS = "chips"
    BOUNDS = "bounds"
    BACK = "back"
    STOP = "stop"


class Reply(NamedTuple):
    """One deed. ``value`` is what was chosen: a level, a name, or several names; ``words`` what was written."""

    deed: Deed
    value: object = None
    words: Words | None = None


class Said(NamedTuple):
    """An earlier answer, kept visible: the question's key and the answer's value or the person's words."""

    key: str
    value: object


class Use(NamedTuple):
    """One use of a practice in this visit, and whether it left things worse."""

    practice: str
    worse: bool


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
    question: str = ""
    pending: tuple[str, ...] = ()
    practice: str = ""
    soften_before: Level = UNKNOWN  # what was answered last before a noting began
    hold: int | None = None  # seconds of held breath that the person chose; None: as the practice has it
    uses: tuple[Use, ...] = ()
    step: int = 0
    names: tuple[Words | None, Words | None] = (None, None)
    first_side: int = 0
    came_from: Phase = Phase.DOORS  # where a practice was taken from
    help_from: Phase = Phase.DOORS  # where Help leads back to
    bounds_from: Phase = Phase.DOORS  # where "what stays away" leads back to
    stay_began: str = ""
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


P, D = Phase, Deed
_OPEN = (P.OFFERS, P.SHELF, P.DOORS)
_ANYWHERE: dict[Deed, tuple[Phase, ...]] = {
    D.STOP: (P.CLOSED,),
    D.NOTHING: (P.OFFERS, P.CLOSED),
    D.HELP: (P.HELP,),
    D.WATCHED: (P.OFFERS,),
    D.SOMETHING_ELSE: (P.SHELF, P.OFFERS, P.KINDS, P.DOORS),
    D.BOUNDS: (P.BOUNDS,),
}

MOVES: Mapping[Phase, Mapping[Deed, tuple[Phase, ...]]] = {
    P.DOORS: {**_ANYWHERE, D.OPEN_DOOR: (P.KINDS, P.SHELF)},
    P.KINDS: {**_ANYWHERE, D.CHOOSE: (P.BODY, P.OFFERS, P.HELP)},
    P.BODY: {**_ANYWHERE, D.ANSWER: (P.OFFERS,), D.CHIPS: (P.KINDS,)},
    P.OFFERS: {
        **_ANYWHERE,
        D.TAKE: (P.PRACTICE, P.NOTING, P.ASKING, P.SIDES, P.CLOSED, P.HELP),
        D.STAY: (P.STAYING, P.OFFERS),
        D.HEAR: (P.ASKING, P.STAYING, P.OFFERS),
        D.LOOK: (P.SHELF,),
        D.CHIPS: (P.KINDS,),
        D.PASSED: _OPEN,
        D.CONTINUE: _OPEN,
        D.TAKE_BACK: (P.OFFERS,),
        D.NEVER: (P.OFFERS,),
    },
    P.STAYING: {**_ANYWHERE, D.ANSWER: (P.STAYING, P.OFFERS, P.ASKING, P.HELP)},
    P.SHELF: {
        **_ANYWHERE,
        D.TAKE: (P.PRACTICE, P.NOTING, P.CLOSED, P.HELP),
        D.LOOK: (P.SHELF,),
        D.TAKE_BACK: (P.SHELF,),
        D.NEVER: (P.SHELF,),
        D.BACK: (P.DOORS, P.OFFERS),
    },
    P.PRACTICE: {**_ANYWHERE, D.HOLD: (P.PRACTICE,), D.FINISH: (P.AFTER, *_OPEN), D.WORSE: (P.AFTER, *_OPEN)},
    P.AFTER: {**_ANYWHERE, D.ANSWER: (P.AFTER, *_OPEN)},
    P.ASKING: {
        **_ANYWHERE,
        D.NEXT: (P.ASKING, P.AFTER, P.STAYING, P.OFFERS, P.HELP),
        D.WORSE: (P.AFTER, P.OFFERS),
        D.BACK: (P.OFFERS,),
    },
    P.SIDES: {
        **_ANYWHERE,
        D.NEXT: (P.SIDES, P.AFTER, P.HELP, P.OFFERS),
        D.WORSE: (P.AFTER, P.OFFERS),
        D.BACK: (P.OFFERS,),
    },
    P.NOTING: {
        **_ANYWHERE,
        D.NAME: (P.NOTING, P.HELP),
        D.NEXT: (P.NOTING,),
        D.BACK: (P.NOTING,),
        D.FINISH: (P.AFTER, *_OPEN),
        D.WORSE: (P.AFTER, *_OPEN),
    },
    P.HELP: {
        **_ANYWHERE,
        D.YES: (P.HELP,),
        D.CONTINUE: tuple(Phase),
        D.NOT_MEANT: tuple(Phase),
        D.TAKE: (P.PRACTICE, P.CLOSED, P.HELP),
    },
    P.BOUNDS: {**_ANYWHERE, D.SET_BOUNDS: tuple(Phase), D.BACK: tuple(Phase)},
    P.CLOSED: {D.HELP: (P.HELP,), D.OPEN_DOOR: (P.KINDS, P.SHELF)},
}
