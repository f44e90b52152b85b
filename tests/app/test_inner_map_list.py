"""The map as a list: everybody can be told apart, every word stands whole, and nothing is counted."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.walks import LIBRARY
from unforced.app.map_list import Listed, listed, tie_of, token_of
from unforced.app.map_names import Names
from unforced.domain.errors import NoLongerThereError
from unforced.domain.inner_map import Happened, InnerMap
from unforced.domain.map_changes import join, leave, let_go, loosen, meet, put, rename, retell, tie, untie
from unforced.domain.part import LOOKS, MANNERS, PLACES, Part, Role
from unforced.domain.ties import Between
from unforced.domain.words import Words

TODAY = datetime(2026, 11, 23).toordinal()
NAME = st.none() | st.sampled_from(["the guard", "The guard", "the guard (1)", "the guard, chest"]).map(Words)


def a_map(*parts: Part) -> InnerMap:
    """A map with these parts, keys from 1."""
    found = InnerMap()
    for part in parts:
        found = meet(found, part, TODAY)
    return found


def called(*parts: Part, plain: bool = False) -> list[str]:
    """What each of them is called."""
    found = a_map(*parts)
    names = Names(found, LIBRARY, plain)
    return [names.said(part.key) for part in found.parts]


def lines(found: InnerMap) -> tuple[Listed, ...]:
    """The parts of the list."""
    return listed(found, Names(found, LIBRARY, False)).parts


def named(name: str, place: str = "") -> Part:
    """A part of this name."""
    return Part(name=Words(name), place=place)


def test_without_a_name_it_is_called_by_what_it_looks_like_or_where_it_is() -> None:
    assert called(Part(look="fog", place="chest"), Part(place="chest"), Part(place="behind"), Part()) == [
        *("the one like fog", "the one in the chest", "the one behind", "one without a name")
    ]
    assert all(called(Part(look=look)) for look in LOOKS) and all(called(Part(place=place)) for place in PLACES)


def test_two_of_one_name_are_told_apart_by_their_place_or_else_by_a_number() -> None:
    assert called(named("a", "chest"), named("A", "jaw")) == ["a, chest", "A, jaw"]
    assert called(named("a", "chest"), named("a", "chest")) == ["a (1)", "a (2)"]
    assert called(named("a", "around"), named("a", "chest"), named("a")) == ["a (1)", "a, chest", "a (2)"]
    assert called(Part(), Part()) == ["one without a name (1)", "one without a name (2)"]


@given(st.lists(st.tuples(NAME, st.sampled_from(("", "chest", "jaw", "nowhere"))), max_size=12))
def test_no_two_are_ever_called_the_same(parts: list[tuple[Words | None, str]]) -> None:
    found = [name.casefold() for name in called(*(Part(name=name, place=place) for name, place in parts))]
    assert len(set(found)) == len(found)


def test_a_long_name_is_short_on_a_line_and_whole_in_the_list() -> None:
    long = "the foreman " * 900
    (part,) = lines(a_map(named(long)))
    assert len(part.name) == 60 and part.name.endswith("…") and part.whole == long
    (joined,) = lines(join(a_map(named("a"), named("b")), 1, 2, TODAY))
    assert (joined.name, joined.whole) == ("a · b", "a\nb")
    assert lines(a_map(named("a")))[0].whole == ""


def test_everything_that_was_said_of_a_part_stands_there_with_its_label() -> None:
    part = Part(
        0, Words("a"), "fog", "behind", Role.PROTECTOR, "critic", Words("j"), Words("f"), Words("h"), Words("x")
    )
    (line,) = lines(a_map(part))
    assert line.said == (
        ("What it looks like", "Like fog"),
        ("Where it is", "Behind me"),
        ("What it is about", "It protects"),
        ("How it goes about it", "Harshly, like a critic"),
        ("Its job", "j"),
        ("What it fears", "f"),
        ("What it hopes for", "h"),
        ("What it protects against", "x"),
    )
    assert not lines(a_map(named("a")))[0].said
    assert all(lines(a_map(Part(manner=manner)))[0].said for manner in MANNERS)


def test_what_is_between_two_stands_with_both_in_a_sentence() -> None:
    found = tie(tie(a_map(named("a"), named("b")), Between.POLARISED, 1, 2, TODAY), Between.PROTECTS, 2, 1, TODAY)
    one, other = lines(loosen(found, 1, 2, 0, TODAY))
    assert [line.sentence for line in one.ties] == [
        *("a and b pull against each other. The line: slack.", "b protects a.")
    ]
    assert one.ties == other.ties and lines(found)[0].ties[0].sentence == "a and b pull against each other."
    for line in one.ties:
        assert token_of(tie_of(line.token, found)) == line.token
    for token in ("", "polarised-1", "polarised-1-9", "protects-1-2", "x" * 99):
        with pytest.raises(NoLongerThereError):
            tie_of(token, found)


def test_a_circle_of_protecting_is_said_and_is_no_mistake() -> None:
    found = a_map(named("a"), named("b"))
    for one, other in ((1, 2), (2, 1)):
        found = tie(found, Between.PROTECTS, one, other, TODAY)
    whole = listed(found, Names(found, LIBRARY, False))
    assert whole.circles == ("Each protects the next here, round in a circle: a, b. It can be so.",)


def test_every_change_that_can_be_taken_back_is_said_the_last_one_first() -> None:
    found = put(a_map(named("a"), named("b"), named("c")), 1, 5, 5, TODAY)
    found = leave(rename(found, 2, Words("d"), TODAY), 1, TODAY)
    found = tie(retell(found, 1, TODAY, look="fog"), Between.POLARISED, 1, 2, TODAY)
    found = untie(loosen(found, 1, 2, 3, TODAY), Between.POLARISED, 1, 2, TODAY)
    found = let_go(join(found, 1, 2, TODAY), 3, TODAY)
    changes = listed(found, Names(found, LIBRARY, False)).changes
    assert {change.what for change in found.changes} == set(Happened)
    assert changes[0].sentence == "c was let go of." and changes[0].number == found.made
    assert changes[0].until == "It can be taken back until 30 November 2026."
    assert changes[1].sentence == "Two were joined: a · d."
    gone = let_go(a_map(named("a")), 1, TODAY)._replace(parts=())
    forgotten = gone._replace(changes=(gone.changes[0], gone.changes[1]._replace(parts=())))
    assert (
        listed(forgotten, Names(forgotten, LIBRARY, False)).changes[0].sentence == "one without a name was let go of."
    )


def test_by_hand_is_said() -> None:
    found = put(a_map(named("a"), named("b")), 2, 5, 5, TODAY)
    assert [line.by_hand for line in lines(found)] == [False, True]


@pytest.mark.parametrize("plain", [False, True])
def test_whoever_wants_no_parts_words_never_meets_them_on_the_map(plain: bool) -> None:
    keys = [key for key in LIBRARY.phrases.all() if re.match(r"(app|chip)\.(map|looks|places|roles|manners)\.", key)]
    said = [LIBRARY.phrases.say(key, plain) for key in keys if not key.endswith(".plain")]
    found = [text for text in said if re.search(r"\b(parts?|protectors?|critics?)\b", text, re.IGNORECASE)]
    assert bool(found) is not plain, found


def test_no_sentence_of_the_map_ever_counts() -> None:
    phrases = {key: text for key, text in LIBRARY.phrases.all().items() if key.startswith(("app.map.", "chip.map."))}
    counting = {key for key, text in phrases.items() if "{n}" in text or re.search(r"\d", text)}
    assert counting == {"app.map.numbered"}, "a number tells two of one name apart, and says nothing else"
