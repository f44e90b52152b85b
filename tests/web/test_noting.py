"""Somebody names a feeling on the pages, without JavaScript: a group, a word, or words of their own."""

from __future__ import annotations

import pytest

from tests.web.visitor import Visitor


@pytest.fixture
def naming(visitor: Visitor) -> Visitor:
    """Somebody who took one word for it from the whole shelf."""
    for label in ("Settle for a minute", "All of them", "One word for it"):
        visitor.press(label)
    return visitor


def test_two_taps_name_a_feeling_and_the_last_screen_says_it_as_the_persons(naming: Visitor) -> None:
    assert naming.form.heading == "What is here, in a word?"
    naming.press("Sad, or hurt")
    assert "You hoped for more than came." in naming.answer.text
    naming.press("let down")
    assert naming.form.heading == "This is being let down, and it can be here."
    assert "You named" in naming.answer.text
    naming.press("Enough")
    assert naming.form.heading == "Compared with before?"


def test_words_of_their_own_are_a_name_and_sending_none_leaves_it_out(naming: Visitor) -> None:
    naming.press("Go on", words="like a <b>lid</b>")
    assert naming.form.heading == "This is like a <b>lid</b>, and it can be here."
    naming.press("Another word")
    naming.press("Go on", words="")
    assert naming.form.heading == "It can be here without a name."


def test_it_got_harder_is_on_each_page(naming: Visitor) -> None:
    for label in ("Sad, or hurt", "let down", ""):
        assert "It got harder" in naming.form.buttons
        if label:
            naming.press(label)
    naming.press("It got harder")
    assert "Naming it brought it nearer." in naming.answer.text
