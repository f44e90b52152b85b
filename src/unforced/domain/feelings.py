"""Words for feelings, in two steps: a few groups, and within a group a few words with what each one means.

A word is the person's when they take it; nothing here is ever said of somebody who didn't. Numb and not knowing are
groups without a second step, since nobody is asked to dig deeper: they have a sentence of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

SPELT: Final = {"realization": "realisation"}
"""A category of GoEmotions whose spelling isn't ours."""


class Feeling(NamedTuple):
    """One word. ``here`` is how it stands in "this is …", ``means`` one short line in plain words.

    ``goemotions``: which of the 27 categories of GoEmotions (Demszky 2020) it covers; that is for checking only.
    """

    key: str
    word: str
    here: str
    means: str
    goemotions: tuple[str, ...] = ()


class Group(NamedTuple):
    """Words that lie near each other; or none, and a ``sentence`` of its own in their place."""

    key: str
    word: str
    here: str = ""
    feelings: tuple[Feeling, ...] = ()
    sentence: str = ""


@dataclass(frozen=True)
class Feelings:
    """Every group, in order. Keys are unique over groups and words, so that one key names one of them."""

    groups: tuple[Group, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def group(self, key: str) -> Group | None:
        """The group with this key, or None."""
        return next((group for group in self.groups if group.key == key), None)

    def find(self, key: str) -> Feeling | Group | None:
        """The word or group with this key, or None."""
        words = (feeling for group in self.groups for feeling in group.feelings if feeling.key == key)
        return next(words, None) or self.group(key)

    def covering(self, category: str) -> tuple[Group, Feeling] | None:
        """The group and the word for one of GoEmotions' 27 categories, in its own spelling or ours; None for others.

        It may only order words: what somebody feels is theirs to name.
        """
        ours = SPELT.get(category, category)
        found = ((group, each) for group in self.groups for each in group.feelings if ours in each.goemotions)
        return next(found, None)

    def word(self, key: str) -> str:
        """What it is called; where a newer list no longer has it, its key read out."""
        found = self.find(key)
        return found.word if found else key.replace("_", " ")
