"""Saying something to it: the way there, the words to choose from, the tone, and a place for own words."""

from __future__ import annotations

from unforced.app.showing.arriving import writing
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.conditions import in_between
from unforced.domain.deeds.saying import may_choose_tone, may_say, tone, words_to_it
from unforced.domain.guide import state_of
from unforced.domain.practice import TONES
from unforced.domain.visit import Deed, Phase, Reply


def link(speech: Speech) -> tuple[Choice, ...]:
    """The way to it, beside whatever is on the screen; nothing where an acknowledgement is barred."""
    return (Choice(speech.say("chip.saying.open"), Reply(Deed.SAY)),) if may_say(speech.visit) else ()


def saying(speech: Speech) -> View:
    """A few sizes in one tone, or own words. Leaving it unsaid is as near as saying it."""
    now = tone(speech.visit)
    words = words_to_it(speech.visit, speech.library.shelf)
    choices = tuple(Choice(speech.to_it(practice, now), Reply(Deed.NEXT, practice.id)) for practice in words)
    return View(
        Phase.SAYING,
        "",
        0,
        question=speech.say("app.saying.offer" if choices else "app.saying.none", noun=_whom(speech)),
        hint=speech.say("app.saying.hint"),
        choices=choices + (_tones(speech, now) if choices else ()),
        few_words=True,
        lines_first=True,
        send=Reply(Deed.NEXT),
        send_label=speech.say("chip.saying.send"),
        field=writing(speech, "app.saying.own"),
        beside=(Choice(speech.say("chip.saying.back"), Reply(Deed.BACK)),),
    )


def _tones(speech: Speech, now: str) -> tuple[Choice, ...]:
    """The tones, the one that is chosen marked in words; none where another one is spoken to."""
    if not may_choose_tone(speech.visit):
        return ()
    group, mark = speech.say("chip.saying.tone"), speech.say("chip.saying.now")
    return tuple(
        Choice(
            speech.say(f"chip.saying.{each}"),
            Reply(Deed.TONE, each),
            mark if each == now else "",
            group=group,
            chosen=each == now,
        )
        for each in TONES
    )


def _whom(speech: Speech) -> str:
    """Who is spoken to: whoever stands in between, or the one that says no by its name, or it."""
    situation = speech.visit.situation
    if state_of(situation).name == "against_it":
        return speech.say(f"app.between.{in_between(situation)}")
    return speech.name() or speech.say("app.saying.it")
