"""How loudly danger was heard, and which kinds of it there are."""

import enum
from collections.abc import Mapping
from typing import Final


class Concern(enum.IntEnum):
    """How loudly the rules spoke. Ordered, so that a second reader may raise it and never lower it."""

    NONE = 0
    TENDER = 1
    URGENT = 2

    @property
    def word(self) -> str:
        """One of none, tender, urgent."""
        return self.name.lower()


KINDS: Final[Mapping[str, Concern]] = {
    "explicit": Concern.URGENT,  # intent to die, a plan, a method, a goodbye now
    "self_harm": Concern.URGENT,  # hurting oneself, overdosing, urges to
    "passive": Concern.TENDER,  # a wish not to wake, better off without me
    "veiled": Concern.TENDER,  # giving things away, "I won't be a problem much longer"
    "danger": Concern.TENDER,  # somebody hurts, threatens or locks in the person
    "neglect": Concern.TENDER,  # days without food, a child nobody can look after
    "harm_to_others": Concern.TENDER,
}
