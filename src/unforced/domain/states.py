"""STATES: the table of guide.md §3. First match wins, in this order.

Each row says when it holds, which line is said first, and the whole list of families it may offer, in the order
of preference. Code, tests and drawings read this one table. The lines are phrase keys; the words live in content.
Every line is itself an acknowledgement (invariant 18), except in crisis, unsafe_here and nothing_wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from unforced.domain import thresholds as t
from unforced.domain.answers import MIXED, UNKNOWN, Choice, Situation
from unforced.domain.practice import Family as F
from unforced.domain.resistance import Kind, in_order

Condition = Callable[[Situation], bool]
Line = Callable[[Situation], str]


@dataclass(frozen=True)
class State:
    """One row. ``warmth`` is the highest rung it may offer (-1: none); ``provided`` limits a family further."""

    name: str
    when: Condition
    says_when: str
    line: Line
    may_offer: tuple[F, ...]
    must_not: str
    warmth: int = -1
    provided: Mapping[F, Condition] = field(default_factory=dict)
    whole_first: bool = False  # acknowledge in the method's full words rather than the smallest


def first_response(s: Situation) -> str:
    """The kind's own first response; of several kinds, the safest first."""
    kinds = in_order(s.answers.kinds)
    return f"kind_{kinds[0]}" if kinds else "kind_any"


def _with_memory(key: Line) -> Line:
    def line(s: Situation) -> str:
        return f"{key(s)}_memory" if s.facts.memory else key(s)

    return line


def _always(key: str) -> Line:
    return lambda s: key


def room_to_turn(s: Situation) -> bool:
    """Here enough, and distress answered and low enough, to turn toward what says no (invariants 5 and 12)."""
    return s.answers.presence >= t.HERE and s.answers.distress <= t.DISTRESS_ROOM


def _nothing_wanted(s: Situation) -> bool:
    return s.answers.choice is Choice.NOTHING or s.answers.kinds == {Kind.JUST_NO}


def _curious(s: Situation) -> bool:
    a = s.answers
    reopened = s.facts.stayed or not s.memory.was_low
    return a.toward >= t.CURIOUS and a.blend < t.BLENDED and room_to_turn(s) and reopened


def _warm(s: Situation) -> bool:
    a = s.answers
    softer = a.toward >= t.UNDERSTANDING and a.soften >= 1 and not a.firmness >= t.CLEAR
    return softer and not a.safety <= 1 and _curious(s)


def _flat(s: Situation) -> bool:
    return (s.answers.toward is UNKNOWN or s.answers.toward == t.FLAT) and room_to_turn(s)


def _two_sides(s: Situation) -> bool:
    return s.facts.two_named and room_to_turn(s) and s.answers.blend != t.PLAIN_TRUTH


def _near_too_much(s: Situation) -> bool:
    """Distress of 8 or 9 with the body answered and not at its limit."""
    a = s.answers
    return a.distress < t.DISTRESS_UNBEARABLE and a.arousal <= 1 and a.presence >= t.HERE


def _calm_body(s: Situation) -> bool:
    return s.answers.presence >= t.HERE and s.answers.arousal in t.EASED_BODY


def _room_asked(s: Situation) -> bool:
    return s.answers.toward != -2 and room_to_turn(s)


LOW_OFFERS = (F.ORIENT, F.MOVE, F.OBJECT, F.ACKNOWLEDGE, F.PEOPLE, F.LEAVE)
INWARD_STEPS = (F.TOUCH, F.BREATH, F.MUSCLES_RELEASE, F.MUSCLES_FULL, F.NOTE)

