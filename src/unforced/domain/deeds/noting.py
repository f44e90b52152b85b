"""Noting: a feeling in a word, and a sentence offered to it. One question a screen, and each can be left out.

The word is the person's: taken from the list or written. Nobody is told what they feel, and a word that is a whole
group, numb, or not knowing is as full an answer as any. How kind the sentence may be is what the guide's own limits
on warmth leave (guide.md §4, §5: from rung 4), as they were when the practice was taken and as they are now.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import may_offer, state_of
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.screening import Concern
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase, Reply, Said, Visit
from unforced.domain.warmth import next_rung
from unforced.domain.words import Words

NAMING = frozenset({"note.one_word", "note.this_is_and_it_can_be_here", "note.ok_to_feel_this"})
"""The practices that name a feeling. The others of the family are timed: they ask for a word of another kind."""
NAMED = "named"
GROUPS, WORDS, SENTENCE = range(3)
KIND_SENTENCE = 4
"""The rung from which the sentence may say more than that it can be here (guide.md §5)."""


def begun(started: Visit, before: Visit, shelf: Shelf) -> Visit:
    """The visit with a practice that was taken a moment ago, ``before``.

    Where it names a feeling and there are words to name one with, the questions come in the place of the clock.
    """
    if started.practice not in NAMING or not shelf.feelings or before.phase is Phase.HELP:
        return started
    return replace(started, phase=Phase.NOTING, question="", soften_before=before.answers.soften)


def name(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """A group, a word of the group that is open, or own words. Nothing written and nothing taken leaves it out."""
    if visit.step == SENTENCE:
        raise OutOfPlaceError("it has been named")
    if reply.words is not None:
        return _named(visit, reply.words)
    if reply.value is None:
        return leave_out(visit, reply, shelf)
    group = shelf.feelings.group(visit.question if visit.step == WORDS else str(reply.value))
    if group is None:
        raise UnusableAnswerError("feeling", "one of the groups")
    if visit.step == WORDS and reply.value not in {feeling.key for feeling in group.feelings}:
        raise UnusableAnswerError("feeling", "one of the words of the group")
    if visit.step == GROUPS and group.feelings:
        return replace(visit, step=WORDS, question=group.key)
    return _named(visit, str(reply.value))


def leave_out(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """No word for it; or, within a group, the group's own name is near enough."""
    if visit.step == SENTENCE:
        raise OutOfPlaceError("nothing is asked here")
    if visit.step == WORDS:
        return _named(visit, visit.question)
    return replace(visit, step=SENTENCE, question="")


def another(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Back to the groups, with the word taken back."""
    if visit.step == GROUPS:
        raise OutOfPlaceError("the groups are here")
    said = visit.said[:-1] if visit.question == NAMED and named(visit) is not None else visit.said
    return replace(visit, step=GROUPS, question="", said=said)


def _named(visit: Visit, value: str | Words) -> Visit:
    entry = Said(NAMED, value)
    said = (*(other for other in visit.said if other != entry), entry)
    return replace(visit, step=SENTENCE, question=NAMED, said=said)


def named(visit: Visit) -> str | Words | None:
    """What was named in this noting: a key of the list or the person's words. None: nothing."""
    last = visit.said[-1] if visit.said else None
    if visit.question != NAMED or last is None or last.key != NAMED or not isinstance(last.value, (str, Words)):
        return None
    return last.value


def may_be_mirrored(visit: Visit) -> bool:
    """Whether own words may stand in a sentence of the program.

    Never where screening heard danger in what was written, nor where a voice is very close and its attack isn't
    printed again (guide.md §3).
    """
    return visit.concern_shown == Concern.NONE and state_of(visit.situation).name != "merged"


def no_phrases(visit: Visit) -> bool:
    """Whether to a person every such sentence rings hollow: then it is named, and that is enough (guide.md §2)."""
    return Kind.FAKE in visit.answers.kinds


def may_be_kind(visit: Visit) -> bool:
    """Whether the sentence from rung 4 may be offered: that rung was accepted, and nothing has barred it since."""
    moment = visit.situation
    moment = moment._replace(answers=moment.answers.told("soften", visit.soften_before))
    state = state_of(moment)
    rung = next_rung(moment, state.warmth)
    accepted = visit.memory.rung >= KIND_SENTENCE and rung >= KIND_SENTENCE
    unheard = visit.concern_shown == Concern.NONE and not visit.facts.tender
    return accepted and unheard and {Family.NOTE, Family.WARMTH} <= set(may_offer(moment, state, rung))
