"""One turn of a visit on a page: a posted form in, what is held next out. It calls the deeds and decides nothing.

Rules:
- A form from an earlier screen changes nothing; what was typed in it stays on the screen.
- The same form twice (a double tap) is one turn, and no word is said about it.
- What was typed goes to the deed only with the button that sends it; with any other button it stays as a draft.
- An error is a note, never a page of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from django.http import QueryDict

from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.errors import UnforcedError
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Library
from unforced.web.memory import Draft, Ending, Held

SEND = "send"
MOST_BYTES = 256 * 1024
LONGEST_NUMBER = 10  # characters
Knowing = Callable[[Visit, Reply], Visit]
Answering = Callable[..., Visit]


class Form(NamedTuple):
    """What a page posted: the screen it came from, the button, the ticked chips, what was typed, and the whole seconds
    that a clock ran where there is one."""

    turn: int = -1
    choice: str = ""
    picks: tuple[str, ...] = ()
    words: str = ""
    seconds: int | None = None

    @property
    def too_long(self) -> bool:
        """Whether more was typed than a turn takes: 256 kB of UTF-8."""
        return len(self.words.encode("utf-8", "replace")) > MOST_BYTES


def form_of(posted: QueryDict) -> Form:
    """What a page posted. Whatever can't be read as a number is a screen that never was."""
    seconds = _number(posted.get("seconds", ""))
    return Form(
        turn=_number(posted.get("turn", "")),
        choice=posted.get("choice", ""),
        picks=tuple(pick for pick in posted.getlist("pick") if pick),  # a place in a list with nothing chosen is empty
        words=posted.get("words", ""),
        seconds=seconds if seconds >= 0 else None,
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else -1


def screen_of(view: View) -> str:
    """A name for the screen that a draft belongs to: the same question of the same kind."""
    return f"{view.phase}/{view.question}"


def take(  # noqa: PLR0913, PLR0917 - a form, and what it is met with
    held: Held,
    form: Form,
    library: Library,
    region: str,
    knowing: Knowing = lambda visit, reply: visit,
    answering: Answering = respond,
) -> Held:
    """What is held after this form. Never raises for anything a person or a page could send.

    ``knowing``: the visit with what this reply needs of what is kept. ``answering``: ``respond``, with whoever listens
    and reads beside the rules.
    """
    visit = held.visit
    view = held.closing or show(visit, library, region)
    draft = Draft(screen_of(view), form.words, form.picks)
    if form.turn != visit.turn:
        repeated = form.turn == visit.turn - 1 and form == held.last
        return held if repeated else replace(held, note="out_of_place", draft=beside(held.draft, draft))
    reply = reply_to(view, form)
    if reply is None or form.too_long:
        return replace(held, note="too_long" if form.too_long else "unusable_answer", draft=draft)
    sent = form.choice == SEND
    try:
        before, timed = knowing(visit, reply), view.timed(reply, form.seconds)
        after = answering(before, timed, library, raw=form.words if sent else "", turn=form.turn)
    except UnforcedError as error:
        return replace(held, note=error.code, draft=draft)
    left = Draft() if reply.deed is Deed.WATCHED else _left(held.draft, draft, sent)
    if after.phase is Phase.CLOSED:
        return closed(after, replace(held, draft=left), library, region)
    again = visit.phase is Phase.CLOSED  # a new visit after one that is over
    return Held(after, draft=left, last=form, began=None if again else held.began, kept=None if again else held.kept)


def closed(visit: Visit, before: Held, library: Library, region: str) -> Held:
    """A visit that is over: its last screen without a word of the person's, and an empty visit in its place.

    What was before stays only until it is decided whether it is kept; where it may not be kept it is gone at once.
    """
    over, last = Visit(phase=Phase.CLOSED, turn=visit.turn), show(visit, library, region, before.kept is not None)
    if not may_be_kept(before.visit) or not may_be_kept(visit):
        return Held(over, closing=last)
    ending = Ending.ASK_AGAIN if before.kept and not before.kept.lost else Ending.ASK
    return Held(over, closing=last, before=before, ending=ending)


def reply_to(view: View, form: Form) -> Reply | None:
    """The reply that a form asks for on this screen; None where the screen has no such choice."""
    if form.choice == SEND:
        return _sent(view, form.picks)
    if form.choice == Deed.LEAVE_OUT:
        return _left_out(view, form.picks)
    chosen = view.find(form.choice)
    return chosen.reply if chosen else None


def _sent(view: View, picks: tuple[str, ...]) -> Reply | None:
    if view.send is None or not view.several:
        return view.send
    chosen = [view.find(pick) for pick in picks]
    values = [choice.reply.value for choice in chosen if choice is not None]
    names = [name for value in values if isinstance(value, tuple) for name in value]
    return view.send._replace(value=tuple(names)) if len(values) == len(picks) else None


def _left_out(view: View, picks: tuple[str, ...]) -> Reply | None:
    areas = {choice.token: choice.reply.value for choice in view.playing.areas} if view.playing else {}
    values = [areas[pick] for pick in picks if pick in areas]
    names = tuple(name for value in values if isinstance(value, tuple) for name in value)
    return Reply(Deed.LEAVE_OUT, names) if areas and len(values) == len(picks) else None


def beside(before: Draft, now: Draft) -> Draft:
    """Two drafts from two windows: neither is lost, the later one stands below."""
    if not now.words.strip() or now.words in before.words:
        return before
    return replace(now, words="\n\n".join(text for text in (before.words, now.words) if text.strip()))


def drafted(before: Draft, now: Draft) -> Draft:
    """What is typed so far. What was typed on another screen isn't replaced by it."""
    return now if before.screen == now.screen or not before.words.strip() else beside(before, now)


def _left(before: Draft, now: Draft, sent: bool) -> Draft:
    """What is left to be sent. What was typed on another screen waits until that one is there again."""
    if before.screen == now.screen or not before.words.strip():
        return Draft() if sent else now if now.words or now.picks else before
    return before if sent else beside(before, now)
