"""Speech: phrase keys to sentences for one visit, mirroring the person's own nouns, without parts words if asked."""

from __future__ import annotations

from unforced.domain.answers import SCALES, Never
from unforced.domain.deeds.moments import WRITTEN
from unforced.domain.deeds.noting import NAMED
from unforced.domain.guide import state_of
from unforced.domain.outline import marks_of
from unforced.domain.resistance import in_order
from unforced.domain.visit import Said, Visit
from unforced.domain.words import Words
from unforced.ports import Library

LONGEST_MIRRORED = 60  # characters of a name
LONGEST_EARLIER = 160  # characters of an earlier answer


class Speech:
    """The sentences of one visit."""

    def __init__(self, visit: Visit, library: Library, region: str = "", kept: bool = False) -> None:
        self.visit = visit
        self.library = library
        self.region = region
        self.kept = kept
        self._plain = Never.PARTS_WORDS in visit.answers.never

    def say(self, key: str, **names: str) -> str:
        """The sentence for a key."""
        return self.library.phrases.say(key, plain=self._plain, **names)

    def noun(self) -> str:
        """What to call it: the word that goes with the kind a person named."""
        kinds = in_order(self.visit.answers.kinds)
        return self.say(f"app.nouns.{kinds[0] if kinds else 'any'}")

    def side(self, which: int) -> str:
        """A side's name in the person's words, or the plain name."""
        name = self.visit.names[which]
        return short(name) if name else self.say("app.sides.one" if which == 0 else "app.sides.other")

    def level(self, key: str, value: object) -> str:
        """A level of a scale as the person's own plain answer."""
        return self.say(f"chip.scales.{key}.{SCALES[key].index(value)}")

    def earlier(self) -> tuple[tuple[str, str], ...]:
        """What the person answered before, in their words, for staying visible."""
        # Merged with the voice, its attack isn't printed again (guide.md §3).
        close = state_of(self.visit.situation).name == "merged"
        attack = ("words", NAMED, WRITTEN)
        shown = (e for e in self.visit.said if not (close and e.key in attack and isinstance(e.value, Words)))
        return tuple((self._label(entry), self._answer(entry)) for entry in shown)

    def whole(self) -> tuple[tuple[str, str], ...]:
        """Every answer, uncut, for the person who opens a kept visit."""
        return tuple((self._label(entry), self._answer(entry, whole=True)) for entry in self.visit.said)

    def marked(self, tokens: object) -> str:
        """Marks of the body, from the head down, in words."""
        marks = marks_of(tokens)
        told = [f"{self.say(f'chip.outline.{area}')} {self.say(f'chip.outline.{word}')}" for area, word in marks]
        return ", ".join(told).capitalize() or self.say("app.outline.none")

    def _several(self, names: tuple[object, ...]) -> str:
        return " · ".join(self.say(f"chip.kinds.{name}") for name in names)

    def _label(self, entry: Said) -> str:
        key = entry.key
        if key.startswith("sides_"):
            side = self.visit.first_side if key.endswith(("_one", "first")) else 1 - self.visit.first_side
            return self.side(side) if key.endswith(("_one", "_other")) else self.say("chip.said.sides")
        return self.say("chip.said.ask" if key.startswith("ask_") else f"chip.said.{key}")

    def _answer(self, entry: Said, whole: bool = False) -> str:
        value = entry.value
        if isinstance(value, Words):
            return value.reveal() if whole else short(value, LONGEST_EARLIER)
        if isinstance(value, tuple):
            return self._several(value) if entry.key == "kinds" else self.marked(value)
        if entry.key == "body_words":
            return self.say(f"chip.body_words.{value}")
        if entry.key == NAMED:
            return self.library.feelings.word(str(value))
        if entry.key.startswith("sides_"):
            return self.say(f"chip.controls.room_{value}")
        return self.level(entry.key, value)


def short(words: Words, longest: int = LONGEST_MIRRORED) -> str:
    """A person's own words, cut so that a line stays a line; what is cut is only not shown here."""
    text = " ".join(words.reveal().split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
