"""The guide: from what a person answered to one line said first and at most two offers, each with its reasons.

A pure function over three tables: STATES (what a moment is), BARS (what it takes away) and the kinds of no.
The same situation and shelf give the same guidance, always (invariant 17).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN, Situation
from unforced.domain.bars import BARS, Bar, barred, barred_needs
from unforced.domain.conditions import in_between
from unforced.domain.practice import ALWAYS_OPEN, INWARD, UNCLOCKED, Family, Practice
from unforced.domain.resistance import EFFECTS, Kind, asked_first, in_order
from unforced.domain.shelf import Limits, Shelf
from unforced.domain.states import STATES, State
from unforced.domain.warmth import next_rung

ALWAYS = ("nothing", "something_else", "stop", "help")
KEEP_ORDER = frozenset({"crisis", "unsafe_here"})


class Offer(NamedTuple):
    """One small thing and why. ``rung`` is -1 outside warmth; ``because`` holds codes, never words."""

    practice: str
    family: Family
    seconds: int
    rung: int
    because: tuple[str, ...]


class Guidance(NamedTuple):
    """What comes next: the state's name, the key of the line said first, at most two offers."""

    state: str
    line: str
    offers: tuple[Offer, ...]


class Guidebook(NamedTuple):
    """The tables and rules the guide reads. Tests break one at a time to see that the proof would notice."""

    states: tuple[State, ...] = STATES
    bars: tuple[Bar, ...] = BARS
    rung: Callable[[Situation, int], int] = next_rung
    needs: Callable[[Situation, str], frozenset[str]] = barred_needs


GUIDEBOOK = Guidebook()


def state_of(s: Situation, book: Guidebook = GUIDEBOOK) -> State:
    """The first row of the table that matches; the last row matches everything."""
    for state in book.states[:-1]:
        if state.when(s):
            return state
    return book.states[-1]


def may_offer(s: Situation, state: State, rung: int, book: Guidebook = GUIDEBOOK) -> tuple[Family, ...]:
    """The families that may be offered here, before the cut to two, in the state's own order."""
    taken = barred(s, state.name, book.bars)
    if rung < 0:
        taken = taken | {Family.WARMTH}
    given = state.provided
    return tuple([f for f in state.may_offer if f not in taken and (f not in given or given[f](s))])


def fitting(s: Situation, shelf: Shelf, family: Family) -> tuple[Practice, ...]:
    """Every practice of a family that could be offered now, in the shelf's order; none where the family may not be."""
    state = state_of(s)
    if family not in may_offer(s, state, -1):
        return ()
    return shelf.fitting(family, _limits(s, state, -1, GUIDEBOOK))


def guide(s: Situation, shelf: Shelf, book: Guidebook = GUIDEBOOK) -> Guidance:
    """One line said first and at most two offers from two families."""
    return decide(s, shelf, book)[2]


def decide(s: Situation, shelf: Shelf, book: Guidebook = GUIDEBOOK) -> tuple[tuple[Family, ...], int, Guidance]:
    """What may be offered before the cut, the warmth rung (-1: none), and the guidance itself."""
    state = state_of(s, book)
    rung = book.rung(s, state.warmth)
    families = may_offer(s, state, rung, book)
    limits = _limits(s, state, rung, book)
    kinds = in_order(s.answers.kinds)
    offers: list[Offer] = []
    for family in _in_preference(families, s, state):
        practice = shelf.pick(family, limits)
        if practice is not None:
            reasons = _reasons(practice, kinds, s, state.name, limits)
            offers.append(Offer(practice.id, family, practice.seconds, practice.rung, reasons))
            if len(offers) == 2:
                break
    return families, rung, Guidance(state.name, state.line(s), tuple(offers))


def hear_is_shown(s: Situation, state: str) -> bool:
    """Whether *hear what it guards* stands beside the offers of firm_no: where the one ask would open.

    Distress that wasn't answered doesn't hide it ("not 7 or more"); it is asked after the tap, before the question.
    """
    if state != "firm_no" or s.facts.invited or any(p.startswith(f"{Family.ASK}.") for p in s.memory.used):
        return False
    distress = t.DISTRESS_ROOM if s.answers.distress is UNKNOWN else s.answers.distress
    would = s._replace(answers=s.answers._replace(distress=distress), facts=s.facts._replace(invited=True))
    return Family.ASK in may_offer(would, state_of(would), -1)


def _in_preference(families: tuple[Family, ...], s: Situation, state: State) -> tuple[Family, ...]:
    """Least used and least declined first; then what a kind asks for; then the state's own order."""
    first = asked_first(s.answers.kinds)
    m = s.memory
    if state.name in KEEP_ORDER or not (first or m.used or m.declined or m.first):
        return families
    met = [practice.partition(".")[0] for practice in m.used]
    met += m.declined

    def rank(family: Family) -> tuple[bool, int, int]:
        asked = first.index(family) if family in first else len(first)
        return family not in m.first, met.count(family), asked

    return tuple(sorted(families, key=rank))


def _limits(s: Situation, state: State, rung: int, book: Guidebook) -> Limits:
    longest = t.SMALL if state.name == "empty" else 10**6
    inward = min(t.INWARD_AT_A_TIME, t.INWARD_A_VISIT - s.memory.inward_s)
    if state.name == "too_much":
        inward = min(inward, t.BREATH_IN_TOO_MUCH)
    return Limits(
        state=state.name,
        needs=book.needs(s, state.name),
        put_away=s.memory.put_away,
        longest=longest,
        inward=inward,
        rung=rung,
        phrases=Kind.FAKE not in s.answers.kinds,
        outside_home=s.answers.safety != 2,
        whole=not (state.name == "against_it" and s.answers.toward == -2),
        whole_first=state.whole_first,
        used=s.memory.used,
        kinds=s.answers.kinds,
        toward=in_between(s),
    )


def _reasons(p: Practice, kinds: tuple[Kind, ...], s: Situation, state: str, limits: Limits) -> tuple[str, ...]:
    asked_for = [f"kind_{kind}" for kind in kinds if p.family in EFFECTS[kind].first]
    return (f"state_{state}", *asked_for, _because(p, s, limits))


def _because(practice: Practice, s: Situation, limits: Limits) -> str:
    family = practice.family
    if family is Family.WARMTH:
        return _rung_reason(practice.rung, s)
    if family is Family.BREATH:
        return "no_hold"
    if family is Family.PEOPLE and limits.outside_home:
        return "outside_home"
    if family in UNCLOCKED:
        return "you_asked" if s.facts.invited else "room_to_turn"
    if family in ALWAYS_OPEN:
        return "always_open"
    return "small_dose" if family in INWARD else f"family_{family}"


def _rung_reason(rung: int, s: Situation) -> str:
    accepted = s.memory.rung
    if not accepted >= 0:
        return "rung_lowest"
    if accepted == rung:
        return "rung_same"
    if not accepted >= rung:
        return "rung_up"
    return "rung_down" if s.answers.soften <= -1 else "rung_held"