STATES: tuple[State, ...] = (
    State(
        "crisis",
        lambda s: s.facts.crisis,
        "yes to the direct question; words of intent; Help pressed",
        _always("crisis"),
        (F.HELP, F.ORIENT),
        "everything else",
    ),
    State(
        "unsafe_here",
        lambda s: s.answers.safety == 0,
        "safety = 0",
        _always("unsafe_here"),
        (F.LEAVE, F.ORIENT, F.HELP),
        "sound, saving, writing, parts, questions about the other person",
    ),
    State(
        "far_away",
        lambda s: s.answers.presence <= t.LOW_PRESENCE or s.answers.arousal == -2,
        "presence ≤ 1 or arousal = −2",
        _with_memory(_always("far_away")),
        LOW_OFFERS,
        "anything inward, warmth, eyes closed, more than 8 words a line",
    ),
    State(
        "wired_and_numb",
        lambda s: s.answers.arousal is MIXED,
        "arousal = mixed",
        _with_memory(_always("wired_and_numb")),
        (F.MOVE, F.ORIENT, F.OBJECT, F.ACKNOWLEDGE, F.PEOPLE, F.LEAVE),
        "as far_away; “calm down”",
    ),
    State(
        "too_much",
        lambda s: s.answers.arousal == 2 or s.answers.distress >= t.DISTRESS_TOO_MUCH,
        "arousal = +2 or distress ≥ 8",
        _with_memory(lambda s: "too_much_ten" if s.answers.distress == t.DISTRESS_UNBEARABLE else "too_much"),
        (F.ORIENT, F.MOVE, F.CONTACT, F.ACKNOWLEDGE, F.SEE, F.BREATH),
        "ask, sides, warmth ≥ 1, muscles_full, holds, more than 12 words a line, “why”",
        provided={F.SEE: _near_too_much, F.BREATH: lambda s: s.answers.presence >= t.INWARD_PRESENCE},
    ),
    State(
        "nothing_wanted",
        _nothing_wanted,
        "choice = nothing, or `just_no` as the only kind",
        _always("nothing_wanted"),
        (F.LEAVE, F.REST),
        "any offer of more, asking why",
    ),
    State(
        "young_pain",
        lambda s: s.facts.memory or s.facts.hand_off,
        "memory, or hand_off",
        lambda s: "young_pain" if s.facts.memory else first_response(s),
        (F.ACKNOWLEDGE, F.CONTACT, F.ORIENT, F.PEOPLE),
        "any question about it, imagery, comforting a child part, ask, sides, warmth ≥ 1",
    ),
    State(
        "surge",
        lambda s: s.facts.surge,
        "since a warmth step in this visit: distress up by 2 or more, soften −2, or `danger` newly named",
        _always("surge"),
        (F.CONTACT, F.ORIENT, F.ACKNOWLEDGE),
        "warmth, repeating, “good sign”",
    ),
    State(
        "empty",
        lambda s: s.answers.energy == 0,
        "energy = 0",
        _always("empty"),
        (F.REST, F.MOMENT, F.LEAVE),
        "anything over 20 s but rest",
    ),
    State(
        "two_sides",
        _two_sides,
        "two_named, presence ≥ 3, distress ≤ 6, blend not 4",
        _always("two_sides"),
        (F.SIDES, F.ACKNOWLEDGE, F.CONTACT),
        "taking sides, naming one healthy, a solution",
        whole_first=True,
    ),
    State(
        "firm_no",
        lambda s: s.answers.firmness >= t.FIRM,
        "firmness ≥ 3",
        _always("firm_no"),
        (F.ASK, F.ACKNOWLEDGE, F.WARMTH, F.LEAVE),
        "a second pitch, reframing, “but”",
        warmth=0,
        provided={F.ASK: lambda s: s.facts.invited and room_to_turn(s)},
        whole_first=True,
    ),
    State(
        "merged",
        lambda s: s.answers.blend >= t.BLENDED,
        "blend ≥ 3",
        lambda s: "merged_truth" if s.answers.blend == t.PLAIN_TRUTH else "merged_close",
        (F.ACKNOWLEDGE, F.CONTACT, F.ORIENT, F.SEE, F.NOTE),
        "printing the attack again, debate of content, ask, sides, warmth ≥ 1",
        provided={F.SEE: lambda s: s.answers.blend != t.PLAIN_TRUTH},
    ),
    State(
        "against_it",
        lambda s: s.answers.toward <= t.AGAINST,
        "toward ≤ −1",
        lambda s: "against_it_afraid" if s.answers.toward == -2 else "against_it_fed_up",
        (F.ACKNOWLEDGE, F.CONTACT, F.ASK),
        "forcing curiosity, “it means well”, asking a frightened part for room, warmth ≥ 1",
        provided={F.ASK: _room_asked},
    ),
    State(
        "flat",
        _flat,
        "toward 0 or unknown, presence ≥ 3, distress ≤ 6",
        lambda s: "flat" if s.answers.toward == t.FLAT else first_response(s),
        (F.ACKNOWLEDGE, F.SEE, F.CONTACT, *INWARD_STEPS, F.MOMENT, F.REST, F.WARMTH),
        "reading flatness as failure, ask, sides",
        warmth=1,
        whole_first=True,
    ),
    State(
        "warm",
        _warm,
        "as curious, with toward ≥ 2, soften ≥ 1, firmness not ≥ 2, safety not ≤ 1",
        _always("warm"),
        (F.ASK, F.ACKNOWLEDGE, F.CONTACT, F.WARMTH, F.TOUCH, F.BREATH, F.MUSCLES_RELEASE, F.NOTE, F.REST),
        "“see!”, praise, more of the same",
        warmth=5,
        whole_first=True,
    ),
    State(
        "curious",
        _curious,
        "toward ≥ 1, blend ≤ 2 (answered), distress ≤ 6, presence ≥ 3; after a low state only by *stay*",
        _always("curious"),
        (F.ASK, F.ACKNOWLEDGE, F.CONTACT, *INWARD_STEPS, F.WARMTH),
        "going on to what it guards, asking it to stop, deadlines",
        warmth=3,
        whole_first=True,
    ),
    State(
        "settling",
        lambda s: True,
        "anything else",
        first_response,
        (F.ACKNOWLEDGE, F.SEE, F.CONTACT, F.ORIENT, F.NOTE, F.MOMENT, F.REST, F.WARMTH, F.BREATH, F.MUSCLES_RELEASE),
        "ask, sides, warmth ≥ 1, holds, muscles_full, eyes closed",
        warmth=0,
        provided={F.BREATH: _calm_body, F.MUSCLES_RELEASE: _calm_body},
    ),
)

LOW = frozenset({"far_away", "wired_and_numb", "too_much"})
SILENT = frozenset({"crisis", "unsafe_here", "nothing_wanted"})  # the line is no acknowledgement, on purpose
STAY_FROM = frozenset(state.name for state in STATES[7:])  # from surge down: "stay with that voice" is shown
