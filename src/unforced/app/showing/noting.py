"""Noting: the groups, the words of one, and the sentence that is offered to what was named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unforced.app.showing.arriving import writing
from unforced.app.showing.speech import Speech, short
from unforced.app.view import Choice, View
from unforced.domain.deeds.noting import GROUPS, SENTENCE, WORDS, may_be_kind, may_be_mirrored, named, no_phrases
from unforced.domain.feelings import Group
from unforced.domain.visit import Deed, Phase, Reply
from unforced.domain.words import Words


def noting(speech: Speech) -> View:
    """One question, or the sentence; "it got harder" beside each."""
    return STEPS[speech.visit.step](speech)


def _groups(speech: Speech) -> View:
    """A few groups in plain words, or own words, or no word."""
    groups = speech.library.feelings.groups
    choices = [Choice(group.word, Reply(Deed.NAME, group.key)) for group in groups]
    choices.append(Choice(speech.say("chip.noting.no_word"), Reply(Deed.NEXT)))
    return _asking(speech, "groups", choices, (_harder(speech),))


def _words(speech: Speech) -> View:
    """The words of the group with what each means, or own words, or the group's name as it is."""
    group = speech.library.feelings.group(speech.visit.question) or Group(speech.visit.question, speech.visit.question)
    near_enough = speech.say("chip.noting.near_enough", word=group.word)
    choices = [Choice(each.word, Reply(Deed.NAME, each.key), each.means) for each in group.feelings]
    choices.append(Choice(near_enough, Reply(Deed.NEXT)))
    return _asking(speech, "words", choices, (_back(speech, "other"), _harder(speech)))


def _asking(speech: Speech, step: str, choices: list[Choice], beside: tuple[Choice, ...]) -> View:
    return View(
        Phase.NOTING,
        "",
        0,
        question=speech.say(f"app.noting.{step}"),
        hint=speech.say(f"app.noting.{step}_hint"),
        choices=tuple(choices),
        send=Reply(Deed.NAME),
        send_label=speech.say("chip.controls.next"),
        field=writing(speech, "app.noting.own"),
        beside=beside,
    )


def _sentence(speech: Speech) -> View:
    """What the person could say to it, and whose words they are; or less."""
    line, mirrored = _line(speech)
    said = [line]
    if mirrored and may_be_kind(speech.visit):
        said += [speech.say("app.noting.yours"), speech.say("to_feeling.noting.kind")]
    return View(
        Phase.NOTING,
        "",
        0,
        said=tuple(said),
        question=speech.say("app.noting.offered") if mirrored else "",
        hint=speech.say("app.noting.or_less") if mirrored else "",
        choices=(Choice(speech.say("chip.noting.enough"), Reply(Deed.FINISH)),),
        beside=(_back(speech, "another"), _harder(speech)),
    )


def _line(speech: Speech) -> tuple[str, bool]:
    """The line said first, and whether it is one to say to a feeling."""
    word = named(speech.visit)
    if word is None:
        return speech.say("app.noting.unnamed"), False
    if isinstance(word, Words):
        return _own(speech, word)
    found = speech.library.feelings.find(word)
    if isinstance(found, Group) and found.sentence:
        return found.sentence, False
    if no_phrases(speech.visit):
        return speech.say("app.noting.less"), False
    here = found.here if found else speech.library.feelings.word(word)
    return speech.say("app.noting.this_is", feeling=here), True


def _own(speech: Speech, words: Words) -> tuple[str, bool]:
    if no_phrases(speech.visit) or not may_be_mirrored(speech.visit):
        return speech.say("app.noting.less"), False
    text = short(words)
    return speech.say("app.noting.this_is", feeling=text.rstrip(".,;:!? ") or text), True


def _back(speech: Speech, key: str) -> Choice:
    return Choice(speech.say(f"chip.noting.{key}"), Reply(Deed.BACK))


def _harder(speech: Speech) -> Choice:
    return Choice(speech.say("chip.controls.worse"), Reply(Deed.WORSE))


STEPS: Mapping[int, Callable[[Speech], View]] = {GROUPS: _groups, WORDS: _words, SENTENCE: _sentence}
