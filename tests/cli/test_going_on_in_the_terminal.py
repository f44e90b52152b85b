"""A kept visit can be opened, gone on with, forgotten and taken back; nothing acknowledged is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.somebody import PASSPHRASE, TO_OFFERS, WORDS, Somebody, kept, kept_another, past, told

LATER_WORDS = "and it has been like that since the spring"


def test_nothing_kept_yet_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert told("past", home=home) == "Nothing is kept."
    assert not home.exists()


def test_a_visit_shows_nothing_of_the_past_unasked(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    assert WORDS not in told("visit", home=home, typed=("1", "2", "4", "q", "l"))


def test_a_number_opens_one_visit_whole_and_b_goes_back_to_the_list(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    kept_another(home, LATER_WORDS)
    with Somebody("past", home=home) as person:
        listed = person.types(PASSPHRASE)
        first = WORDS if listed.index(WORDS) < listed.index(LATER_WORDS) else LATER_WORDS
        whole = person.types("1")
        assert f"In your words {first} Your body About right" in whole
        assert "g go on with it · f forget it · x forget it now · b back · q stop" in whole
        assert person.types("b") == listed


@pytest.mark.slow
def test_going_on_seals_every_turn_before_the_next_screen_so_that_a_kill_loses_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with Somebody("past", home=home) as person:
        person.types(PASSPHRASE, "1", "g", "5", f"1 {LATER_WORDS}")
        person.process.kill()
    assert LATER_WORDS in past(home, "1", "q")
    with Somebody("past", home=home) as person:
        person.types(PASSPHRASE, "1", "g", "4")
        person.process.kill()
    shown = past(home, "1", "g", "q", "k")
    assert "Everything here can be stopped at any second." in shown
    assert LATER_WORDS in shown
    assert "This visit is kept. It can stay kept, or be forgotten." in shown
    assert past(home, "q").count(LATER_WORDS) == 1


def test_a_visit_gone_on_with_can_be_forgotten_at_its_end_and_taken_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    assert "Forgotten. It can be taken back until" in past(home, "1", "g", "q", "l")
    listed = past(home, "1", "t", "q")
    assert "Forgotten, and can be taken back" in listed
    assert "gone for good on" in listed
    assert "It is back." in listed
    after = past(home, "q")
    assert "Forgotten, and can" not in after
    assert WORDS in after


def test_a_forgotten_visit_can_be_taken_back_and_one_forgotten_now_cannot(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    kept_another(home, LATER_WORDS)
    assert "Forgotten. It can be taken back until" in past(home, "1", "f", "q")
    with Somebody("past", home=home) as person:
        person.types(PASSPHRASE)
        assert "Forgetting now has no undo." in person.types("2", "x")
        assert person.types("b").count("gone for good on") == 1, "going back leaves it as it was"
        assert "It is gone, for good." in person.types("2", "x", "x")
        assert "gone for good on" not in person.types("q")
    listed = past(home, "1", "x", "x")
    assert listed.endswith("It is gone, for good. Nothing is kept.")


def test_somebody_who_is_seen_while_going_on_has_nothing_more_sealed_and_is_not_asked(tmp_path: Path) -> None:
    home, chip = tmp_path / "home", "I don't deserve it"
    kept(home)
    seen = past(home, "1", "g", "w", "3", "5", "2", "q")
    after = seen.partition("You can close this now.")[2]
    assert f"You said: {chip}" in after, "the visit goes on"
    assert "This visit is kept." not in after
    assert "rest here" not in after
    whole = past(home, "1", "q")
    assert WORDS in whole
    assert chip not in whole


@pytest.mark.slow
def test_what_stays_away_is_kept_beside_a_visit_and_is_there_when_another_is_gone_on_with(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    assert "Not breath, ever" in past(home, "1", "g", "4", "q", "k"), "the control"
    assert "It is kept, and sealed." in told("visit", home=home, typed=("4", "1", *TO_OFFERS, "q", "k", PASSPHRASE))
    kept_another(home, LATER_WORDS)  # with the vault locked, this one knew nothing of it
    with Somebody("past", home=home) as person:
        listed = person.types(PASSPHRASE).partition(LATER_WORDS)[0]
        shelf = person.types(str(listed.count(WORDS) + 1), "g", "4")
    assert "Not touch, ever" in shelf
    assert "Not breath, ever" not in shelf


def test_a_wrong_number_and_a_wrong_letter_are_met_calmly(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with Somebody("past", home=home) as person:
        person.types(PASSPHRASE)
        for odd in ("9", "0", "-1", "²", "nonsense", "", "9" * 3000):
            assert "That isn't one of the answers here." in person.types(odd)
        person.types("1")
        assert "That isn't one of the answers here." in person.types("1 please")
        assert person.types("q") == ""
        assert person.ends() == 0


def test_help_is_one_letter_away_in_the_past_even_before_it_is_unlocked(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    with Somebody("past", home=home) as person:
        assert "Emergency number (United Kingdom): 999" in person.types("h")
        assert "Emergency number (United Kingdom): 999" in person.types(PASSPHRASE, "h")
        assert "Emergency number (United Kingdom): 999" in person.types("1", "h")
