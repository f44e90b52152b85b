"""The outline: where in the body, in one of five words, as a list that a picture can stand beside; and both, after."""

from __future__ import annotations

from unforced.app.showing.answering import note
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, Figure, View
from unforced.domain.deeds.outlining import AFTER, COMPARED, may_mark, may_mark_after
from unforced.domain.outline import Area, Marks, Sensation, different
from unforced.domain.visit import Deed, Phase, Reply

ANSWERED = frozenset({"worse", "same", "easier", "body_only", "body_tighter"})
"""The notes that answer how it was; one of them is said once more over both outlines."""


def outline(speech: Speech) -> View:
    """One place after the other, several at once, sent together; or both outlines, once the second is marked."""
    return _compared(speech) if speech.visit.step == COMPARED else _marking(speech)


def link(speech: Speech) -> tuple[Choice, ...]:
    """The way to it, on a practice and after it; nothing where it may not be."""
    visit = speech.visit
    there = may_mark(visit) if visit.phase is Phase.PRACTICE else may_mark_after(visit)
    return (Choice(speech.say("chip.outline.open"), Reply(Deed.OUTLINE)),) if there else ()


def _marking(speech: Speech) -> View:
    after = speech.visit.step == AFTER
    marked = None if after else speech.visit.marks_before
    return View(
        Phase.OUTLINE,
        "",
        0,
        question=speech.say(f"app.outline.{'after' if after else 'before'}"),
        hint=speech.say("app.outline.hint"),
        choices=_places(speech, marked or ()),
        several=True,
        rows=True,
        send=Reply(Deed.MARK),
        send_label=speech.say("chip.controls.next"),
        beside=(*_same(speech, after), Choice(speech.say("chip.outline.leave"), Reply(Deed.BACK))),
    )


def _places(speech: Speech, marked: Marks) -> tuple[Choice, ...]:
    """Five words for each area. What is marked already is chosen."""
    tokens = {mark.token for mark in marked}
    return tuple(
        Choice(
            speech.say(f"chip.outline.{sensation}"),
            Reply(Deed.MARK, (f"{area}:{sensation}",)),
            group=speech.say(f"chip.outline.{area}"),
            chosen=f"{area}:{sensation}" in tokens,
        )
        for area in Area
        for sensation in Sensation
    )


def _same(speech: Speech, after: bool) -> tuple[Choice, ...]:
    """Nothing changed, in one tap."""
    before = speech.visit.marks_before
    if not after or before is None:
        return ()
    return (Choice(speech.say("chip.outline.same"), Reply(Deed.MARK, tuple(mark.token for mark in before))),)


def _compared(speech: Speech) -> View:
    """Both, side by side, and one plain sentence on what is different in them. Better and worse are not said of it."""
    visit = speech.visit
    before, now = visit.marks_before, visit.marks_after or ()
    figures = [Figure(speech.say("app.outline.earlier"), before, _told(speech, before))] if before is not None else []
    figures.append(Figure(speech.say("app.outline.now"), now, _told(speech, now)))
    return View(
        Phase.OUTLINE,
        "",
        0,
        said=(*([note(speech)] if visit.note in ANSWERED else []), _difference(speech, before, now)),
        figures=tuple(figures),
        choices=(Choice(speech.say("chip.controls.next"), Reply(Deed.BACK)),),
    )


def _difference(speech: Speech, before: Marks | None, now: Marks) -> str:
    if before is None:
        return speech.say("app.outline.only_now")
    areas = [speech.say(f"chip.outline.{area}").lower() for area in different(before, now)]
    return speech.say("app.outline.different", areas=", ".join(areas)) if areas else speech.say("app.outline.same")


def _told(speech: Speech, marks: Marks) -> str:
    return speech.marked(tuple(mark.token for mark in marks))
