"""The reader of rules and words: it needs nothing but this package, and is always there.

Promise: an answer in a few thousandths of a second, with its doubt, and its evidence in the person's own words.

Rules:
- What can't be read as English is unknown and says why. A bare no is a no, whatever was learnt.
- Otherwise the terms of the text are weighed (``weighed.py``), and what this person taught shifts the order.
- Below the least likelihood in the file it abstains: nothing is claimed.
- What it found in one text is forgotten with the answer; it holds nothing of anybody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from unforced.adapters.reading.body_words import BodyReader
from unforced.adapters.reading.encoder import MissingModelError
from unforced.adapters.reading.evidence import best_run
from unforced.adapters.reading.language import Vocabulary, unread
from unforced.adapters.reading.speaking import speaker_of
from unforced.adapters.reading.sure import SURE, surely
from unforced.adapters.reading.taught import Vector, Vote, alike, own_words, shifted
from unforced.adapters.reading.terms import Term, stem, terms, words_of
from unforced.adapters.reading.terms import plain as spelt
from unforced.adapters.reading.weighed import FILE, Known, Learnt, Weighed
from unforced.domain.reading import LABELS, NONE, Lesson, Likely, Reading, Span, unknown
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

_STRANGE: Final = 8.0  # how rare a word is that the file doesn't know (idf)
_RARE: Final = 7.0  # how rare a word is that may be a person's own


class LexicalReader:
    """Reads with a file of weighed terms. ``body``: what finds words for the body."""

    by: Final = "words"  # how a person is told who read

    def __init__(self, file: Path = FILE, body: BodyReader | None = None) -> None:
        self._learnt = Learnt(file)
        self._body = body or BodyReader()
        self._vocabulary: Vocabulary | None = None

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        """What it heard. Never raises for anything that a person could write."""
        try:
            weighed = self._learnt.weighed
        except MissingModelError:
            return unknown("missing")
        text = words.reveal()
        sure = surely(text)
        if sure is None and (why := unread(text, self._words_of(weighed))):
            return unknown(why)
        return self._read(text, weighed, sure, lessons)

    def ready(self) -> None:
        """Loads what it needs. MissingModelError."""
        self._words_of(self._learnt.weighed)

    def shares(self, text: str) -> dict[str, float]:
        """How likely each label is by the words alone, together 1. MissingModelError."""
        return self._learnt.weighed.shares_in(text)

    def _words_of(self, weighed: Weighed) -> Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(weighed.lines)
        return self._vocabulary

    def _read(self, text: str, weighed: Weighed, sure: Kind | None, lessons: Sequence[Lesson]) -> Reading:
        found = list(terms(text))
        known = weighed.known(found)
        shares = _surer(weighed.shares(known), sure)
        shares = shifted(shares, self.votes(text, lessons))
        spans = _spans(text, found, known, weighed)
        if sure:
            places = words_of(text)
            spans[sure] = (places[0][0], places[-1][1])
        ranked = sorted(LABELS, key=lambda label: -shares[label])
        kinds = tuple(Likely(label, shares[label], spans.get(label)) for label in ranked)
        return Reading(kinds, speaker_of(text), (), self._body.of(text), kinds[0].p < weighed.least)

    def votes(self, text: str, lessons: Sequence[Lesson]) -> Iterator[Vote]:
        """How each lesson speaks beside a text, in order. MissingModelError."""
        if not lessons:
            return
        weighed = self._learnt.weighed
        here, own = _likened(text, weighed), _own(text, weighed)
        for lesson in lessons:
            taught = lesson.words.reveal()
            theirs = _own(taught, weighed)
            yield Vote(lesson.kind, alike(here, _likened(taught, weighed)), own & theirs, theirs)


def _surer(shares: dict[str, float], sure: Kind | None) -> dict[str, float]:
    """The shares with at least SURE for what is sure; the others keep their order below it."""
    if sure is None or shares[sure] >= SURE:
        return shares
    left = (1 - SURE) / (1 - shares[sure])
    return {label: SURE if label == sure else share * left for label, share in shares.items()}


def _likened(text: str, weighed: Weighed) -> Vector:
    """The words and stems of a text, each as heavy as it is rare."""
    words = [spelt(text[start:end]) for start, end in words_of(text)]
    return {name: _rarity(name, weighed) for word in words for name in (word, "~" + stem(word))}


def _own(text: str, weighed: Weighed) -> frozenset[str]:
    """The words of a text that may be its writer's own."""
    words = [spelt(text[start:end]) for start, end in words_of(text)]
    return own_words(words, lambda word: _rarity("~" + word, weighed) >= _RARE)


def _rarity(name: str, weighed: Weighed) -> float:
    """How rare a term is (idf); what the file doesn't know is as rare as can be."""
    line = weighed.lines.get(name)
    return int(line.split("\t")[0]) / 100 if line else _STRANGE


def _spans(text: str, found: Sequence[Term], known: Mapping[str, Known], weighed: Weighed) -> dict[str, Span]:
    """For each kind the run of words that speak most for it, each above half the text's average, where any do."""
    places = words_of(text)
    spans: dict[str, Span] = {}
    if not places:
        return spans
    for label, speaks in _spoken(len(places), found, known, weighed).items():
        usual = sum(speaks) / len(speaks) / 2
        first, last = best_run([each - usual for each in speaks])
        if sum(speaks[first : last + 1]) > 0:
            spans[label] = (places[first][0], places[last][1])
    return spans


def _spoken(many: int, found: Sequence[Term], known: Mapping[str, Known], weighed: Weighed) -> dict[str, list[float]]:
    """What each word of a text adds to each kind, above what it adds to the others on the whole."""
    speaks = {label: [0.0] * many for label in weighed.labels if label != NONE}
    for term in found:
        if term.first < 0 or term.name not in known:
            continue
        amount, adds = known[term.name]
        average = sum(adds) / len(adds)
        part = amount / (term.last - term.first + 1)
        for label, add in zip(weighed.labels, adds, strict=True):
            if label != NONE:
                speaks[label][term.first] += part * (add - average)
                if term.last != term.first:
                    speaks[label][term.last] += part * (add - average)
    return speaks
