"""A safety plan, kept: one sealed page, opened and written in only where the person asks for it.

Rules:
- It alerts nobody, and nothing here reads it but to show it. What is typed for it is heard like any other words.
- Written in two windows at once, both lines are there.
- A page that can't be read is left as it is; nothing is written over it.
"""

from __future__ import annotations

from collections.abc import Callable

from unforced.app.one_page import OnePage
from unforced.domain.page import UNDO_DAYS
from unforced.domain.safety_plan import LAST_DAY, LONGEST_LINE, SafetyPlan, possible
from unforced.domain.words import Words

PURPOSE = "safety plan"
SAFETY_PLAN = "safety_plan"
Deed = Callable[[SafetyPlan], SafetyPlan]
PAGE = OnePage(PURPOSE, SAFETY_PLAN, "plan", SafetyPlan, possible, SafetyPlan.joined)
safety_plan = PAGE.on
"""The plan. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
kept_plan = PAGE.kept
"""The plan, as it lies there. Errors are those of ``safety_plan``."""
change = PAGE.change
"""Does something to the plan and keeps it. Errors are those of ``Inside.keep`` and of the deed."""
come_back = PAGE.come_back
"""Joins a plan from elsewhere with the one that is here. Whether anything came; None where it can't be."""


def line_of(raw: str) -> Words | None:
    """What was typed as one line of the plan, at most LONGEST_LINE characters; None where nothing readable was."""
    return Words.from_raw(" ".join(raw[:LONGEST_LINE].split()))


def until(today: int) -> int:
    """The day until which something that is taken off today can be taken back."""
    return min(today + UNDO_DAYS, LAST_DAY)
