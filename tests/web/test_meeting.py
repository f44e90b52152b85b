"""The one that says no, on a page without JavaScript: found, named, spoken to, and read about."""

from __future__ import annotations

from tests.web.visitor import Visitor


def staying(visitor: Visitor) -> Visitor:
    """Somebody who stays with a harsh voice, asked where they notice it."""
    visitor.press("Something in me says no")
    visitor.press("Go on", chips=("A voice: who do you think you are",))
    visitor.press("About right")
    visitor.press("Stay with that voice")
    visitor.press("4")
    visitor.press("Slight")
    visitor.press("Beside me")
    return visitor


def test_it_is_found_and_named_and_its_name_stands_from_then_on(visitor: Visitor) -> None:
    staying(visitor)
    assert visitor.form.heading == "Where do you notice that voice, in your body or around it?"
    visitor.press("Chest")
    visitor.press("Go on", words="the bouncer")
    assert visitor.form.heading == "How do you feel toward the bouncer right now?"
    visitor.press("A bit curious")
    assert "Stay with the bouncer" in visitor.form.buttons


def test_each_of_the_two_is_left_in_one_tap(visitor: Visitor) -> None:
    staying(visitor).press("Nowhere I can point to")
    visitor.press("Leave it unnamed")
    assert visitor.form.heading == "How do you feel toward that voice right now?"


def test_something_is_said_to_it_and_the_same_question_stands_there_again(visitor: Visitor) -> None:
    staying(visitor).press("Say something to it")
    assert visitor.form.heading == "If you like, say one of these to it."
    visitor.press("Firm")
    visitor.press("I see you. Not in that tone.")
    assert visitor.form.heading == "Where do you notice that voice, in your body or around it?"
    assert "You said to it" in visitor.answer.text


def test_own_words_to_it_come_back_as_text(visitor: Visitor) -> None:
    staying(visitor).press("Say something to it")
    visitor.press("Said", words="<b>you again</b>")
    assert "<b>you" not in visitor.answer.text and "&lt;b&gt;you again" in visitor.answer.text


def test_whoever_stands_in_between_is_met_in_their_own_word(visitor: Visitor) -> None:
    staying(visitor).press("Nowhere I can point to")
    visitor.press("Leave it unnamed")
    visitor.press("Bored with it")
    assert visitor.form.heading == "Of course something in you is bored with it."


def test_why_this_happens_is_one_tap_after_the_chips_and_leads_back(visitor: Visitor) -> None:
    visitor.press("Something in me says no")
    visitor.press("Go on", chips=("If I soften, I get hurt",))
    visitor.press("Why this happens")
    assert visitor.form.heading == "When kindness feels like danger"
    assert "Sources: Kirby 2019" in visitor.answer.text
    visitor.press("Back")
    assert "About right" in visitor.form.buttons
