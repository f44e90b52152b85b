"""When a state holds and which line it says: the conditions of guide.md §3, one function each.

Unknown meets no condition that names a value; "not" is met by unknown (answers.py carries that rule).
"""

from __future__ import annotations

from collections.abc import Callable

from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN, Choice, Situation
from unforced.domain.resistance import Kind, in_order

Condition = Callable[[Situation], bool]
Line = Callable[[Situation], str]


def first_response(s: Situation) -> str:
    """The kind's own first response; of several kinds, the safest first."""
    kinds = in_order(s.answers.kinds)
    return f"kind_{kinds[0]}" if kinds else "kind_any"


def with_memory(key: Line) -> Line:
    def line(s: Situation) -> str:
        return f"{key(s)}_memory" if s.facts.memory else key(s)

    return line


def always(key: str) -> Line:
    return lambda s: key


def room_to_turn(s: Situation) -> bool:
    """Here enough, and distress answered and low enough, to turn toward what says no (invariants 5 and 12)."""
    return s.answers.presence >= t.HERE and s.answers.distress <= t.DISTRESS_ROOM


def nothing_wanted(s: Situation) -> bool:
    return s.answers.choice is Choice.NOTHING or s.answers.kinds == {Kind.JUST_NO}


def curious(s: Situation) -> bool:
    a = s.answers
    reopened = s.facts.stayed or not s.memory.was_low
    return a.toward >= t.CURIOUS and a.blend < t.BLENDED and room_to_turn(s) and reopened


def warm(s: Situation) -> bool:
    a = s.answers
    softer = a.toward >= t.UNDERSTANDING and a.soften >= 1 and not a.firmness >= t.CLEAR
    return softer and not a.safety <= 1 and curious(s)


def flat(s: Situation) -> bool:
    return (s.answers.toward is UNKNOWN or s.answers.toward == t.FLAT) and room_to_turn(s)


def two_sides(s: Situation) -> bool:
    return s.facts.two_named and room_to_turn(s) and s.answers.blend != t.PLAIN_TRUTH


def near_too_much(s: Situation) -> bool:
    """Distress of 8 or 9 with the body answered and not at its limit."""
    a = s.answers
    return a.distress < t.DISTRESS_UNBEARABLE and a.arousal <= 1 and a.presence >= t.HERE


def calm_body(s: Situation) -> bool:
    return s.answers.presence >= t.HERE and s.answers.arousal in t.EASED_BODY


def in_between(s: Situation) -> str:
    """Which one stands in between, one of IN_BETWEEN: in the person's own word where they chose one."""
    return "afraid" if s.answers.toward == -2 else s.memory.between or "fed_up"


def room_asked(s: Situation) -> bool:
    return s.answers.toward != -2 and room_to_turn(s)
