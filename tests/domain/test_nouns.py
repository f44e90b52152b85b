"""What a person calls it is said again; what they say of themselves, of others or of furniture never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.nouns import BEGINNING, Nouns
from unforced.domain.words import Words

NOUNS = Nouns(
    things=frozenset({"wall", "guard", "knot", "stone", "door", "gremlin"}),
    figures=frozenset({"judge"}),
    literal=frozenset({"front"}),
)


def named(text: str) -> str:
    """What is said again of these words."""
    return NOUNS.named_in(Words(text))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a wall comes up", "wall"),
        ("This Knot, again", "knot"),
        ("THE WALL", "wall"),
        ("my big stone", "stone"),
        ("my guard’s up the moment I try", "guard"),
        ("it's like a wall", "wall"),
        ("I'm stuck behind a wall", "wall"),
        ("I feel a knot in my chest", "knot"),
        ("I am tired, and the wall is there", "wall"),
        ("that kind of thing. then a door, then a wall", "door"),
    ],
)
def test_a_persons_own_noun_is_found_where_it_stands(text: str, noun: str) -> None:
    assert named(text) == noun


@pytest.mark.parametrize("text", ["that stupid wall", "my pathetic wall", "this fucking wall"])
def test_the_word_before_it_is_never_said_again_since_it_can_be_an_attack(text: str) -> None:
    assert named(text) == "wall"


@pytest.mark.parametrize(
    "text",
    [
        "I'm a wall",
        "I am such a gremlin",
        "you are a stone",
        "you’re nothing but a wall",
        "I feel like a stone",
        "she called me a gremlin",
        "being a wall is all I do",
        "he was the wall",
    ],
)
def test_what_is_said_of_a_person_is_never_said_again(text: str) -> None:
    assert named(text) == ""
    assert named("there is a wall") == "wall"  # the control


@pytest.mark.parametrize("text", ["the judge gave me two years", "my judge", "a judge of character"])
def test_whoever_could_be_real_never_is(text: str) -> None:
    assert named(text) == ""


@pytest.mark.parametrize(
    "text", ["my inner judge", "the judge in my head", "there is a judge inside", "a judge up in here"]
)
def test_but_one_who_is_inside_can_be(text: str) -> None:
    assert named(text) == "judge"


@pytest.mark.parametrize(
    "text", ["I shut the front door", "walls", "wall", "some wall", "the thick grey wall", "the", "", "🌧 ٣"]
)
def test_furniture_several_of_them_and_words_that_stand_elsewhere_are_left_alone(text: str) -> None:
    assert named(text) == ""


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert named("no " * BEGINNING + "a wall") == ""


@given(st.text(max_size=400))
def test_whatever_is_written_only_a_word_of_the_list_ever_comes_back(text: str) -> None:
    assert named(text) in {"", *NOUNS.things, *NOUNS.figures}
