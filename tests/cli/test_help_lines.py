"""Help in the terminal: the same numbers as on the pages and in the file, without a visit and without a wait."""

from __future__ import annotations

import io
import json
from functools import partial
from pathlib import Path

from rich.console import Console

from tests.cli.terminal import run, visit
from unforced.adapters.library import FileLibrary
from unforced.app.showing.reaching import reach
from unforced.cli.paper import Paper
from unforced.cli.reaching import write_reach
from unforced.lifelines import FILE

LIBRARY = FileLibrary()
RECORDS = json.loads(FILE.read_text("utf-8"))["records"]


def printed(region: str, columns: int = 200, panel: bool = False) -> str:
    """What is printed for a region."""
    paper = Paper(Console(file=io.StringIO(), width=columns, markup=False, highlight=False, emoji=False))
    found = reach(partial(LIBRARY.phrases.say, plain=False), LIBRARY, region)
    write_reach(found, paper, LIBRARY.phrases, panel)
    assert isinstance(paper.console.file, io.StringIO)
    return paper.console.file.getvalue()


def test_every_number_printed_is_the_number_stored_byte_for_byte() -> None:
    for record in RECORDS:
        out = printed(record["region"])
        if record["confidence"].startswith("two_sources"):
            stored = [record.get("dial"), record.get("sms"), record.get("whatsapp"), *record.get("also", ())]
            assert all(number in out for number in stored if number), record["id"]
        else:
            assert f"  {record['service']}\n" not in out, record["id"]


def test_help_is_a_command_of_its_own_with_a_number_lines_and_a_directory() -> None:
    code, out, err = run("help", "--region", "gb")
    assert (code, err) == (0, "")
    assert "Emergency number (United Kingdom): 999" in out
    assert "Call 116 123" in out and "findahelpline.com" in out
    assert "Nobody is monitoring this." in out


def test_the_first_guess_is_the_locale_and_any_other_region_is_a_flag_away() -> None:
    assert "Call 0800 111 0 111" in run("help", LANG="de_DE.UTF-8", LC_ALL="", LC_MESSAGES="")[1]
    assert "unforced help --region" in run("help")[1]


def test_an_unknown_region_has_the_widest_number_and_the_directory() -> None:
    out = run("help", "--region", "the moon")[1]
    assert "112 works" in out and "findahelpline.com" in out


def test_words_of_danger_are_met_with_number_line_and_question_in_one_screen(tmp_path: Path) -> None:
    out = visit("1", "I want to kill myself tonight", "1", "q", UNFORCED_HOME=str(tmp_path))
    assert "Are you thinking about ending your life?" in out
    assert "Emergency number (United Kingdom): 999" in out and "Call 116 123" in out
    assert "No, continue" in out


def test_a_panel_is_the_number_and_the_nearest_line_or_the_directory() -> None:
    assert "Call 116 123" in printed("GB", panel=True) and "Refuge" not in printed("GB", panel=True)
    assert "findahelpline.com" in printed("TR", panel=True)
