"""Somebody may keep a visit, or let it go; nothing is kept that they didn't say."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from tests.cli.somebody import (
    FIRST_TIME,
    PASSPHRASE,
    TO_OFFERS,
    WORDS,
    Somebody,
    everything_in,
    kept,
    kept_another,
    past,
    told,
)

KEPT = "It is kept, and sealed."
GONE = "It is gone from here."
ASKED = "Keep this visit, or let it go?"
OTHER_CODE = "AAAAA " * 7 + "AAAAA"


def test_a_visit_is_kept_for_the_first_time_and_is_there_afterwards(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        person.types(*TO_OFFERS, "q", *FIRST_TIME)
        assert not home.exists(), "nothing is written before the code was typed back"
        assert KEPT in person.types(person.code().lower().replace(" ", "-"))
        assert person.ends() == 0
    assert WORDS in past(home, "1", "q")
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in home.iterdir()} == {0o600}


def test_what_is_sealed_and_that_nobody_can_help_is_said_before_a_passphrase_is_asked(tmp_path: Path) -> None:
    with Somebody("visit", home=tmp_path / "home") as person:
        said = person.types(*TO_OFFERS, "q", "k", "4")
    assert "What you keep is sealed on this computer" in said
    assert "nobody can help with that" in said
    assert said.index("nobody can help") < said.index("A passphrase, at least 8 characters.")


def test_a_slip_in_the_code_is_named_by_its_group_as_often_as_it_takes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        person.types(*TO_OFFERS, "q", *FIRST_TIME)
        groups = person.code().split()
        slipped = ["A" + group[1:] if group[0] != "A" else "B" + group[1:] for group in groups]
        third = [*groups[:2], slipped[2], *groups[3:]]
        assert "There is a slip in group 3." in person.types(" ".join(third))
        two = [slipped[0], *groups[1:7], slipped[7]]
        assert "There are slips in groups 1, 8." in person.types(" ".join(two))
        assert "another length" in person.types(" ".join(groups[:7]))
        assert not home.exists()
        assert KEPT in person.types(" ".join(groups))
        assert person.ends() == 0


def test_another_valid_code_is_not_taken_for_this_one(tmp_path: Path) -> None:
    other = kept(tmp_path / "other")
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        person.types(*TO_OFFERS, "q", *FIRST_TIME)
        assert "That is a recovery code. It isn't this one." in person.types(other)
    assert not home.exists()


def test_somebody_who_would_rather_not_has_nothing_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        assert ASKED in person.types(*TO_OFFERS, "q", *FIRST_TIME, "")
        assert GONE in person.types("l")
        assert person.ends() == 0
    assert ASKED in told("visit", home=home, typed=(*TO_OFFERS, "q", "k", "3", "", "l"))
    assert not home.exists()


def test_nothing_is_made_in_the_home_by_a_visit_that_is_let_go(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert GONE in told("visit", home=home, typed=(*TO_OFFERS, "q", "l"))
    told("visit", home=home, typed=("n", "n"))
    assert not home.exists()
    with Somebody("visit", home=home) as person:
        person.types(*TO_OFFERS, "q")
        assert person.ends() == 0  # the end of input is letting go
        assert GONE in person.printed
    assert not home.exists()


def test_somebody_who_may_be_seen_keeps_nothing_and_is_told_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for answer in ("1", "2"):
        out = told("visit", home=home, typed=(*TO_OFFERS, "q", "k", answer))
        assert out.endswith("Then nothing is kept in this visit.")
    assert not home.exists()


def test_somebody_who_could_be_seen_is_never_asked_to_keep(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for after in ((), ("3", "5", "2")):  # seen now, or that has passed and the visit goes on
        out = told("visit", home=home, typed=(*TO_OFFERS, "w", *after, "q"))
        assert ASKED not in out
        assert "rest here" not in out.partition("You can close this now.")[2]
    assert ASKED in told("visit", home=home, typed=(*TO_OFFERS, "q", "l")), "the control: unseen, it is asked"
    assert not home.exists()


def test_a_passphrase_that_is_short_or_not_the_same_twice_is_asked_again(tmp_path: Path) -> None:
    with Somebody("visit", home=tmp_path / "home") as person:
        assert "At least 8 characters" in person.types(*TO_OFFERS, "q", "k", "3", "short")
        assert "Those two weren't the same." in person.types(PASSPHRASE, PASSPHRASE + " ")
        assert "This is the recovery code." in person.types(PASSPHRASE, PASSPHRASE)
        assert "short" not in person.printed.partition("At least 8")[2]


def test_help_is_there_while_keeping_is_asked_and_at_every_prompt_of_it(tmp_path: Path) -> None:
    with Somebody("visit", home=tmp_path / "home") as person:
        assert "Emergency number (United Kingdom): 999" in person.types(*TO_OFFERS, "q", "h")
        assert "Emergency number (United Kingdom): 999" in person.types("k", "h")
        assert "Emergency number (United Kingdom): 999" in person.types("3", "h")
        assert "Emergency number (United Kingdom): 999" in person.types(PASSPHRASE, PASSPHRASE, "h")
        assert KEPT in person.types(person.code())


def test_a_second_visit_asks_for_the_passphrase_and_an_empty_line_goes_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with Somebody("visit", home=home) as person:
        assert ASKED in person.types(*TO_OFFERS, "q", "k", "")
        assert "That didn't open it. Nothing was lost." in person.types("k", "not the one it is")
        assert KEPT in person.types(PASSPHRASE)
        assert person.ends() == 0
    assert past(home, "q").count(WORDS) == 2


@pytest.mark.slow
def test_five_passphrases_that_do_not_fit_are_followed_by_waiting_that_survives_another_run(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with Somebody("past", home=home) as person:
        for _ in range(5):
            assert "That didn't open it." in person.types("not the one it is")
        assert "The next one is taken in" in person.types(PASSPHRASE)
    again = told("past", home=home, typed=(PASSPHRASE, ""))
    assert "That was a few tries. The next one is taken in" in again
    assert WORDS not in again
    assert "Emergency number" in told("visit", home=home, typed=("h", "q")), "Help never waits"


def test_r_keeps_the_present_screen_and_rests_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        assert "r keep this, and rest here" not in person.types("1")
        assert "r keep this, and rest here" in person.types(f"1 {WORDS}")
        person.types("r", *FIRST_TIME[1:])
        assert "Kept so far, and sealed." in person.types(person.code())
        assert person.ends() == 0
    on = past(home, "1", "g", "r")
    assert on.count("Your body right now is closest to") == 1
    assert "r rest here" in on
    assert on.endswith("Kept so far, and sealed. It goes on from there when you like.")


def test_r_that_is_not_gone_through_with_leaves_the_visit_where_it_was(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Somebody("visit", home=home) as person:
        screen = person.types(*TO_OFFERS)
        assert person.types("r", "3", "").endswith(screen)
        assert "You can close this now." in person.types("r", "1"), "somebody sees it now, and is met as everywhere"
    with Somebody("visit", home=home) as person:
        later = person.types(*TO_OFFERS, "r", "2")
        assert "Then nothing is kept in this visit." in later
        assert "rest here" not in later
    assert not home.exists()


def test_nothing_a_person_said_and_no_secret_lies_readable_in_the_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    canaries = [f"canary{n:03}wren" for n in range(8)]
    code = kept(home, " ".join(canaries[:4]))
    kept_another(home, " ".join(canaries[4:]))
    stored = everything_in(home)
    for secret in (*canaries, PASSPHRASE, code, code.replace(" ", "")):
        spelled = [secret.encode(), secret.encode("utf-16-le"), base64.b64encode(secret.encode())[:-4]]
        assert not any(form in stored for form in spelled)
    assert b"SQLite format 3" in stored, "the control: what is there is read"
