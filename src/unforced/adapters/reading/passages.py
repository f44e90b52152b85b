"""A text as passages that the small model reads: stretches of neighbouring sentences.

Promise: every sentence of a text is in a passage; a danger said across two sentences stands whole in one of them.

Rules:
- A short text is one passage. Each sentence read by itself as well was tried: it brought more false alarms than dangers
  (docs/decisions/2026-11-23-one-small-encoder.md).
- A few words cut off by a full stop belong to the sentence before ("I can't. Not any more.").
- A stretch is as many neighbours as fit in STRETCH words, and begins with the last sentence of the one before.
- Pure, and linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

STRETCH: Final = 64  # words in one stretch
SHORT: Final = 3  # words; a sentence of fewer is part of the one before
_SENTENCE: Final = re.compile(r"[^.!?\n]*(?:[.!?\n]+|$)")


class Passage(NamedTuple):
    """Some of a text, and where it begins in it."""

    text: str
    start: int


def sentences(text: str) -> list[Passage]:
    """The sentences of a text, in order, each without the spaces around it; a long one in pieces of STRETCH words."""
    found: list[Passage] = []
    for match in _SENTENCE.finditer(text):
        words = match[0].split()
        if not words:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if found and len(words) < SHORT and len(found[-1].text.split()) < STRETCH:
            begin = found[-1].start
            found[-1] = Passage(text[begin : match.end()].rstrip(), begin)
        else:
            found += _pieces(text[start : match.end()].rstrip(), start)
    return found


def _pieces(sentence: str, start: int) -> Iterator[Passage]:
    words = list(re.finditer(r"\S+", sentence))
    for at in range(0, len(words), STRETCH):
        some = words[at : at + STRETCH]
        yield Passage(sentence[some[0].start() : some[-1].end()], start + some[0].start())


def passages(text: str) -> Iterator[Passage]:
    """The stretches of a text, in its order; where it is short, the whole of it."""
    alone = sentences(text)
    at = 0
    while at < len(alone):
        end, words = at, 0
        while end < len(alone) and (end == at or words + len(alone[end].text.split()) <= STRETCH):
            words += len(alone[end].text.split())
            end += 1
        last = alone[end - 1]
        yield Passage(text[alone[at].start : last.start + len(last.text)], alone[at].start)
        at = end if end >= len(alone) or end - at == 1 else end - 1
