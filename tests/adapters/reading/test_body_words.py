"""Words for what a body does, heard in a person's own words with their place; what is denied is left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from unforced.adapters.reading.body_words import BodyReader


@cache
def body() -> BodyReader:
    """The list that is shipped."""
    return BodyReader()


def heard(text: str) -> list[tuple[str, str, str]]:
    """What was heard: the words, the place, the hint."""
    return [
        (text[slice(*each.span)], text[slice(*each.place)] if each.place else "", each.hint) for each in body().of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My chest locks up as soon as I try.", [("locks up", "chest", "")]),
        ("the tightness moved, jaw first", [("tightness", "jaw", "")]),
        ("my legs are like lead", [("like lead", "legs", "slow")]),
        ("shoulders up round my ears", [("up round my ears", "ears", "")]),
        ("shaking, can't slow down", [("shaking", "", "keyed_up"), ("can't slow down", "", "keyed_up")]),
        ("I’m wired and numb tonight", [("wired and numb", "", "wired_and_numb")]),
        ("miles away again", [("miles away", "", "far_away")]),
        ("can't stop crying", [("can't stop crying", "", "too_much")]),
        ("I just froze", [("froze", "", "shut_down")]),
        ("jaw tight, belly soft, throat closing", [("tight", "jaw", ""), ("closing", "throat", "")]),
        ("my body is fine", [("body is fine", "body", "about_right")]),
    ],
)
def test_plain_words_are_heard_with_their_place_and_what_they_hint_at(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "my jaw's not tight any more",
        "no longer shaking",
        "my stomach isn't knotted",
        "without the shaking it would be fine",
        "never numb",
    ],
)
def test_what_is_denied_is_left_out(text: str) -> None:
    assert heard(text) == []


def test_a_no_reaches_no_further_than_a_turn_or_a_full_stop() -> None:
    assert heard("not numb just tight in the chest") == [("tight", "chest", "")]
    assert heard("No. Shaking") == [("Shaking", "", "keyed_up")]


@pytest.mark.parametrize(
    "text", ["the lid is tight on the jar", "heavy traffic", "a hard day at work", "cold coffee", ""]
)
def test_what_may_be_something_else_waits_for_a_place(text: str) -> None:
    assert heard(text) == []


def test_the_place_is_the_nearest_of_the_same_sentence() -> None:
    assert heard("My jaw. Tight belly") == [("Tight", "belly", "")]
    assert heard("hands cold, feet far off") == [("cold", "hands", "")]


@pytest.mark.parametrize("text", [None, "places = 7", b"\xff"])
def test_where_the_list_cant_be_read_no_body_words_are_heard(tmp_path: Path, text: str | bytes | None) -> None:
    file = tmp_path / "en.toml"
    if isinstance(text, bytes):
        file.write_bytes(text)
    elif text is not None:
        file.write_text(text, "utf-8")
    assert BodyReader(file).of("my jaw is tight") == ()
