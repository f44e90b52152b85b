"""Lifelines (safety.md, crisis): what of a record may be shown, how its number is dialled, and when it is too old."""

from __future__ import annotations

import pytest

from unforced.domain.lifeline import (
    About,
    Confidence,
    Emergency,
    Lifeline,
    Lifelines,
    digits,
    due_on,
    is_number,
    tel,
    too_old,
)

LINE = Lifeline("GB-1", "GB", About.CRISIS, "A line", "en", Confidence.TWO, 2, "2026-11-22", dial="116 123")


# What may be shown


@pytest.mark.parametrize("confidence", Confidence)
def test_a_line_on_which_two_sources_do_not_agree_is_never_shown(confidence: Confidence) -> None:
    shown = Lifelines((LINE._replace(confidence=confidence),)).of("GB")
    assert bool(shown) == (confidence in (Confidence.OFFICIAL, Confidence.TWO))


def test_a_line_is_never_shown_for_another_region() -> None:
    """116 123 isn't the same line everywhere: in one country it is about violence, in another nothing at all."""
    assert Lifelines((LINE,)).of("IE") == Lifelines((LINE,)).of("") == ()
    assert Lifelines((LINE,)).of("gb") == (LINE,)


def test_the_best_sourced_comes_first_then_the_whole_country_then_day_and_night() -> None:
    plain = LINE._replace(id="plain")
    always = LINE._replace(id="always", hours="24/7")
    checked = LINE._replace(id="checked", hours="24/7", first=True)
    local = LINE._replace(id="local", scope="for Bogotá", hours="24/7")
    official = LINE._replace(id="official", confidence=Confidence.OFFICIAL, scope="for Bogotá")
    found = Lifelines((local, plain, always, official, checked)).of("GB")
    assert [line.id for line in found] == ["official", "checked", "always", "plain", "local"]


def test_a_line_for_the_young_or_about_violence_is_not_for_anybody() -> None:
    assert [about for about in About if LINE._replace(about=about).for_anybody] == [About.CRISIS, About.CHAT]


# Emergency numbers


def test_only_numbers_on_which_both_agree_are_shown_and_the_rest_stand_behind_them() -> None:
    both = Emergency(("112", "122", "133", "144"), ("144",))
    assert (both.shown, both.others) == (("144",), ("112", "122", "133"))
    assert not both.one_source and not both.differ


def test_where_the_two_differ_no_number_is_shown() -> None:
    differ = Emergency(("112", "123"), ())
    assert differ.differ and not differ.one_source
    assert differ.shown == differ.others == ()


def test_a_region_that_only_the_plan_holds_has_one_source() -> None:
    one = Emergency(("100", "101"))
    assert one.one_source and not one.differ
    assert (one.shown[0], one.others) == ("100", ("101",))


def test_an_unknown_region_has_no_number_and_no_source() -> None:
    assert Emergency().shown == Emergency().others == ()
    assert not Emergency().one_source and not Emergency().differ


# Dialling


@pytest.mark.parametrize(
    ("number", "kind", "link"),
    [
        ("0800 111 0 111", "tel", "tel:08001110111"),
        ("116-123", "tel", "tel:116123"),
        ("+39 02 2327 2327", "tel", "tel:+390223272327"),
        ("*4141", "tel", "tel:%2A4141"),
        ("#8008", "tel", "tel:%238008"),
        ("88788", "sms", "sms:88788"),
    ],
)
def test_a_link_dials_the_digits_of_the_number_and_no_other(number: str, kind: str, link: str) -> None:
    assert tel(number, kind) == link


@pytest.mark.parametrize("text", ["", "-", "+", "call me", "116 123 or 112", "１１２", "112\n"])
def test_what_holds_anything_else_is_no_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize("text", ["112", "*4141", "#8008", "(011) 5275-1135", "+852 2389 2222"])
def test_a_number_may_hold_star_hash_spaces_and_strokes(text: str) -> None:
    assert is_number(text)
    assert digits(text) == "".join(letter for letter in text if letter in "0123456789*#")


# How old it may be


@pytest.mark.parametrize(
    ("today", "old"),
    [("2026-11-22", False), ("2027-11-21", False), ("2027-11-22", True), ("2028-01-01", True)],
)
def test_twelve_months_after_it_was_checked_a_record_is_too_old(today: str, old: bool) -> None:
    assert due_on("2026-11-22") == "2027-11-22"
    assert too_old("2026-11-22", today) is old
