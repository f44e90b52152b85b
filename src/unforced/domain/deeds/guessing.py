"""A guess from a person's own words: which two chips stand first, asked about once, and answered by any chip or none.

Rules:
- It orders chips and does nothing else. Only what the person ticks is an answer.
- It is asked where they wrote and ticked nothing, once for the same words, and never twice in a row.
- Not where anything was heard in what they wrote, not where somebody could see the screen, and only where nothing is
  too close, too much or barred from questions (READ_IN); there the plain way is gone, without a word.
- Words that don't look like English bring the plain chips back, once for the same words, and a line says why.
- A chip that wasn't the first of the two, and without that one, teaches: in these words it was this.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.guide import state_of
from unforced.domain.lessons import MOST
from unforced.domain.reading import LONGEST_LESSON, NAMED, Lesson
from unforced.domain.resistance import Kind
from unforced.domain.visit import Phase, Reply, Visit
from unforced.domain.words import Words

READ_IN = frozenset({"settling", "flat", "curious", "warm"})
"""The states in which one more question about it is no burden (guide.md §3)."""


def may_ask(visit: Visit, chosen: Visit, reply: Reply) -> bool:
    """Whether the chips come once more now, with the two likeliest first where something was read.

    ``chosen``: the visit with what was chosen and written.
    """
    if reply.value or reply.words is None or visit.likely:
        return False
    if len(set(reply.likely)) != NAMED and not reply.foreign:
        return False
    if reply.words in visit.guessed or chosen.answers.safety in (0, 1) or chosen.facts.tender or chosen.facts.hand_off:
        return False
    return state_of(chosen.situation).name in READ_IN


def asked(visit: Visit, reply: Reply) -> Visit:
    """The chips again, with the two first; the plain ones where the words couldn't be read."""
    assert reply.words is not None
    likely = () if reply.foreign else reply.likely[:NAMED]
    return replace(visit, phase=Phase.KINDS, likely=likely, guessed=(*visit.guessed, reply.words))


def answered(visit: Visit, kinds: frozenset[Kind]) -> Visit:
    """Whatever was ticked, or nothing: the guess is over, and what it taught is remembered until it can be kept."""
    if not visit.likely:
        return visit
    new = () if visit.likely[0] in kinds else tuple(_lesson(visit.guessed[-1], kind) for kind in Kind if kind in kinds)
    return replace(visit, likely=(), taught=(*visit.taught, *new)[-MOST:])


def _lesson(words: Words, kind: Kind) -> Lesson:
    return Lesson(Words.from_raw(words.reveal()[:LONGEST_LESSON]) or words, kind)
