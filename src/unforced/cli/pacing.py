"""A practice in time, in a terminal: one cue after the other, by the clock; a key at any second.

Enter means enough, x that it got harder, space rests and goes on, h Help, q stops the visit; in a breath 0 to 4 sets
the hold and begins anew; m leads to marking where in the body, where that is offered. While it rests, each of these
does what it always does, and any other key goes on. A program that was held up (Ctrl-Z) goes on from where it was;
nothing is printed faster than it is said. Where nobody sits in front of it (a pipe), the cues are a timed list without
waiting.
"""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from unforced.app.view import Listening, Playing
from unforced.cli.paper import Paper
from unforced.domain.sides import LONGEST
from unforced.domain.timeline import Beat
from unforced.domain.visit import Deed, Reply

KEYS = {"\n": Deed.FINISH, "\r": Deed.FINISH, "x": Deed.WORSE, "h": Deed.HELP, "q": Deed.STOP, "w": Deed.WATCHED}
REST = " "
MARK = "m"
ESCAPE = b"\x1b"
LONGEST_KEY = 8  # bytes after the first
COUNTED = ("in", "hold", "out", "tense")
HELD_UP = 1.0  # seconds from which on a late second is a rest


def play(playing: Playing, paper: Paper, hint: str) -> Reply:
    """Shows every cue for its seconds and returns what the person did, or that it came to its end."""
    if playing.skip:
        paper.hint(playing.skip)
    if not paper.alive:
        for cue in playing.timeline.beats:
            paper.entry(f"{cue.seconds:>3} s  ", cue.text)
        return Reply(Deed.FINISH)
    paper.hint(" · ".join([hint, *(f"{MARK} {one.label.lower()}" for one in playing.beside)]))
    paper.gap()
    with _single_keys():
        return _play(playing, paper)


def listen(listening: Listening, paper: Paper, hint: str) -> tuple[Reply | None, int | None]:
    """A silent clock: what a key asked for (None: on to the question), and the whole seconds that it ran.

    Enter goes on, early or late; once its time has passed a sentence says so, and it runs on. Nothing is played, and
    no seconds are told, where nobody sits in front of it.
    """
    if not paper.alive:
        return None, None
    paper.hint(hint)
    began, rested, said = time.monotonic(), 0.0, False
    beside = Playing(listening.timeline.id, "", listening.timeline, "")
    with _single_keys():
        while True:
            until = LONGEST if said else listening.timeline.seconds
            reply, more = _until(began + rested + until, beside)
            rested += more
            seconds = int(time.monotonic() - began - rested)
            if reply is not None or said:
                finished = reply is None or reply.deed is Deed.FINISH
                return (None if finished else reply), min(max(seconds, 0), LONGEST)
            said = True
            if listening.over:
                paper.line(listening.over)


def _play(playing: Playing, paper: Paper) -> Reply:
    began = 0.0
    for cue in playing.timeline.beats:
        counted = playing.timeline.counted and cue.phase in COUNTED
        paper.begin(cue.text) if counted else paper.line(cue.text)
        if cue.at == 0:
            began = time.monotonic()  # from when it is there to be read
        for second, until in _seconds(cue):
            if counted:
                paper.add(f" {second}")
            reply, rested = _until(began + until, playing)
            began += rested
            if reply is not None:
                paper.end(counted)
                return reply
        paper.end(counted)
    return Reply(Deed.FINISH)


def _seconds(cue: Beat) -> Iterator[tuple[int, int]]:
    """The counts of a cue, each with the second at which it is over."""
    for second in range(1, cue.seconds + 1):
        yield second, cue.at + second


def _until(moment: float, playing: Playing) -> tuple[Reply | None, float]:
    """Waits until this moment of the clock. What a key asked for meanwhile, and for how many seconds it rested."""
    rested = 0.0
    while (left := moment + rested - time.monotonic()) > 0:
        key = _key(left)
        if key == REST:
            since = time.monotonic()
            key = _key(None)
            rested += time.monotonic() - since
        if key is not None and (reply := _reply(key, playing)) is not None:
            return reply, rested
    return None, rested - left if left < -HELD_UP else rested


def _reply(key: str, playing: Playing) -> Reply | None:
    """What a key asks for here; None for a key that means nothing."""
    if key in KEYS:
        return Reply(KEYS[key])
    if key == MARK and playing.beside:
        return playing.beside[0].reply
    return next((choice.reply for choice in playing.holds if str(choice.reply.value) == key), None)


def _key(seconds: float | None) -> str | None:
    """The next key within these seconds, or whenever it comes. An arrow or a function key is one key without a name."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    if not ready:
        return None
    key = os.read(sys.stdin.fileno(), 1)
    if not key:
        raise EOFError
    if key == ESCAPE and select.select([sys.stdin], [], [], 0)[0]:
        key += os.read(sys.stdin.fileno(), LONGEST_KEY)
    return key.decode("utf-8", "replace").lower()


@contextmanager
def _single_keys() -> Iterator[None]:
    """Keys arrive one by one and unseen while this lasts; the terminal is put back however it ends."""
    import termios  # noqa: PLC0415
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
