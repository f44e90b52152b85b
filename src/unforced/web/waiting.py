"""What waits for the next page: in memory, and gone with the browser's session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from unforced.domain.page import Beginning
from unforced.domain.safety_plan import SafetyPlan

PARTS = "parts"


class First(NamedTuple):
    """Where somebody is before keeping this visit, the first of all: nobody sees this, and what waits for its code."""

    visit_id: str = ""
    unseen: bool = False
    beginning: Beginning | None = None


class Wanted(NamedTuple):
    """What is done once the vault is open: keep a visit, go on with a page, look at one, or at all of them.

    With PARTS it is the address of a page of the inner map, or of the safety plan.
    """

    deed: str = "past"
    name: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Chosen:
    """What was chosen for a sheet to take along (tokens of items), and what was written for the session."""

    tokens: frozenset[str] = frozenset()
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Planned:
    """A safety plan that is kept nowhere; and the key of what is said of danger in what was just written, once."""

    plan: SafetyPlan = SafetyPlan()
    danger: str = ""
