"""Speech: phrase keys to sentences for one visit, mirroring the person's own nouns, without parts words if asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from unforced.domain.answers import BETWEEN, SCALES, Never
from unforced.domain.deeds.moments import WRITTEN
from unforced.domain.deeds.noting import NAMED, may_be_mirrored
from unforced.domain.deeds.saying import SAID_TO_IT
from unforced.domain.errors import BrokenContentError, UnknownPracticeError
from unforced.domain.guide import state_of
from unforced.domain.outline import marks_of
from unforced.domain.part import AROUND
from unforced.domain.practice import Practice
from unforced.domain.resistance import Kind, in_order
from unforced.domain.sides import ASKED
from unforced.domain.visit import Phase, Said, Visit
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
        """What to call it: as the person does, or by what it is like; until then by their own noun for it, and where
        they used none, by the word for the kind they named."""
        named = self.name() or self.mirrored()
        if named:
            return named
        kinds = in_order(self.visit.answers.kinds)
        return self.say(f"app.nouns.{kinds[0] if kinds else 'any'}")

    def mirrored(self) -> str:
        """Their own noun, from what they wrote at the chips last; empty where there is none that is said again."""
        visit = self.visit
        silent = visit.facts.tender or Kind.TWO_SIDES in visit.answers.kinds or not may_be_mirrored(visit)
        written = () if silent else (entry.value for entry in reversed(visit.said) if entry.key == "words")
        with suppress(BrokenContentError):
            nouns = (self.library.nouns.named_in(words) for words in written if isinstance(words, Words))
            return next((self.say("app.guess.noun", noun=noun) for noun in nouns if noun), "")
        return ""

    def name(self) -> str:
        """What the person calls it, or what it is like; empty where it has no name, or none that is said again."""
        visit = self.visit
        if Kind.TWO_SIDES in visit.answers.kinds:
            return ""
        if visit.called is not None and may_be_mirrored(visit):
            return short(visit.called)
        return self.say(f"app.looks.{visit.look}") if visit.look and visit.called is None else ""

    def place(self, place: str) -> str:
        """A place in or around the body."""
        return self.say(f"chip.places.{place}" if place in AROUND else f"chip.outline.{place}")

    def to_it(self, practice: Practice, tone: str) -> str:
        """What an acknowledgement says to it, in a tone: the words themselves, without what stands around them."""
        return next((cue.text for cue in practice.in_tone(tone) if cue.voice == "to_part"), "")

    def said_to_it(self, spoken: str) -> str:
        """What was said to it earlier; where it is no longer among the practices, that something was."""
        practice, _, tone = spoken.partition(":")
        try:
            return self.to_it(self.library.shelf.get(practice), tone)
        except (UnknownPracticeError, BrokenContentError):
            return self.say("chip.saying.words")

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
        attack = ("words", "called", SAID_TO_IT, NAMED, WRITTEN)
        said = [e for e in self.visit.said if not (close and e.key in attack and isinstance(e.value, Words))]
        # In a round, what each side said stands under its own name (showing/sides.py).
        between = self.visit.phase is Phase.SIDES
        shown = [e for e in said if not (between and e.key.startswith("sides_") and e.key.endswith(("_one", "_other")))]
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
        if entry.key in ANSWERED_WITH:
            return ANSWERED_WITH[entry.key](self, str(value))
        if entry.key.startswith("sides_"):
            return self._of_side(entry.key, value)
        return self.say(f"chip.between.{value}") if value in BETWEEN else self.level(entry.key, value)

    def _of_side(self, key: str, value: object) -> str:
        asked = key.split("_")[1]
        if asked not in ASKED:
            return self.say(f"chip.controls.room_{value}")
        return f"{self.say(f'chip.said.{asked}')}: {self.level(asked, value)}"


ANSWERED_WITH: Mapping[str, Callable[[Speech, str], str]] = {
    "body_words": lambda speech, word: speech.say(f"chip.body_words.{word}"),
    NAMED: lambda speech, word: speech.library.feelings.word(word),
    SAID_TO_IT: Speech.said_to_it,
    "place": Speech.place,
    "look": lambda speech, look: speech.say(f"chip.looks.{look}"),
}


def short(words: Words, longest: int = LONGEST_MIRRORED) -> str:
    """A person's own words, cut so that a line stays a line; what is cut is only not shown here."""
    text = " ".join(words.reveal().split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
