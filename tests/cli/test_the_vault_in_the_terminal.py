"""What is kept as a whole: where it is, what opens it, what it is when something is wrong, and its end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.somebody import (
    PASSPHRASE,
    TO_OFFERS,
    WORDS,
    Somebody,
    everything_in,
    kept,
    past,
    told,
)

NEXT = "a room above the harbour"
HERE = "Nothing was changed."


def test_where_things_lie_is_told_truthfully(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert "not made, since nothing is kept" in told("where", home=home)
    assert "Nothing is kept yet." in told("vault", "status", home=home)
    assert not home.exists()
    kept(home)
    assert f"a sealed vault: {home}/vault.sqlite3" in told("where", home=home)
    status = told("vault", "status", home=home)
    assert "A sealed vault is there, and locked:" in status
    assert f"{home}/vault.sqlite3" in status
    assert f"{len(everything_in(home)):,} bytes" in status


@pytest.mark.slow
def test_a_passphrase_is_changed_and_only_the_new_one_opens(tmp_path: Path) -> None:
    home = tmp_path / "home"
    code = kept(home)
    typed = ("not the one it is", NEXT, NEXT, PASSPHRASE, NEXT, NEXT)
    out = told("vault", "passphrase", home=home, typed=typed)
    assert "That didn't open it." in out
    assert "The new passphrase opens it from now on. The recovery code is the same as before." in out
    assert WORDS in past(home, "q", passphrase=NEXT)
    assert WORDS not in told("past", home=home, typed=(PASSPHRASE, ""))
    assert "opens it from now on" in told("vault", "recover", home=home, typed=(code, PASSPHRASE, PASSPHRASE))
    assert WORDS in past(home, "q")


@pytest.mark.slow
def test_the_code_sets_a_new_passphrase_and_its_slips_are_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    code, other = kept(home), kept(tmp_path / "other")
    slipped = ("A" if code[0] != "A" else "B") + code[1:]
    out = told("vault", "recover", home=home, typed=(slipped, other, NEXT, NEXT, code, NEXT, NEXT))
    assert "There is a slip in group 1." in out
    assert "That didn't open it." in out
    assert "The new passphrase opens it from now on." in out
    assert WORDS in past(home, "q", passphrase=NEXT)


@pytest.mark.slow
def test_leaving_in_between_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    for command, typed in {"passphrase": (PASSPHRASE, ""), "recover": ("",), "mend": ("",)}.items():
        told("vault", command, home=home, typed=typed, code=1)
    assert HERE in told("vault", "forget-everything", home=home, typed=("yes",), code=1)
    assert WORDS in past(home, "q")


def test_without_anything_kept_every_command_says_so_and_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = tmp_path / "taken"
    for command in (("passphrase",), ("recover",), ("mend",), ("forget-everything",), ("take-home", str(file))):
        assert told("vault", *command, home=home, code=1).startswith("Nothing is kept.")
    assert not home.exists()
    assert not file.exists()


def test_everything_is_forgotten_at_once_without_a_passphrase(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    out = told("vault", "forget-everything", home=home, typed=("Forget  everything",))
    assert "There is no undo. Files that were taken home stay where they were put." in out
    assert out.endswith("Everything is gone from here.")
    assert everything_in(home) == b""
    assert told("past", home=home) == "Nothing is kept."
    kept(home)


def test_a_list_that_was_damaged_is_made_anew(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with sqlite3.connect(home / "vault.sqlite3") as database:
        register = bytearray(database.execute("SELECT register FROM person").fetchone()[0])
        register[-1] ^= 1
        database.execute("UPDATE person SET register = ?", (bytes(register),))
    database.close()
    damaged = past(home)
    assert "The list of pages was damaged or changed." in damaged
    assert WORDS in damaged
    told("vault", "take-home", str(tmp_path / "file"), home=home, typed=(PASSPHRASE,), code=1)
    assert told("vault", "mend", home=home, typed=(PASSPHRASE,)).endswith(
        "The list was made anew from every page that opens."
    )
    mended = past(home, "q")
    assert "damaged" not in mended
    assert WORDS in mended


def test_no_command_takes_a_passphrase_or_a_code_as_an_argument(tmp_path: Path) -> None:
    for command in ("status", "passphrase", "recover", "take-home", "bring-back", "forget-everything", "mend"):
        options = told("vault", command, "--help", home=tmp_path / "home").partition("Options")[2]
        assert {word for word in options.split() if word.startswith("--")} <= {"--help", "--as"}


def test_what_a_person_typed_is_in_no_error(tmp_path: Path) -> None:
    home = tmp_path / "home"
    code = kept(home)
    for secret in (PASSPHRASE + " x", code[:-1] + "!"):
        for command in ("passphrase", "recover", "mend"):
            assert secret not in told("vault", command, home=home, typed=(secret,), code=1)


def test_a_visit_is_never_lost_to_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    home = tmp_path / "file" / "home"
    with Somebody("visit", home=home) as person:
        person.types(*TO_OFFERS, "q", "k", "3", PASSPHRASE, PASSPHRASE)
        after = person.types(person.code())
        assert "This folder can't be written to, so this couldn't be kept." in after
        assert "Keep this visit, or let it go?" in after
        person.types("l")
        assert person.ends() == 0


def test_what_a_newer_version_keeps_is_not_touched(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with sqlite3.connect(home / "vault.sqlite3") as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    before = everything_in(home)
    out = told("visit", home=home, typed=(*TO_OFFERS, "q", "k", "l"))
    assert "A newer version of this program sealed it. It was left as it is." in out
    for command in (("past",), ("vault", "status"), ("vault", "forget-everything"), ("vault", "mend")):
        assert "A newer version of this program sealed it." in told(*command, home=home, code=1)
    assert everything_in(home) == before
    assert "a sealed vault" in told("where", home=home)


def test_a_file_in_the_place_of_the_vault_that_is_none_is_left_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    whole = (home / "vault.sqlite3").read_bytes()
    for other in (b"", b"not a vault", whole[:5000]):
        (home / "vault.sqlite3").write_bytes(other)
        with Somebody("past", home=home) as person:
            if person.reads().endswith("> "):
                person.types(PASSPHRASE)
            assert person.ends() == 1
            assert "left as it is" in " ".join(person.printed.split())
        assert (home / "vault.sqlite3").read_bytes()[:100] == other[:100]
