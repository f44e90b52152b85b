"""STATES: the table of guide.md §3. First match wins, in this order.

Each row says when it holds, which line is said first, and the whole list of families it may offer, in the order
of preference. Code, tests and drawings read this one table. The lines are phrase keys; the words live in content.
Every line is itself an acknowledgement (invariant 18), except in crisis, unsafe_here and nothing_wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unforced.domain import conditions as c
from unforced.domain import thresholds as t
from unforced.domain.answers import MIXED
from unforced.domain.conditions import Condition, Line
from unforced.domain.practice import Family as F


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


LOW_OFFERS = (F.ORIENT, F.MOVE, F.OBJECT, F.ACKNOWLEDGE, F.PEOPLE, F.LEAVE)
INWARD_STEPS = (F.TOUCH, F.BREATH, F.MUSCLES_RELEASE, F.MUSCLES_FULL, F.NOTE)

STATES: tuple[State, ...] = (
    State(
        "crisis",
        lambda s: s.facts.crisis,
        "yes to the direct question; words of intent; Help pressed",
        c.always("crisis"),
        (F.HELP, F.ORIENT),
        "everything else",
    ),
    State(
        "unsafe_here",
        lambda s: s.answers.safety == 0,
        "safety = 0",
        c.always("unsafe_here"),
        (F.LEAVE, F.ORIENT, F.HELP),
        "sound, saving, writing, parts, questions about the other person",
    ),
    State(
        "far_away",
        lambda s: s.answers.presence <= t.LOW_PRESENCE or s.answers.arousal == -2,
        "presence ≤ 1 or arousal = −2",
        c.with_memory(c.always("far_away")),
        LOW_OFFERS,
        "anything inward, warmth, eyes closed, more than 8 words a line",
    ),
    State(
        "wired_and_numb",
        lambda s: s.answers.arousal is MIXED,
        "arousal = mixed",
        c.with_memory(c.always("wired_and_numb")),
        (F.MOVE, F.ORIENT, F.OBJECT, F.ACKNOWLEDGE, F.PEOPLE, F.LEAVE),
        "as far_away; “calm down”",
    ),
    State(
        "too_much",
        lambda s: s.answers.arousal == 2 or s.answers.distress >= t.DISTRESS_TOO_MUCH,
        "arousal = +2 or distress ≥ 8",
        c.with_memory(lambda s: "too_much_ten" if s.answers.distress == t.DISTRESS_UNBEARABLE else "too_much"),
        (F.ORIENT, F.MOVE, F.CONTACT, F.ACKNOWLEDGE, F.SEE, F.BREATH),
        "ask, sides, warmth ≥ 1, muscles_full, holds, more than 12 words a line, “why”",
        provided={F.SEE: c.near_too_much, F.BREATH: lambda s: s.answers.presence >= t.INWARD_PRESENCE},
    ),
    State(
        "nothing_wanted",
        c.nothing_wanted,
        "choice = nothing, or `just_no` as the only kind",
        c.always("nothing_wanted"),
        (F.LEAVE, F.REST),
        "any offer of more, asking why",
    ),
    State(
        "young_pain",
        lambda s: s.facts.memory or s.facts.hand_off,
        "memory, or hand_off",
        lambda s: "young_pain" if s.facts.memory else c.first_response(s),
        (F.ACKNOWLEDGE, F.CONTACT, F.ORIENT, F.PEOPLE),
        "any question about it, imagery, comforting a child part, ask, sides, warmth ≥ 1",
    ),
    State(
        "surge",
        lambda s: s.facts.surge,
        "since a warmth step in this visit: distress up by 2 or more, soften −2, or `danger` newly named",
        c.always("surge"),
        (F.CONTACT, F.ORIENT, F.ACKNOWLEDGE),
        "warmth, repeating, “good sign”",
    ),
    State(
        "empty",
        lambda s: s.answers.energy == 0,
        "energy = 0",
        c.always("empty"),
        (F.REST, F.MOMENT, F.LEAVE),
        "anything over 20 s but rest",
    ),
    State(
        "two_sides",
        c.two_sides,
        "two_named, presence ≥ 3, distress ≤ 6, blend not 4",
        c.always("two_sides"),
        (F.SIDES, F.ACKNOWLEDGE, F.CONTACT),
        "taking sides, naming one healthy, a solution",
        whole_first=True,
    ),
    State(
        "firm_no",
        lambda s: s.answers.firmness >= t.FIRM,
        "firmness ≥ 3",
        c.always("firm_no"),
        (F.ASK, F.ACKNOWLEDGE, F.WARMTH, F.LEAVE),
        "a second pitch, reframing, “but”",
        warmth=0,
        provided={F.ASK: lambda s: s.facts.invited and c.room_to_turn(s)},
        whole_first=True,
    ),
    State(
        "merged",
        lambda s: s.answers.blend >= t.BLENDED,
        "blend ≥ 3",
        lambda s: "merged_truth" if s.answers.blend == t.PLAIN_TRUTH and not s.facts.tender else "merged_close",
        (F.ACKNOWLEDGE, F.CONTACT, F.ORIENT, F.SEE, F.NOTE),
        "printing the attack again, debate of content, ask, sides, warmth ≥ 1",
        provided={F.SEE: lambda s: s.answers.blend != t.PLAIN_TRUTH},
    ),
    State(
        "against_it",
        lambda s: s.answers.toward <= t.AGAINST,
        "toward ≤ −1",
        lambda s: f"against_it_{c.in_between(s)}",
        (F.ACKNOWLEDGE, F.CONTACT, F.ASK),
        "forcing curiosity, “it means well”, asking a frightened part for room, warmth ≥ 1",
        provided={F.ASK: c.room_asked},
    ),
    State(
        "flat",
        c.flat,
        "toward 0 or unknown, presence ≥ 3, distress ≤ 6",
        lambda s: "flat" if s.answers.toward == t.FLAT else c.first_response(s),
        (F.ACKNOWLEDGE, F.SEE, F.CONTACT, *INWARD_STEPS, F.MOMENT, F.REST, F.WARMTH),
        "reading flatness as failure, ask, sides",
        warmth=1,
        whole_first=True,
    ),
    State(
        "warm",
        c.warm,
        "as curious, with toward ≥ 2, soften ≥ 1, firmness not ≥ 2, safety not ≤ 1",
        c.always("warm"),
        (F.ASK, F.ACKNOWLEDGE, F.CONTACT, F.WARMTH, F.TOUCH, F.BREATH, F.MUSCLES_RELEASE, F.NOTE, F.REST),
        "“see!”, praise, more of the same",
        warmth=5,
        whole_first=True,
    ),
    State(
        "curious",
        c.curious,
        "toward ≥ 1, blend ≤ 2 (answered), distress ≤ 6, presence ≥ 3; after a low state only by *stay*",
        c.always("curious"),
        (F.ASK, F.ACKNOWLEDGE, F.CONTACT, *INWARD_STEPS, F.WARMTH),
        "going on to what it guards, asking it to stop, deadlines",
        warmth=3,
        whole_first=True,
    ),
    State(
        "settling",
        lambda s: True,
        "anything else",
        c.first_response,
        (F.ACKNOWLEDGE, F.SEE, F.CONTACT, F.ORIENT, F.NOTE, F.MOMENT, F.REST, F.WARMTH, F.BREATH, F.MUSCLES_RELEASE),
        "ask, sides, warmth ≥ 1, holds, muscles_full, eyes closed",
        warmth=0,
        provided={F.BREATH: c.calm_body, F.MUSCLES_RELEASE: c.calm_body},
    ),
)

LOW = frozenset({"far_away", "wired_and_numb", "too_much"})
SILENT = frozenset({"crisis", "unsafe_here", "nothing_wanted"})  # the line is no acknowledgement, on purpose
STAY_FROM = frozenset(state.name for state in STATES[7:])  # from surge down: "stay with that voice" is shown
