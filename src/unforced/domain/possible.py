"""Which visits there could be: what every place, question and answer may hold, as one table.

A visit that turns made is always one of them. One that comes back from a document needn't be: a value can have the
right type and still be none that a person could have given. POSSIBLE says so before any screen is drawn from it, and
before a number out of range could open what an answer didn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from unforced.domain.answers import BETWEEN, BODY_WORDS, SCALES, UNKNOWN
from unforced.domain.deeds import moments, noting, outlining, saying, why
from unforced.domain.deeds.arriving import DOORS, MEMORY_CHIP, NOTHING_LEFT
from unforced.domain.deeds.meeting import MEETING
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.staying import NAMES, TURNING
from unforced.domain.deeds.turning_toward import steps_of
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.lessons import MOST as MOST_LESSONS
from unforced.domain.moments import LONGEST_NAME
from unforced.domain.outline import in_order, marks_of
from unforced.domain.part import LARGEST_KEY, LOOKS, PLACES
from unforced.domain.practice import AREAS, TONES
from unforced.domain.reading import LONGEST_LESSON, NAMED
from unforced.domain.resistance import Kind
from unforced.domain.screening import Concern
from unforced.domain.shelf import Shelf
from unforced.domain.sides import ASKED as ASKED_OF_SIDES
from unforced.domain.sides import LONGEST, SIDES_STEPS
from unforced.domain.timeline import LONGEST_HOLD
from unforced.domain.visit import Phase, Said, Visit
from unforced.domain.whys import WHYS
from unforced.domain.words import Words

ASKED: Mapping[Phase, frozenset[str]] = {
    Phase.STAYING: frozenset({"presence", "distress", "energy", *NAMES, *TURNING, *MEETING}),
    Phase.AFTER: frozenset({"body_words", "distress", "soften", "body"}),
}
"""The questions of the two screens that ask one after another."""
NOTES = frozenset(
    {
        *("", "worse", "same", "easier", "body_only", "body_tighter", "declined", "equal_line", "left_it"),
        *("thats_fine", "no_answer", "yes", "help_is_there"),
    }
)
NOTICES = frozenset({"", "cut", "unreadable", "foreign"})
WITH_PRACTICE = frozenset({Phase.PRACTICE, Phase.AFTER, Phase.ASKING, Phase.SIDES, Phase.NOTING, Phase.OUTLINE})
CHIPS = frozenset({*Kind, MEMORY_CHIP})
HIGHEST_RUNG = 5
MOST_LISTENED = 4
LEVELS_OF_SIDES = {f"sides_{key}_{side}": key for key in ASKED_OF_SIDES for side in ("one", "other")}
WRITTEN = ("words", "called", saying.SAID_TO_IT, noting.NAMED, moments.WRITTEN)
SPOKEN = re.compile(rf"acknowledge\.[a-z_]{{1,60}}:({'|'.join(TONES)})")
"""An acknowledgement that was said, and its tone."""
KEY = re.compile(r"[a-z][a-z_]{0,39}")
OF_A_FORM = {saying.SAID_TO_IT: SPOKEN, noting.NAMED: KEY}

OF_A_LIST: Mapping[str, tuple[str, ...]] = {"sides_room": ROOM, "place": PLACES, "look": LOOKS}
FURTHER: Mapping[str, Collection[str]] = {"toward": BETWEEN}
"""Answers beyond the steps of a scale."""

POSSIBLE: Mapping[str, Callable[[Visit], bool]] = {
    "answers": lambda v: all(getattr(v.answers, key) in (UNKNOWN, *SCALES[key]) for key in SCALES),
    "memory": lambda v: (
        v.memory.inward_s >= 0
        and v.memory.unchanged >= 0
        and (v.memory.rung is UNKNOWN or 0 <= v.memory.rung <= HIGHEST_RUNG)
        and v.memory.between in ("", *BETWEEN)
    ),
    "said": lambda v: all(_could_be_said(entry) for entry in v.said),
    "guess": lambda v: (
        (not v.likely or (len(v.likely) == len(set(v.likely)) == NAMED and bool(v.guessed)))
        and len(v.taught) <= MOST_LESSONS
        and all(len(lesson.words.reveal()) <= LONGEST_LESSON for lesson in v.taught)
    ),
    "door": lambda v: v.door in ("", *DOORS),
    "places": lambda v: all(_could_stand(v, place) for place in places(v)),
    "left_out": lambda v: v.left_out <= set(AREAS),
    "own": lambda v: v.own is None or v.own in moments.own_ones(v),
    "moments": lambda v: all(0 < len(small.practice) <= LONGEST_NAME for small in v.moments),
    "hold": lambda v: v.hold is None or 0 <= v.hold <= LONGEST_HOLD,
    "sides": lambda v: (
        {v.first_side, v.listed} <= {0, 1}
        and len(v.listened) <= MOST_LISTENED
        and all(0 <= seconds <= LONGEST for seconds in v.listened)
        and v.last_round.second in (-1, 0, 1)
    ),
    "uses": lambda v: all(
        use.soften in (UNKNOWN, *SCALES["soften"]) and use.body in (UNKNOWN, *SCALES["body"]) for use in v.uses
    ),
    "warmth": lambda v: v.warmth_from in (None, UNKNOWN, *SCALES["distress"]),
    "soften": lambda v: {v.soften_before, v.soften_to_it} <= {UNKNOWN, *SCALES["soften"]},
    "meeting": lambda v: v.place in ("", *PLACES) and v.look in ("", *LOOKS),
    "saying": lambda v: v.tone in TONES and v.saying_from in saying.SAYABLE,
    "why": lambda v: v.why_from in why.READ_FROM and v.why in (("", *WHYS) if Phase.WHY not in places(v) else WHYS),
    "on_map": lambda v: all(0 <= key <= LARGEST_KEY for key in v.on_map),
    "marks": lambda v: all(marks is None or in_order(marks) for marks in (v.marks_before, v.marks_after)),
    "outline": lambda v: v.phase is not Phase.OUTLINE or outlining.may_mark(v),
    "concern": lambda v: v.concern_shown in tuple(Concern),
    "notes": lambda v: v.note in NOTES and v.notice in NOTICES,
    "turn": lambda v: v.turn >= 0,
}


def possible(visit: Visit) -> bool:
    """Whether a person's turns could have led to such a visit, as far as each value by itself can tell."""
    return all(holds(visit) for holds in POSSIBLE.values())


