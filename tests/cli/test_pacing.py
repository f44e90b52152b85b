"""Somebody follows a practice in a terminal: said in its time, counted, and stopped by any key that stops."""

from __future__ import annotations

import itertools
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.web.running import passing_folder
from unforced.adapters.library import FileLibrary
from unforced.cli import pacing
from unforced.domain.timeline import timeline

LATE = 0.06
EARLY = 0.005
COLOURS = re.compile("\x1b\\[[0-9;]*m")


class Terminal:
    """A real terminal with the practice in it: what was printed, and when."""

    def __init__(self, practice: str) -> None:
        self.main, child = pty.openpty()
        home = {"UNFORCED_HOME": str(passing_folder("home")), "COLUMNS": "80", "TERM": "xterm", "LANG": "en_GB.UTF-8"}
        script = PLAYED % practice
        self.process = subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=child, stdout=child, stderr=child, env={**os.environ, **home}, start_new_session=True,
        )  # fmt: skip
        os.close(child)
        self.text = ""
        self.seen: list[tuple[float, str]] = []

    def reads(self, seconds: float, until: str = "") -> str:
        """Whatever is printed within these seconds, or until something is."""
        end, start = time.monotonic() + seconds, len(self.text)
        while (left := end - time.monotonic()) > 0 and not (until and until in self.text[start:]):
            if not select.select([self.main], [], [], left)[0]:
                break
            try:
                piece = COLOURS.sub("", os.read(self.main, 4096).decode())
            except OSError:
                break
            self.seen.append((time.monotonic(), piece))
            self.text += piece
        return self.text[start:]

    def types(self, keys: str) -> None:
        os.write(self.main, keys.encode())

    def when(self, what: str, after: int = 0) -> tuple[float, int]:
        """The moment at which this was printed, the first time after so many letters, and where it ends."""
        place = self.text.index(what, after) + len(what)
        read = 0
        for at, piece in self.seen:
            read += len(piece)
            if read >= place:
                return at, place
        raise AssertionError(what)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(5)
        os.close(self.main)


PLAYED = """
from unforced.adapters.library import FileLibrary
from unforced.app.view import Choice, Playing
from unforced.cli.pacing import play
from unforced.cli.paper import Paper
from unforced.domain.timeline import timeline
from unforced.domain.visit import Deed, Reply
practice = FileLibrary().shelf.get("%s")
holds = tuple(Choice(str(each), Reply(Deed.HOLD, each)) for each in range(5)) if practice.breath else ()
reply = play(Playing(practice.id, practice.title, timeline(practice), "", holds), Paper(), "keys")
print("did", reply.deed, reply.value, flush=True)
"""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """Three slow breaths."""
    opened = Terminal("breath.three_breaths")
    opened.reads(10, "as you are")
    yield opened
    opened.close()


@pytest.mark.clocked
@pytest.mark.parametrize("practice", ["acknowledge.thank_it", "breath.three_breaths", "moment.sip_of_water"])
def test_every_cue_is_said_in_its_time_and_none_before(library: FileLibrary, practice: str) -> None:
    """The best of three runs: a busy machine holds any program up now and then, and a drift would be in each."""
    found: list[list[float]] = []
    for _ in range(3):
        found.append(_off(library, practice))
        if min(found[-1]) >= -EARLY and max(found[-1]) <= LATE:
            return
    raise AssertionError(found)


def _off(library: FileLibrary, practice: str) -> list[float]:
    """By how many seconds each cue after the first, and the end, came late."""
    opened = Terminal(practice)
    told = timeline(library.shelf.get(practice))
    opened.reads(told.seconds + 10, "did finish")
    began, place = opened.when(_begins(told.beats[0].text))
    found = []
    for beat in told.beats[1:]:
        at, place = opened.when(_begins(beat.text), place)
        found.append(at - began - beat.at)
    over, _ = opened.when("did", place)
    opened.close()
    return [*found, over - began - told.seconds]


def _begins(text: str) -> str:
    """As much of a sentence as is never wrapped."""
    return text[:20]


@pytest.mark.clocked
def test_a_breath_is_counted_in_its_own_seconds(terminal: Terminal) -> None:
    text = terminal.reads(15, "Out. 1 2 3 4 5 6")
    assert re.search(r"In\. 1 2 3 4\s+Out\. 1 2 3 4 5 6", text)
    counts = [at for at, piece in terminal.seen if re.search(r" \d$", piece)]
    assert all(0.9 < later - earlier < 1.1 for earlier, later in itertools.pairwise(counts))


@pytest.mark.clocked
@pytest.mark.parametrize(
    ("key", "deed"), [("q", "stop"), ("\n", "finish"), ("x", "worse"), ("h", "help"), ("w", "watched")]
)
def test_a_key_stops_at_once(terminal: Terminal, key: str, deed: str) -> None:
    pressed = time.monotonic()
    terminal.types(key)
    assert f"did {deed}" in terminal.reads(5, f"did {deed}")
    assert terminal.when("did ")[0] - pressed < 0.3


@pytest.mark.parametrize("hold", range(5))
def test_a_digit_sets_the_hold(terminal: Terminal, hold: int) -> None:
    terminal.types(str(hold))
    assert f"did hold {hold}" in terminal.reads(5, f"did hold {hold}")


def test_space_rests_and_any_key_goes_on_from_there(terminal: Terminal) -> None:
    terminal.reads(5, "In. 1 2")
    terminal.types(" ")
    assert terminal.reads(2.5) == ""
    terminal.types(" ")
    assert terminal.reads(1.5, " 3").endswith(" 3")
    assert "4" not in terminal.text.partition("In.")[2]


def test_q_stops_while_it_rests(terminal: Terminal) -> None:
    terminal.types(" ")
    assert terminal.reads(0.5) == ""
    terminal.types("q")
    assert "did stop" in terminal.reads(3, "did stop")


def test_an_arrow_or_a_function_key_does_nothing(terminal: Terminal) -> None:
    for keys in ("\x1b[D", "\x1b[20~", "\x1bOP", "7", "ä"):
        terminal.types(keys)
        assert "did" not in terminal.reads(0.15)


def test_a_program_that_was_held_up_goes_on_from_where_it_was(terminal: Terminal) -> None:
    terminal.reads(5, "In. 1")
    os.killpg(terminal.process.pid, signal.SIGSTOP)
    time.sleep(5)
    os.killpg(terminal.process.pid, signal.SIGCONT)
    assert "Out" not in terminal.reads(1.5)


def test_a_low_state_has_no_digit_to_press() -> None:
    assert not set("01234") & set(pacing.KEYS)
