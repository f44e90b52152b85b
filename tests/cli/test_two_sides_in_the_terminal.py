"""Two sides in a terminal: two columns where there is room, else as many lines for each; and a silent clock."""

from __future__ import annotations

import io
import re
from contextlib import nullcontext

import pytest
from rich.console import Console

from tests.cli.terminal import run
from unforced.app.view import Listening
from unforced.cli import pacing
from unforced.cli.paper import Paper
from unforced.domain.sides import LONGEST
from unforced.domain.timeline import silent
from unforced.domain.visit import Deed, Reply

ONE, OTHER = "the one who practises", "the one at the door"
TO_BOTH = ("1", "13", "4", "3", "3", ONE, OTHER)
HEARD = ("4", "3", "Peace, for once.", "More homework, and all of it again.", "", "", "1", "1", "Rest.")


def printed(columns: int, *lines: str) -> str:
    """What a visit prints in a window of so many columns."""
    code, out, err = run("visit", typed="\n".join([*lines, "q"]) + "\n", columns=columns)
    assert (code, err) == (0, "")
    return out


def paper_of(columns: int) -> tuple[Paper, io.StringIO]:
    """A sheet of so many columns."""
    text = io.StringIO()
    return Paper(Console(file=text, width=columns, markup=False, highlight=False, emoji=False)), text


@pytest.mark.parametrize("columns", [70, 80, 200])
def test_where_there_is_room_the_two_stand_next_to_each_other_in_columns_of_one_width(columns: int) -> None:
    paper, text = paper_of(columns)
    paper.columns(["one", "words " * 40], ["other", "No. דלת 🌧"])
    lines = text.getvalue().splitlines()
    place = lines[0].index("other")
    assert lines[0] == "one" + " " * (place - 3) + "other"
    assert all(line[place - 4 : place].strip() == "" for line in lines)
    assert lines[1][place:].startswith("No.")
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize("columns", [20, 40, 69])
def test_where_there_is_none_both_come_one_after_the_other_with_as_many_lines(columns: int) -> None:
    paper, text = paper_of(columns)
    paper.columns(["one", "words " * 40], ["other", "No."])
    lines = text.getvalue().splitlines()
    assert len(lines) % 2 == 1
    half = len(lines) // 2
    assert (lines[0], lines[half], lines[half + 1]) == ("one", "", "other")


def test_what_each_said_stands_under_its_name(columns: int = 80) -> None:
    out = printed(columns, *TO_BOTH, "1", "1", *HEARD)
    last = out[out.rindex("what does it fear") :]
    (names,) = (line for line in last.splitlines() if ONE in line and OTHER in line)
    assert re.search(r"\S {2,}\S", names)
    assert "Peace, for once." in last


class Alive(Paper):
    """A sheet with somebody in front of it."""

    @property
    def alive(self) -> bool:
        """There they are."""
        return True


def clock(seconds: int = 45, over: str = "That was its time.") -> Listening:
    """A silent clock."""
    return Listening(silent("sides.both_sides", seconds, "Its time."), over)


def listened(monkeypatch: pytest.MonkeyPatch, keys: list[tuple[float, str]]) -> tuple[Reply | None, int | None, str]:
    """What comes of a clock, with these keys at these seconds."""
    now, left = [1000.0], list(keys)

    def key(seconds: float | None) -> str | None:
        until = now[0] + (10**9 if seconds is None else seconds)
        if left and 1000.0 + left[0][0] <= until:
            at, pressed = left.pop(0)
            now[0] = 1000.0 + at
            return pressed
        now[0] = until
        return None

    monkeypatch.setattr(pacing, "_key", key)
    monkeypatch.setattr(pacing, "_single_keys", nullcontext)
    monkeypatch.setattr("unforced.cli.pacing.time.monotonic", lambda: now[0])
    text = io.StringIO()
    reply, seconds = pacing.listen(clock(), Alive(Console(file=text, width=80)), "keys")
    return reply, seconds, text.getvalue()


def test_enter_goes_on_early_with_the_seconds_that_it_ran(monkeypatch: pytest.MonkeyPatch) -> None:
    reply, seconds, text = listened(monkeypatch, [(12.5, "\n")])
    assert (reply, seconds) == (None, 12)
    assert "That was its time." not in text


def test_once_its_time_has_passed_it_says_so_and_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    reply, seconds, text = listened(monkeypatch, [(90.0, "\n")])
    assert (reply, seconds) == (None, 90)
    assert text.count("That was its time.") == 1


def test_a_rest_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert listened(monkeypatch, [(10.0, " "), (70.0, "a"), (75.0, "\n")])[:2] == (None, 15)


def test_left_alone_it_ends_at_ten_minutes_and_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert listened(monkeypatch, [])[:2] == (None, LONGEST)


@pytest.mark.parametrize(("key", "deed"), [("q", Deed.STOP), ("h", Deed.HELP), ("x", Deed.WORSE), ("w", Deed.WATCHED)])
def test_every_way_out_stays_one_key_away(monkeypatch: pytest.MonkeyPatch, key: str, deed: Deed) -> None:
    assert listened(monkeypatch, [(3.0, key)])[0] == Reply(deed)


def test_where_nobody_sits_in_front_of_it_there_is_no_clock() -> None:
    paper, text = paper_of(80)
    assert pacing.listen(clock(), paper, "keys") == (None, None)
    assert text.getvalue() == ""
