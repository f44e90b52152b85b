"""Small moments on a screen: a few of each kind first, and one's own."""

from __future__ import annotations

from collections.abc import Sequence

from unforced.app.showing.speech import Speech, short
from unforced.app.view import Choice, View
from unforced.domain.deeds.moments import own_ones
from unforced.domain.deeds.noting import may_be_mirrored
from unforced.domain.practice import MOMENTS, Practice
from unforced.domain.resistance import Kind
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words

A_FEW = 2
"""How many of each kind lie there first."""
LONGEST_OWN = 160


def first_few(visit: Visit, moments: Sequence[Practice]) -> list[Practice]:
    """A few of each kind, by order: those that last twenty seconds at most and weren't done in this visit.

    To whom ready sentences ring hollow, those without one (guide.md §2).
    """
    hollow = Kind.FAKE in visit.answers.kinds
    fit = [p for p in moments if not p.picked_only and p.id not in visit.memory.used and not (hollow and p.phrase)]
    return [practice for kind in MOMENTS for practice in [p for p in fit if p.of == kind][:A_FEW]]


def kind_of(speech: Speech, moment: Practice, few: bool) -> str:
    """The label over its kind, by itself or among everything that there is."""
    label = speech.say(f"chip.moments.{moment.of}")
    return label if few else speech.say("chip.moments.all", kind=label.lower())


def own_choices(speech: Speech) -> list[Choice]:
    """What was written in this visit, to be taken again; nothing where it isn't put before the person."""
    group = speech.say("chip.moments.own")
    written = own_ones(speech.visit) if may_be_mirrored(speech.visit) and speech.visit.answers.safety != 0 else ()
    return [
        Choice(short(words, LONGEST_OWN), Reply(Deed.WRITE, place), group=group) for place, words in enumerate(written)
    ]


def own_moment(speech: Speech, words: Words) -> View:
    """The person's words, for a minute at most and by no clock."""
    return View(
        Phase.PRACTICE,
        "",
        0,
        said=(short(words, LONGEST_OWN),),
        hint=speech.say("app.moments.own"),
        choices=(
            Choice(speech.say("chip.controls.finish"), Reply(Deed.FINISH)),
            Choice(speech.say("chip.controls.worse"), Reply(Deed.WORSE)),
        ),
    )
