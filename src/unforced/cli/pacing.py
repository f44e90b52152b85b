"""A practice in time, in a terminal: one cue after the other, by the clock; a key at any second.

Enter means enough, x that it got harder, h Help, q stops the visit. Where nobody sits in front of it (a pipe), the
cues are printed as a timed list without waiting.
"""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from unforced.app.view import Playing
from unforced.cli.paper import Paper
from unforced.domain.visit import Deed, Reply

KEYS = {"\n": Deed.FINISH, "\r": Deed.FINISH, "x": Deed.WORSE, "h": Deed.HELP, "q": Deed.STOP, "w": Deed.WATCHED}


def play(playing: Playing, paper: Paper, hint: str) -> Reply:
    """Shows every cue for its seconds and returns what the person did, or that it came to its end."""
    if playing.skip:
        paper.hint(playing.skip)
    if not paper.alive:
        for cue in playing.timeline.beats:
            paper.entry(f"{cue.seconds:>3} s  ", cue.text)
        return Reply(Deed.FINISH)
    paper.hint(hint)
    paper.gap()
    with _single_keys():
        return _play(playing, paper)


def _play(playing: Playing, paper: Paper) -> Reply:
    began = time.monotonic()
    for cue in playing.timeline.beats:
        paper.line(cue.text)
        while (left := began + cue.at + cue.seconds - time.monotonic()) > 0:
            deed = _key(left)
            if deed is not None:
                return Reply(deed)
    return Reply(Deed.FINISH)


def _key(seconds: float) -> Deed | None:
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    if not ready:
        return None
    key = os.read(sys.stdin.fileno(), 1)
    if not key:
        raise EOFError
    return KEYS.get(key.decode("utf-8", "replace").lower())


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
