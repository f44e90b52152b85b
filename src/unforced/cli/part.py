"""One part of the inner map in a terminal: what was said of it, and telling it anew."""

from __future__ import annotations

from unforced.app.map_list import Listed
from unforced.cli.map_sheet import MapSheet
from unforced.domain.errors import NoLongerThereError, UnforcedError
from unforced.domain.map_changes import join, leave, let_go, rename, retell
from unforced.domain.part import AROUND, LOOKS, MANNERS, PLACES, TOLD, Role

LISTS: dict[str, tuple[str, ...]] = {"look": LOOKS, "place": PLACES, "role": tuple(Role)[1:], "manner": MANNERS}
FIELDS = (*LISTS, *TOLD)
LETTERS = {"n": "chip.map.name", "m": "chip.map.tell", "j": "chip.map.join", "g": "chip.map.let_go"}
TABLES = {"look": "chip.looks", "role": "chip.roles", "manner": "chip.manners"}


class OnePart:
    """One part that somebody opened."""

    def __init__(self, sheet: MapSheet, key: int) -> None:
        self._sheet = sheet
        self._key = key

    def open(self) -> bool:
        """What was said of it, and one thing done, until somebody goes back to the list."""
        while self._once():
            pass
        return True

    def _once(self) -> bool:
        """Whether it comes again. An error is a sentence; where it isn't on the map any more, the list comes."""
        try:
            part = self._write()
            letter = self._sheet.letter(self._letters(part))
            if letter == "b":
                return False
            return {"n": self._name, "m": self._more, "j": self._join, "g": self._let_go, "p": self._leave}[letter]()
        except UnforcedError as error:
            self._sheet.sorry(error)
            return not isinstance(error, NoLongerThereError)

    def _letters(self, part: Listed) -> dict[str, str]:
        letters = dict(LETTERS)
        if len(self._sheet.listed().parts) == 1:
            del letters["j"]
        if part.by_hand:
            letters["p"] = "chip.map.leave"
        return {**letters, "b": "chip.vault.back"}

    def _write(self) -> Listed:
        part = next((part for part in self._sheet.listed().parts if part.key == self._key), None)
        if part is None:
            raise NoLongerThereError("no part by that key")
        paper = self._sheet.asking.paper
        paper.gap()
        paper.line(part.whole or part.name)
        for label, text in part.said:
            paper.hint(label)
            paper.line(text, 2)
        for tie in part.ties:
            paper.hint(tie.sentence)
        paper.gap()
        return part

    def _name(self) -> bool:
        name = self._sheet.words("app.map.name")
        self._sheet.does(lambda found: rename(found, self._key, name, self._sheet.today()))
        return True

    def _more(self) -> bool:
        field = FIELDS[self._sheet.one_of([self._sheet.say(f"chip.map.{field}") for field in FIELDS])]
        told: object = self._chosen(field) if field in LISTS else self._sheet.words("app.map.told")
        self._sheet.does(lambda found: retell(found, self._key, self._sheet.today(), **{field: told}))
        return True

    def _chosen(self, field: str) -> object:
        """One of a list, or what it is when it is left unsaid."""
        answers = [*LISTS[field], Role.UNSAID if field == "role" else ""]
        texts = [self._text(field, answer) for answer in answers[:-1]]
        return answers[self._sheet.one_of([*texts, self._sheet.say("chip.map.unsaid")])]

    def _text(self, field: str, answer: str) -> str:
        around = "chip.places" if answer in AROUND else "chip.outline"
        return self._sheet.say(f"{TABLES.get(field, around)}.{answer}")

    def _join(self) -> bool:
        others = [part for part in self._sheet.listed().parts if part.key != self._key]
        other = self._sheet.picked("app.map.which_other", others)
        self._sheet.tell("app.map.joined_hint")
        if self._sheet.letter({"j": "chip.map.join", "b": "chip.vault.back"}) == "j":
            self._sheet.does(lambda found: join(found, self._key, other.key, self._sheet.today()))
        return True

    def _let_go(self) -> bool:
        self._sheet.tell("app.map.let_go_hint")
        if self._sheet.letter({"g": "chip.map.let_go", "b": "chip.vault.back"}) == "b":
            return True
        self._sheet.does(lambda found: let_go(found, self._key, self._sheet.today()))
        return False

    def _leave(self) -> bool:
        self._sheet.does(lambda found: leave(found, self._key, self._sheet.today()))
        return True
