"""The doors, the chips and the body words."""

from __future__ import annotations

from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import BODY_WORDS, SCALES, UNKNOWN
from unforced.domain.deeds.arriving import DOORS, MEMORY_CHIP, NOTHING_LEFT
from unforced.domain.resistance import GROUPS, Kind, in_order
from unforced.domain.visit import Deed, Phase, Reply

COMPARED = ("soften", "body")  # compared with before, so the answer without a number is "can't tell"


def doors(speech: Speech) -> View:
    """Three doors, and what this is and isn't. Nothing is asked."""
    return View(
        Phase.DOORS,
        "",
        0,
        said=tuple(speech.say(f"app.welcome.{line}") for line in ("first", "second")),
        footnotes=tuple(speech.say(f"app.welcome.{line}") for line in ("what", "which")),
        question=speech.say("app.questions.doors"),
        choices=tuple(Choice(speech.say(f"chip.doors.{door}"), Reply(Deed.OPEN_DOOR, door)) for door in DOORS),
        beside=(Choice(speech.say("chip.controls.bounds"), Reply(Deed.BOUNDS)),),
    )


def kinds(speech: Speech) -> View:
    """The chips, grouped, several at once, or own words. Where it is asked whether two are close, those stand first."""
    likely = speech.visit.likely
    chips = [_chip(speech, "guess", kind) for kind in likely]
    chips += [_chip(speech, group, kind) for group in GROUPS for kind in GROUPS[group] if kind not in likely]
    memory = Reply(Deed.CHOOSE, (MEMORY_CHIP,))
    chips.append(Choice(speech.say("chip.kinds.memory"), memory, chosen=speech.visit.facts.memory))
    return View(
        Phase.KINDS,
        "",
        0,
        said=(speech.say("app.guess.line", noun=speech.noun()),) if likely else (),
        question=speech.say("app.guess.question" if likely else "app.questions.kinds"),
        hint=speech.say("app.guess.hint" if likely else "app.questions.kinds_hint"),
        choices=tuple(chips),
        several=True,
        send=Reply(Deed.CHOOSE),
        send_label=speech.say("chip.controls.next"),
        field=writing(speech, "app.questions.kinds_words"),
    )


def _chip(speech: Speech, group: str, kind: Kind) -> Choice:
    """One chip in its group; ticked where the person ticked it before."""
    return Choice(
        speech.say(f"chip.kinds.{kind}"),
        Reply(Deed.CHOOSE, (kind.value,)),
        group=speech.say(f"chip.groups.{group}"),
        chosen=kind in speech.visit.answers.kinds,
    )


def writing(speech: Speech, key: str) -> str:
    """The label of a place to write; none where somebody could see the screen."""
    return "" if speech.visit.answers.safety in (0, 1) else speech.say(key)


def body(speech: Speech) -> View:
    """One acknowledging line, then the body words."""
    named = in_order(speech.visit.answers.kinds)
    ack = "memory" if speech.visit.facts.memory else named[0] if named else "any"
    return View(
        Phase.BODY,
        "",
        0,
        said=(speech.say(f"app.acks.{ack}"),),
        question=speech.say("app.questions.body_words"),
        choices=body_words(speech),
        beside=(Choice(speech.say("chip.controls.chips"), Reply(Deed.CHIPS)),),
    )


def body_words(speech: Speech) -> tuple[Choice, ...]:
    """The seven body words, nothing left, and not knowing."""
    words = [Choice(speech.say(f"chip.body_words.{word}"), Reply(Deed.ANSWER, word)) for word in BODY_WORDS]
    words.append(Choice(speech.say("chip.body_words.nothing_left"), Reply(Deed.ANSWER, NOTHING_LEFT)))
    return (*words, unknown(speech))


def unknown(speech: Speech, label: str = "unknown") -> Choice:
    """I don't know, or rather not say: a full answer to every question."""
    return Choice(speech.say(f"chip.controls.{label}"), Reply(Deed.ANSWER, UNKNOWN))


def scale(speech: Speech, key: str) -> tuple[Choice, ...]:
    """The steps of a scale as words in a row, lowest first, and not knowing."""
    steps = [
        Choice(speech.say(f"chip.scales.{key}.{n}"), Reply(Deed.ANSWER, value)) for n, value in enumerate(SCALES[key])
    ]
    return (*steps, unknown(speech, "cant_tell" if key in COMPARED else "unknown"))


def numbered(key: str) -> int:
    """Where the numbers of a scale begin: distress is itself numbered from 0."""
    return 0 if key == "distress" else 1
