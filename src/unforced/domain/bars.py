"""BARS: what takes a family away, whatever the state would offer. Each is one rule of guide.md §2 and §3.

A bar only ever takes away. ``never`` comes last, and nothing ever bars help, leave, rest or people.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unforced.domain import thresholds as t
from unforced.domain.answers import Never, Situation
from unforced.domain.practice import ALWAYS_OPEN, BODY, INWARD, OUTWARD, UNCLOCKED, Family
from unforced.domain.resistance import FLOODED_LEAVES, Kind

ALL = frozenset(Family)
TURNED_TOWARD = frozenset({"flat", "warm", "curious"})
YOUNG_PAIN_LEAVES = (OUTWARD | ALWAYS_OPEN) | {Family.ACKNOWLEDGE}
SEEN_AS_A_VOICE = frozenset({Kind.CRITIC_VOICE, Kind.UNDESERVED})


class Bar(NamedTuple):
    """``families`` are taken away ``when`` this holds; ``state`` is the state's name."""

    name: str
    families: frozenset[Family]
    when: Callable[[Situation, str], bool]


def _low_before(s: Situation, state: str) -> bool:
    return s.memory.was_low and s.answers.presence == t.INWARD_PRESENCE


def _no_room_to_turn(s: Situation, state: str) -> bool:
    return not (s.answers.presence >= t.HERE and s.answers.distress <= t.DISTRESS_ROOM)


def _not_yet_a_voice(s: Situation, state: str) -> bool:
    answered = s.answers.blend >= 0
    return not answered and not (s.answers.kinds & SEEN_AS_A_VOICE)


def _body_not_eased(s: Situation, state: str) -> bool:
    return state in TURNED_TOWARD and s.answers.arousal not in t.EASED_BODY


def _flooded(s: Situation, state: str) -> bool:
    return Kind.FLOODED in s.answers.kinds and not s.facts.stayed


def _numb(s: Situation, state: str) -> bool:
    return Kind.NUMB in s.answers.kinds


def _dose_spent(s: Situation, state: str) -> bool:
    return s.memory.inward_s >= t.INWARD_A_VISIT


def _asked_twice(s: Situation, state: str) -> bool:
    return s.memory.unchanged >= t.PRESENCE_ASKED and state in ("far_away", "wired_and_numb")


BARS: tuple[Bar, ...] = (
    Bar("presence_low_or_unknown", INWARD, lambda s, state: not s.answers.presence >= t.INWARD_PRESENCE),
    Bar("low_before", INWARD, _low_before),
    Bar("no_room_to_turn", UNCLOCKED, _no_room_to_turn),
    Bar("inward_over", INWARD, lambda s, state: s.memory.inward_over),
    Bar("outward_due", INWARD, lambda s, state: s.memory.outward_due),
    Bar("dose_spent", INWARD - UNCLOCKED, _dose_spent),
    Bar("body_not_eased", BODY, _body_not_eased),
    Bar("numb", INWARD - UNCLOCKED, _numb),
    Bar("numb_not_stayed", UNCLOCKED, lambda s, state: _numb(s, state) and not s.facts.stayed),
    Bar("flooded", ALL - FLOODED_LEAVES - ALWAYS_OPEN, _flooded),
    Bar("not_yet_a_voice", frozenset({Family.SEE}), _not_yet_a_voice),
    Bar("young_pain", ALL - YOUNG_PAIN_LEAVES, lambda s, state: s.facts.memory or s.facts.hand_off),
    Bar("tender", UNCLOCKED, lambda s, state: s.facts.tender),
    Bar("surged", frozenset({Family.WARMTH}), lambda s, state: s.memory.surged),
    Bar("asked_twice", ALL - {Family.PEOPLE, Family.LEAVE, Family.HELP}, _asked_twice),
    Bar("never_breath", frozenset({Family.BREATH}), lambda s, state: Never.BREATH in s.answers.never),
    Bar("never_touch", frozenset({Family.TOUCH}), lambda s, state: Never.TOUCH in s.answers.never),
    Bar("never_body", BODY, lambda s, state: Never.BODY in s.answers.never),
)


STAYS_OPEN = frozenset({Family.HELP})


def barred(s: Situation, state: str, bars: tuple[Bar, ...] = BARS) -> frozenset[Family]:
    """Every family that is taken away in this situation.

    Families refused twice are among them; help never is, nor leaving while somebody could see the screen.
    """
    taken = s.memory.refused
    for bar in bars:
        if bar.when(s, state):
            taken = taken | bar.families
    return taken - (STAYS_OPEN | {Family.LEAVE} if state == "unsafe_here" else STAYS_OPEN)


NEEDS_NEVER = {
    # A thing never wanted, and what a practice may then not need.
    Never.EYES_CLOSED: "eyes_closed",
    Never.SOUND: "sound",
    Never.IMAGERY: "imagery",
}
EYES_MAY_CLOSE = frozenset({"flat", "warm", "curious"})
WATCHED_NEEDS = frozenset({"sound", "voice", "typing"})


def barred_needs(s: Situation, state: str) -> frozenset[str]:
    """What a practice may not need here: what is never wanted, what somebody near could hear or read, closed eyes."""
    needs = frozenset(NEEDS_NEVER[n] for n in s.answers.never if n in NEEDS_NEVER)
    if s.answers.safety <= 1:
        needs = needs | WATCHED_NEEDS
    return needs if state in EYES_MAY_CLOSE else needs | {"eyes_closed"}
