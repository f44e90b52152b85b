"""What is between two parts of the inner map, in a terminal."""

from __future__ import annotations

from unforced.app.map_list import Listed, MapList
from unforced.cli.map_sheet import MapSheet
from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import loosen, tie, untie
from unforced.domain.ties import TIGHTEST, Between, Tie


class Tying:
    """Somebody who says what is between two."""

    def __init__(self, sheet: MapSheet) -> None:
        self._sheet = sheet

    def ask(self, found: MapList) -> None:
        """Which two, and what is between them."""
        one = self._sheet.picked("app.map.which", found.parts)
        other = self._sheet.picked("app.map.which_other", [part for part in found.parts if part.key != one.key])
        there = [line.tie for line in one.ties if other.key in (line.tie.one, line.tie.other)]
        deeds = ["polarised", "protects", *(["untie"] if there else [])]
        deeds += ["loosen"] if any(each.kind is Between.POLARISED for each in there) else []
        paper = self._sheet.asking.paper
        paper.line(f"{one.name} · {other.name}")
        deed = deeds[self._sheet.one_of([self._sheet.say(f"chip.map.{deed}") for deed in deeds])]
        self._do(deed, one, other, there)

    def _do(self, deed: str, one: Listed, other: Listed, there: list[Tie]) -> None:
        today = self._sheet.today()
        if deed == "loosen":
            taut = self._taut()
            self._sheet.does(lambda found: loosen(found, one.key, other.key, taut, today))
        elif deed == "untie":
            self._sheet.does(lambda found: _without(found, there, today))
        else:
            self._sheet.does(lambda found: tie(found, Between(deed), one.key, other.key, today))

    def _taut(self) -> Level:
        levels: list[Level] = [*range(TIGHTEST + 1), UNKNOWN]
        texts = [self._sheet.say(f"chip.map.taut.{level}") for level in range(TIGHTEST + 1)]
        return levels[self._sheet.one_of([*texts, self._sheet.say("chip.map.taut_unsaid")])]


def _without(found: InnerMap, ties: list[Tie], today: int) -> InnerMap:
    for gone in ties:
        if gone.ends in {each.ends for each in found.ties}:
            found = untie(found, gone.kind, gone.one, gone.other, today)
    return found