def places(visit: Visit) -> tuple[Phase, ...]:
    """The screen it is on, and those that Help, what stays away, saying something and the whys would lead back to."""
    behind = {
        Phase.HELP: visit.help_from,
        Phase.BOUNDS: visit.bounds_from,
        Phase.SAYING: visit.saying_from,
        Phase.WHY: visit.why_from,
    }
    found = [visit.phase]
    while found[-1] in behind and behind[found[-1]] not in found:
        found.append(behind[found[-1]])
    return tuple(found)


def still_there(visit: Visit, shelf: Shelf) -> bool:
    """Whether the practice that it is in, or was in last, is on the shelf and as long as the visit has come in it."""
    if not visit.practice:
        return True
    if visit.practice not in shelf:
        return False
    if Phase.NOTING in places(visit) and visit.step == noting.WORDS:
        return shelf.feelings.group(visit.question) is not None
    return Phase.ASKING not in places(visit) or visit.step < len(steps_of(shelf.get(visit.practice)))


def _could_stand(visit: Visit, place: Phase) -> bool:
    if place in WITH_PRACTICE and not (visit.practice and visit.step >= 0):
        return False
    if place is Phase.SIDES and visit.step >= len(SIDES_STEPS):
        return False
    if place is Phase.NOTING:
        return visit.step <= noting.SENTENCE and (visit.step != noting.WORDS or bool(KEY.fullmatch(visit.question)))
    if place is Phase.OUTLINE:
        return visit.step < outlining.COMPARED or (visit.step == outlining.COMPARED and visit.marks_after is not None)
    return place not in ASKED or ASKED[place] >= {visit.question, *visit.pending}


def _could_be_said(entry: Said) -> bool:
    key, value = entry
    if isinstance(value, Words):
        return key in WRITTEN or key.startswith(("ask_", "sides_"))
    if isinstance(value, tuple):
        return CHIPS.issuperset(value) if key == "kinds" else key in outlining.KEYS and _could_be_marked(value)
    if key in OF_A_FORM:
        return isinstance(value, str) and bool(OF_A_FORM[key].fullmatch(value))
    if key == "body_words":
        return value in (*BODY_WORDS, NOTHING_LEFT)
    if key in OF_A_LIST:
        return value in OF_A_LIST[key]
    further = FURTHER.get(key, ())
    key = LEVELS_OF_SIDES.get(key, key)
    return any(key in asked for asked in ASKED.values()) and value in (*SCALES.get(key, ()), *further)


def _could_be_marked(tokens: tuple[object, ...]) -> bool:
    try:
        return tuple(mark.token for mark in marks_of(tokens)) == tokens
    except UnusableAnswerError:
        return False
