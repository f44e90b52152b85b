"""Somebody sits in front of a terminal late at night."""

from __future__ import annotations

from tests.cli.terminal import run, visit

CLOSING = ("Nothing is lost or counted.", "That can be the whole visit.", "All right. That is an answer.")
ASKED = "Keep this visit, or let it go?"
LET_GO = "It is gone from here."


def closes_calmly(out: str) -> bool:
    """The last thing said is the closing; where something was said before, one question stands after it."""
    closing, asked, after = " ".join(out.split()).partition(ASKED)
    return closing.strip().endswith(CLOSING) and (not asked or after.endswith(LET_GO))


def test_the_three_doors_stand_there_with_nothing_asked() -> None:
    out = visit("q")
    for door in ("Something in me says no", "Settle for a minute", "A small moment"):
        assert door in out
    assert "Nobody clinical has reviewed it yet" in " ".join(out.split())


def test_a_settling_cue_is_two_actions_away_and_no_question_stands_before_it() -> None:
    out = visit("2", "1", "q")
    before, _, after = out.partition(" s  ")
    assert after
    assert "Your body" not in before
    assert "What happens when" not in before


def test_somebody_with_a_harsh_voice_is_acknowledged_before_anything_is_offered() -> None:
    out = visit("1", "1 it laughed at me", "4", "q")
    assert out.index("It won't be argued with here.") < out.index("You could do one of these")
    assert "In your words: it laughed at me" in out


def test_somebody_can_stay_with_it_and_ask_what_says_no() -> None:
    out = visit("1", "1", "4", "3", "4", "2", "2", "1", "1", "5", "1", "", "", "", "", "", "", "3", "q")
    assert "It doesn't have to answer." in out
    assert "What might it fear would happen if it stopped?" in " ".join(out.split())


def test_somebody_torn_two_ways_names_both_sides_and_neither_wins() -> None:
    # Two sides, about right, stay with both, distress 4, two names, then the protocol to its end.
    named = ("1", "13", "4", "3", "4", "the soft one", "the door")
    turn = ("2", "4", *[""] * 4)
    out = visit(*named, "1", "1", *turn, *turn, "", "2", "1", "3", "q")
    flat = " ".join(out.split())
    assert "the soft one: what does it want for you?" in flat
    assert "the door: what does it fear from the soft one?" in flat
    assert "with nothing decided" in flat


def test_no_to_everything_is_met_with_all_right() -> None:
    out = visit("n", "n")
    assert "All right." in out
    assert closes_calmly(out)


def test_worse_is_answered_as_kindly_as_easier() -> None:
    out = visit("1", "8", "4", "1", "1", "q")
    assert "great" not in out.lower()
    assert closes_calmly(out)


def test_words_of_intent_open_help_with_the_number_and_a_way_on() -> None:
    out = visit("1", "I am going to kill myself tonight", "q", LANG="en_GB.UTF-8")
    assert "Emergency number (United Kingdom): 999" in out
    assert "No, continue" in out
    assert "That's not what I meant" in out
    assert "Nobody is monitoring this." in out


def test_help_is_one_letter_away_and_its_region_can_be_chosen() -> None:
    out = visit("h", "us", "q")
    assert "Emergency number (United States): 911" in out


def test_an_unknown_region_still_shows_a_number_and_a_directory() -> None:
    out = visit("h", "q", UNFORCED_REGION="ZZ")
    assert "112" in out
    assert "findahelpline.com" in out


def test_somebody_who_is_seen_finds_nothing_they_said_on_the_screen() -> None:
    out = visit("1", "my secret sentence", "4", "w", "q")
    after = out.partition("You can close this now.")[2]
    assert "secret" not in after
    assert "Nothing was kept." in out


def test_leaving_by_end_of_input_is_as_good_as_stop() -> None:
    code, out, err = run("visit", typed="1\n")
    assert (code, err) == (0, "")
    assert closes_calmly(out)


def test_why_this_is_answered_for_every_offer() -> None:
    out = visit("1", "1", "4", "?", "q")
    assert "because there is no hurry to know more" in " ".join(out.split())


def test_the_pages_on_why_can_be_read() -> None:
    code, out, _ = run("why", "critic")
    assert code == 0
    assert "Not yet reviewed by a clinician." in out
    code, _, err = run("why", "nonsense")
    assert code == 1
    assert "the pages are" in err
