"""What each part on the inner map is called on a line, so that two of one name can be told apart.

Rules:
- The person's own words come first, then what it looks like, then where it is. Names are cut so that a line stays a
  line; the list shows the whole words.
- Of two with one name each says where it is; where that is no difference, each has a number in the order in which they
  came, which means nothing else.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.app.showing.speech import LONGEST_MIRRORED
from unforced.domain.inner_map import InnerMap
from unforced.domain.part import AROUND, PLACES, Part
from unforced.ports import Library

BETWEEN_LINES = " · "
BODY = frozenset(PLACES) - frozenset(AROUND)


class Name(NamedTuple):
    """A name on one line: ``said`` is all of it, that is ``name`` with ``apart``, which tells it from others."""

    said: str
    name: str
    apart: str = ""


class Names:
    """The parts of a map by their names, and every sentence about them. ``plain``: without the word part."""

    def __init__(self, found: InnerMap, library: Library, plain: bool) -> None:
        self._library = library
        self._plain = plain
        self._called: dict[int, Name] = {}
        alike: dict[str, list[Part]] = {}
        for part in found.parts:
            alike.setdefault(self._alone(part).casefold(), []).append(part)
        taken = set(alike)
        for parts in alike.values():
            for part in parts:
                self._called[part.key] = name = self._told_apart(part, parts, taken)
                taken.add(name.said.casefold())

    def __getitem__(self, key: int) -> Name:
        return self._called[key]

    def __contains__(self, key: int) -> bool:
        return key in self._called

    def said(self, key: int) -> str:
        """What a part is called, on one line."""
        return self._called[key].said

    def say(self, key: str, **names: str) -> str:
        """The sentence for a key."""
        return self._library.phrases.say(key, self._plain, **names)

    def place(self, place: str) -> str:
        """A place in or around the body in words."""
        return self.say(f"chip.places.{place}" if place in AROUND else f"chip.outline.{place}")

    def of(self, part: Part) -> str:
        """What a part that isn't on the map any more was called."""
        return self._alone(part)

    def _told_apart(self, part: Part, alike: list[Part], taken: set[str]) -> Name:
        name = self._alone(part)
        if len(alike) == 1:
            return Name(name, name)
        if part.name and part.place in BODY and [other.place for other in alike].count(part.place) == 1:
            place = self.place(part.place).lower()
            said = self.say("app.map.placed", name=name, place=place)
            if said.casefold() not in taken:
                return Name(said, name, place)
        number = 1
        while (said := self.say("app.map.numbered", name=name, n=str(number))).casefold() in taken:
            number += 1
        return Name(said, name, str(number))

    def _alone(self, part: Part) -> str:
        if part.name:
            text = flat(part.name.reveal())
            return text if len(text) <= LONGEST_MIRRORED else text[: LONGEST_MIRRORED - 1].rstrip() + "…"
        if part.look:
            return self.say(f"app.looks.{part.look}")
        return self.say(f"app.map.at.{part.place}" if part.place else "app.map.unnamed")


def flat(text: str) -> str:
    """Words on one line, with a mark where a line ended."""
    return BETWEEN_LINES.join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
