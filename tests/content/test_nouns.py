"""The list of what people call it: one word each, once, and never a word for somebody real."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.content import HERE
from unforced.content.finding import Finding, Source
from unforced.content.manners import check_sentences
from unforced.content.nouns import SOMEBODY, read_nouns, sentences_of_nouns

FILE = "nouns/en.toml"
TEXT = (HERE / FILE).read_text("utf-8")


def changed(old: str, new: str) -> list[str]:
    """What is found in the shipped file with one thing changed; it is never used then."""
    assert old in TEXT
    nouns, found = read_nouns(Source(FILE, TEXT.replace(old, new, 1)))
    assert nouns is None
    assert all(isinstance(each, Finding) and each.file == FILE and each.line for each in found)
    return [each.finding for each in found]


def test_what_people_call_it_is_on_the_list(library: FileLibrary) -> None:
    called = {
        "wall",
        "guard",
        "knot",
        "stone",
        "fog",
        "alarm",
        "lid",
        "armour",
        "gremlin",
        "door",
        "bouncer",
        "shutter",
    }
    assert called <= library.nouns.things and {"judge", "headmistress"} <= library.nouns.figures
    assert 100 <= len(library.nouns.things) <= 200


def test_nobody_real_and_no_child_is_ever_on_it(library: FileLibrary) -> None:
    assert not SOMEBODY & (library.nouns.things | library.nouns.figures)
    assert changed('"gremlin"', '"mother"') == ["mother is a word for somebody real"]  # the control


def test_said_again_none_of_them_is_banned_wording(library: FileLibrary) -> None:
    sentences = list(sentences_of_nouns(library.nouns, Source(FILE, TEXT)))
    assert len(sentences) > 100 and check_sentences(sentences, library.bans) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('"wall"', '"Wall"', "each is one word in lower case"),
        ('"wall"', '"brick wall"', "each is one word in lower case"),
        ('"wall"', '"gate"', "gate stands there twice"),
        ('"judge"', '"wall"', "wall stands there twice"),
        ('"cardboard"', '"Cardboard"', "each is one word in lower case"),
        ("things = [", "things = [3, ", "things has to be a list of words"),
        ("literal = [", "furniture = [", "literal is missing"),
        ("things = [", "things = [[", "this file can't be read"),
    ],
)
def test_what_is_wrong_with_the_list_is_found(old: str, new: str, found: str) -> None:
    assert changed(old, new)[0].startswith(found)


def test_a_key_that_is_none_is_found() -> None:
    assert "furniture is no key here" in changed("literal = [", "furniture = [")
