"""What is kept goes home in a file and comes back; no file of anybody's is replaced."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.somebody import PASSPHRASE, WORDS, Somebody, kept, kept_another, past, told

MORE_WORDS = "and it has been like that since the spring"


def taken(home: Path, file: Path, form: str, *typed: str) -> str:
    """Takes everything home in one form."""
    return told("vault", "take-home", str(file), "--as", form, home=home, typed=(PASSPHRASE, *typed))


def pages(home: Path, file: Path) -> object:
    """What a home holds, by content."""
    file.unlink(missing_ok=True)
    taken(home, file, "json", "yes")
    return json.loads(file.read_text("utf-8"))["pages"]


@pytest.mark.slow
def test_taken_home_sealed_and_brought_back_elsewhere_it_is_equal_and_twice_is_the_same_as_once(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "everything.unforced"
    code = kept(here)
    kept_another(here, MORE_WORDS)
    out = taken(here, file, "sealed")
    assert str(file) in out.replace(" ", "")
    assert "The same passphrase and code open it." in out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert WORDS.encode() not in file.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name], "no half file stays behind"
    back = told("vault", "bring-back", str(file), home=there, typed=("not the one it is", code))
    assert "That didn't open it." in back
    assert "Everything from that file is here, under its own passphrase and code." in back
    assert pages(there, tmp_path / "a.json") == pages(here, tmp_path / "b.json")
    again = told("vault", "bring-back", str(file), home=there, typed=(PASSPHRASE, PASSPHRASE))
    assert "0 came in, 2 were here already." in again
    assert pages(there, tmp_path / "a.json") == pages(here, tmp_path / "b.json")


@pytest.mark.slow
def test_taken_home_as_json_it_comes_back_beside_what_is_kept_there(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "everything.json"
    kept(here)
    assert "Anybody who finds this file can read it." in taken(here, file, "json", "yes")
    assert WORDS in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    first = told("vault", "bring-back", str(file), home=there, code=1)
    assert "a JSON file comes back once something is kept" in first
    assert not there.exists()
    kept(there, MORE_WORDS)
    for came in ("1 came in, 0 were here already.", "0 came in, 1 were here already."):
        assert came in told("vault", "bring-back", str(file), home=there, typed=(PASSPHRASE,))
    listed = past(there, "q")
    assert WORDS in listed
    assert MORE_WORDS in listed


def test_a_readable_file_is_written_after_a_yes_and_never_over_another_one(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "mine.md"
    kept(home)
    told("vault", "take-home", str(file), "--as", "markdown", home=home, typed=(PASSPHRASE, "y"), code=1)
    assert not file.exists()
    taken(home, file, "markdown", "yes")
    assert WORDS in file.read_text("utf-8")
    before = file.read_bytes()
    out = told("vault", "take-home", str(file), home=home, code=1)
    assert "There is a file by that name already. It was left as it is." in out
    assert file.read_bytes() == before
    dangling = tmp_path / "link"
    dangling.symlink_to(tmp_path / "elsewhere")
    told("vault", "take-home", str(dangling), home=home, code=1)
    assert not (tmp_path / "elsewhere").exists()


FOREIGN = {
    "empty": b"",
    "binary": bytes(range(256)) * 10,
    "another program's JSON": b'{"program": "other", "form": 1, "pages": []}',
    "half of a JSON file": b'{"program": "unforced", "form": 1, "pages": [',
    "deep JSON": b'{"program":' + b"[" * 100_000,
    "not UTF-8": b'{"program": "\xff"}',
    "no pages": b'{"program": "unforced", "form": 1, "pages": 3}',
    "a number that is none": b'{"program":"unforced","form":1,"pages":[{"id":"'
    + b"0" * 32
    + b'","document":{"x":NaN}}]}',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_left_as_it_is_and_so_is_what_is_kept(name: str, tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "file"
    kept(home)
    before = pages(home, tmp_path / "before.json")
    file.write_bytes(FOREIGN[name])
    with Somebody("vault", "bring-back", str(file), home=home) as person:
        if not FOREIGN[name].startswith(b"{"):
            person.types(PASSPHRASE)
        assert person.ends() == 1
        assert "That file isn't one of these, or it was cut short. It was left as it is." in " ".join(
            person.printed.split()
        )
    assert file.read_bytes() == FOREIGN[name]
    assert pages(home, tmp_path / "before.json") == before


def test_a_file_that_was_cut_short_is_refused_and_one_that_is_not_there_is_said_calmly(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "file"
    kept(home)
    taken(home, file, "sealed")
    file.write_bytes(file.read_bytes()[:-20])
    out = told("vault", "bring-back", str(file), home=tmp_path / "new", typed=(PASSPHRASE,), code=1)
    assert "cut short" in out
    assert not (tmp_path / "new").exists()
    assert "Nothing was lost." in told("vault", "bring-back", str(tmp_path / "none"), home=home, code=1)
    with file.open("wb") as big:
        big.truncate(256 * 1024 * 1024 + 1)
    assert "larger than 256 MB" in told("vault", "bring-back", str(file), home=home, code=1)
