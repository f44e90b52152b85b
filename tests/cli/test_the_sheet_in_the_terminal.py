"""A sheet to take along, in a terminal: nothing on it at first, written after a yes, replaced only after another."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from tests.cli.somebody import PASSPHRASE, WORDS, Somebody, everything_in, kept, told

pytestmark = pytest.mark.slow
ASKED = "is it always this loud?"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one visit kept."""
    place = tmp_path_factory.mktemp("home") / "kept"
    kept(place)
    return place


def sheet(home: Path, file: Path, *typed: str, code: int = 0) -> str:
    """What `unforced sheet` prints to somebody who types these lines after the passphrase."""
    return told("sheet", str(file), home=home, typed=(PASSPHRASE, *typed), code=code)


def number_of(home: Path, file: Path) -> str:
    """The number of the line with their own words."""
    with Somebody("sheet", str(file), home=home) as person:
        person.types(PASSPHRASE)
        lines = person.printed.splitlines()
    return next(line.split()[0] for line in lines if WORDS in line)


def test_nothing_is_ever_on_it_before_it_is_chosen_and_nothing_chosen_is_no_sheet(home: Path, tmp_path: Path) -> None:
    out = sheet(home, tmp_path / "notes.html", "", "", code=1)
    assert "Nothing is on it yet." in out and "[x]" not in out and "[ ]" in out
    assert "Nothing was chosen, so there is no sheet yet." in out and list(tmp_path.iterdir()) == []


def test_lines_are_put_on_it_and_taken_off_by_number_and_only_those_are_in_the_file(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    number = number_of(home, file)
    out = sheet(home, file, number, f"{number}, 99 x", number, "", ASKED, "", "yes")
    assert "That isn't one of the answers here." in out and "[x]" in out
    assert "A sheet leaves the seal: anybody who has it can read it." in out
    text = file.read_text("utf-8")
    assert WORDS in text and ASKED in text and "## What says no" in text and "## What I tried" not in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"], "no half file stays behind"


@pytest.mark.parametrize(("name", "begins"), [("notes.html", b"<!doctype"), ("notes.pdf", b"%PDF"), ("notes", b"<!")])
def test_the_kind_of_file_follows_from_its_name(name: str, begins: bytes, home: Path, tmp_path: Path) -> None:
    sheet(home, tmp_path / name, "", ASKED, "", "yes")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_that_is_there_is_never_replaced_without_a_yes(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("mine")
    out = sheet(home, file, "", ASKED, "", "no", code=1)
    assert "A file by that name is there already." in out and "Nothing was written." in out
    assert file.read_text() == "mine"
    sheet(home, file, "", ASKED, "", "yes")
    assert ASKED in file.read_text() and stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


def test_without_a_yes_nothing_is_written_and_q_leaves_it_at_once(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    sheet(home, file, "", ASKED, "", "", code=1)
    sheet(home, file, "q", code=1)
    sheet(home, file, "", "q", code=1)
    told("sheet", str(file), home=home, typed=("",), code=1)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_a_sheet_is_kept_in_the_home(home: Path, tmp_path: Path) -> None:
    sheet(home, tmp_path / "notes.md", "", ASKED, "", "yes")
    assert ASKED.encode() not in everything_in(home)


def test_where_nothing_is_kept_questions_could_still_be_written(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "notes.md"
    out = told("sheet", str(file), home=home, typed=(ASKED, "", "yes"))
    assert "You could still write questions." in out and ASKED in file.read_text()
    assert not home.exists()


def test_words_of_danger_bring_help_at_once_and_it_goes_on(home: Path, tmp_path: Path) -> None:
    out = sheet(home, tmp_path / "notes.md", "", "I want to kill myself tonight", "", "yes")
    assert re.search("danger to your life|life could be in danger|be about dying", out)
    assert (tmp_path / "notes.md").exists()
