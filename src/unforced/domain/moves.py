"""What a person could do on each screen: one table, MOVES. Code, tests and the drawing in docs/ read it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


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
    SAYING = "saying"
    WHY = "why"
    NOTING = "noting"
    OUTLINE = "outline"
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
    LEAVE_OUT = "leave_out"
    WRITE = "write"
    NAME = "name"
    OUTLINE = "outline"
    MARK = "mark"
    SOMETHING_ELSE = "something_else"
    NOTHING = "nothing"
    STAY = "stay"
    HEAR = "hear"
    SAY = "say"
    TONE = "tone"
    WHY = "why"
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


P, D = Phase, Deed
_OPEN = (P.OFFERS, P.SHELF, P.DOORS)
_SAID = (P.OFFERS, P.STAYING, P.ASKING, P.SIDES)
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
    P.KINDS: {**_ANYWHERE, D.CHOOSE: (P.KINDS, P.BODY, P.OFFERS, P.HELP)},
    P.BODY: {**_ANYWHERE, D.ANSWER: (P.OFFERS,), D.CHIPS: (P.KINDS,), D.WHY: (P.WHY,)},
    P.OFFERS: {
        **_ANYWHERE,
        D.TAKE: (P.PRACTICE, P.NOTING, P.ASKING, P.SIDES, P.CLOSED, P.HELP),
        D.STAY: (P.STAYING, P.OFFERS),
        D.HEAR: (P.ASKING, P.STAYING, P.OFFERS),
        D.SAY: (P.SAYING,),
        D.WHY: (P.WHY,),
        D.LOOK: (P.SHELF,),
        D.CHIPS: (P.KINDS,),
        D.PASSED: _OPEN,
        D.CONTINUE: _OPEN,
        D.TAKE_BACK: (P.OFFERS,),
        D.NEVER: (P.OFFERS,),
        D.OUTLINE: (P.OUTLINE,),
    },
    P.STAYING: {**_ANYWHERE, D.ANSWER: (P.STAYING, P.OFFERS, P.ASKING, P.HELP), D.SAY: (P.SAYING,)},
    P.SHELF: {
        **_ANYWHERE,
        D.TAKE: (P.PRACTICE, P.NOTING, P.CLOSED, P.HELP),
        D.WRITE: (P.PRACTICE, P.HELP),
        D.LOOK: (P.SHELF,),
        D.TAKE_BACK: (P.SHELF,),
        D.NEVER: (P.SHELF,),
        D.OUTLINE: (P.OUTLINE,),
        D.BACK: (P.DOORS, P.OFFERS),
    },
    P.PRACTICE: {
        **_ANYWHERE,
        D.HOLD: (P.PRACTICE,),
        D.LEAVE_OUT: (P.PRACTICE,),
        D.OUTLINE: (P.OUTLINE,),
        D.FINISH: (P.AFTER, *_OPEN),
        D.WORSE: (P.AFTER, *_OPEN),
    },
    P.AFTER: {**_ANYWHERE, D.ANSWER: (P.AFTER, *_OPEN)},
    P.ASKING: {
        **_ANYWHERE,
        D.NEXT: (P.ASKING, P.AFTER, P.STAYING, P.OFFERS, P.HELP),
        D.WORSE: (P.AFTER, P.OFFERS),
        D.BACK: (P.OFFERS,),
        D.SAY: (P.SAYING,),
    },
    P.SIDES: {
        **_ANYWHERE,
        D.NEXT: (P.SIDES, P.AFTER, P.HELP, P.OFFERS),
        D.WORSE: (P.AFTER, P.OFFERS),
        D.BACK: (P.OFFERS,),
        D.SAY: (P.SAYING,),
    },
    P.SAYING: {**_ANYWHERE, D.NEXT: (*_SAID, P.HELP), D.TONE: (P.SAYING,), D.BACK: _SAID},
    P.WHY: {**_ANYWHERE, D.WHY: (P.WHY,), D.BACK: (P.BODY, P.OFFERS)},
    P.NOTING: {
        **_ANYWHERE,
        D.NAME: (P.NOTING, P.HELP),
        D.NEXT: (P.NOTING,),
        D.BACK: (P.NOTING,),
        D.FINISH: (P.AFTER, *_OPEN),
        D.WORSE: (P.AFTER, *_OPEN),
    },
    P.OUTLINE: {**_ANYWHERE, D.MARK: (P.OUTLINE, P.PRACTICE), D.BACK: (P.PRACTICE, P.OFFERS, P.SHELF)},
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
