"""A sheet to take along holds what somebody chose, and never anything else."""

from __future__ import annotations

import re

import pytest

from unforced.domain.handover import Chapter, Handover, Item, Pressed, Section, composed, flat, once, questions_of
from unforced.domain.words import Words

CLIPBOARD = Item(Section.PARTS, "The one with the clipboard", "A critic", ("In the jaw",))
NUMB = Item(Section.RESISTED, "Nothing there, blank")
FLOOR = Item(Section.TRIED, "Feet on the floor", lines=("4 March 2026: worse",))
OFFERED = (CLIPBOARD, NUMB, FLOOR)


def test_nothing_is_ever_on_it_before_something_is_chosen() -> None:
    assert composed(OFFERED, (), None) == ()


def test_only_what_was_chosen_is_on_it_in_the_order_offered() -> None:
    assert composed(OFFERED, (FLOOR.token, CLIPBOARD.token), None) == (CLIPBOARD, FLOOR)


def test_control_everything_chosen_is_on_it() -> None:
    assert composed(OFFERED, [item.token for item in OFFERED], None) == OFFERED


@pytest.mark.parametrize("changed", [{"head": "Feet on the grass"}, {"label": "Tried"}, {"lines": ()}])
def test_another_line_never_slips_into_the_place_of_a_chosen_one(changed: dict[str, str]) -> None:
    words = {"head": FLOOR.head, "label": "", "lines": FLOOR.lines, **changed}
    other = Item(Section.TRIED, **words)  # type: ignore[arg-type]
    assert composed((other,), (FLOOR.token,), None) == ()


def test_the_same_words_in_another_section_are_another_line() -> None:
    elsewhere = Item(Section.SLOWLY, NUMB.head)
    assert composed((elsewhere, NUMB), (NUMB.token,), None) == (NUMB,)


def test_a_token_says_nothing_of_the_words() -> None:
    assert re.fullmatch(r"parts-[0-9a-f]{16}", CLIPBOARD.token)


def test_a_line_that_is_offered_twice_is_there_once() -> None:
    assert once([NUMB, CLIPBOARD, NUMB]) == (NUMB, CLIPBOARD)


def test_each_line_that_is_written_is_a_question_in_their_words() -> None:
    asked = questions_of(Words.from_raw("Is it always this loud?\n\n  what if it stops  \n"))
    assert [item.head for item in asked] == ["Is it always this loud?", "what if it stops"]
    assert {item.section for item in asked} == {Section.QUESTIONS}
    assert questions_of(None) == ()


def test_what_cannot_be_seen_or_turns_the_direction_is_never_on_a_line() -> None:
    assert flat(" a\u202eb\u0007 \u200b \n c\u00a0d\u2066 ") == "ab c d"
    assert flat("\U0001f469\u200d\U0001f680") == "\U0001f469\u200d\U0001f680"


def test_no_word_of_it_is_printed_by_accident() -> None:
    chapter = Chapter(Section.PARTS, "Parts of me", (CLIPBOARD,))
    sheet = Handover("Notes", "To take along", "4 March 2026", (chapter,))
    shown = f"{CLIPBOARD!r} {chapter!r} {sheet!r} {Pressed(b'clipboard')!r}"
    assert shown == "<item of parts> <chapter, 1 items> <handover, 1 chapters> <pressed, 9 bytes>"


def test_every_text_of_it_can_be_gone_through_in_order() -> None:
    chapters = (Chapter(Section.PARTS, "Parts of me", (CLIPBOARD, NUMB)),)
    sheet = Handover("Notes", "To take along", "4 March 2026", chapters)
    assert sheet.texts()[2:] == ("Parts of me", "A critic", CLIPBOARD.head, "In the jaw", NUMB.head)
    assert sheet and not Handover("Notes", "To take along", "4 March 2026")
