"""Whatever somebody does with their inner map, in whatever order: it stays whole, and goes back step by step."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.answers import MIXED, UNKNOWN
from unforced.domain.errors import UnforcedError
from unforced.domain.inner_map import Change, InnerMap, Spot
from unforced.domain.map_changes import MOST_CHANGES, join, leave, let_go, loosen, meet, put, rename, tie, undo, untie
from unforced.domain.map_joining import joined, possible
from unforced.domain.moments import LAST_DAY
from unforced.domain.part import LARGEST_KEY, LOOKS, PLACES, Part
from unforced.domain.ties import Between, Tie
from unforced.domain.words import Words

TODAY = 739_900
KEY = st.integers(1, 7)
WORDS = st.none() | st.sampled_from(["the foreman", "rest", "🐺", "x" * 300]).map(Words)
KIND = st.sampled_from(Between)
LOOK, PLACE = st.sampled_from(("", *LOOKS)), st.sampled_from(("", *PLACES))
PART = st.builds(lambda name, look, place, job: Part(0, name, look, place, job=job), WORDS, LOOK, PLACE, WORDS)
DEED = st.one_of(
    st.tuples(st.just(meet), PART),
    st.tuples(st.just(rename), KEY, WORDS),
    st.tuples(st.just(join), KEY, KEY),
    st.tuples(st.just(let_go), KEY),
    st.tuples(st.just(tie), KIND, KEY, KEY),
    st.tuples(st.just(untie), KIND, KEY, KEY),
    st.tuples(st.just(loosen), KEY, KEY, st.integers(0, 4) | st.just(UNKNOWN)),
    st.tuples(st.just(put), KEY, st.integers(-9, 1200), st.integers(-9, 1200)),
    st.tuples(st.just(leave), KEY),
)


def after(deeds: list[Any], found: InnerMap) -> InnerMap:
    """The map after these deeds; what can't be done is left out."""
    for deed, *what in deeds:
        with suppress(UnforcedError):
            found = deed(found, *what, TODAY)
    return found


MAPS = st.lists(DEED, max_size=25).map(lambda deeds: after(deeds, InnerMap()))


def shown(found: InnerMap) -> object:
    """All of a map that somebody sees."""
    return found.parts, found.ties, found.spots, {old: found.now(old) for old in range(1, 30)}


@given(st.lists(DEED, max_size=40))
def test_whatever_is_done_the_map_is_possible_and_goes_back_to_how_it_was_step_by_step(deeds: list[Any]) -> None:
    """Putting one part here and there with nothing between is one step: back is where it was before the first."""
    found, states, moved = InnerMap(), [InnerMap()], 0
    for deed in deeds:
        now = after([deed], found)
        assert possible(now)
        if now != found:
            steps = deed[1] if deed[0] is put else 0
            states = [*states[: -1 if steps and steps == moved else None], now]
            moved = steps
            if steps and len(states) > 1 and shown(states[-2]) == shown(now):
                states, moved = states[:-1], 0
        found = now
    assert len(found.changes) == min(len(states) - 1, MOST_CHANGES)
    for state in reversed(states[:-1]):
        found = undo(found)
        assert shown(found) == shown(state) and possible(found)


def test_the_control_a_way_back_that_forgets_the_ties_would_be_seen() -> None:
    found = after([(meet, Part()), (meet, Part()), (tie, Between.POLARISED, 1, 2), (let_go, 2)], InnerMap())
    lost = found._replace(changes=(*found.changes[:-1], found.changes[-1]._replace(ties=())))
    assert shown(undo(lost)) != shown(undo(found))


@given(MAPS, MAPS)
def test_two_maps_are_joined_without_loss_and_again_changes_nothing(here: InnerMap, other: InnerMap) -> None:
    both = joined(here, other)
    assert possible(both) and joined(both, other) == both and joined(both, both) == both
    assert set(here.parts) <= set(both.parts) and set(here.ties) <= set(both.ties)
    assert set(here.spots) <= set(both.spots) and both.changes == here.changes
    for part in other.parts:
        stands = any(part.told_as(mine) for mine in both.parts)
        assert stands or (part.key not in here.keys and here.now(part.key))
    for each in other.ties:
        one, two = both.now(each.one), both.now(each.other)
        assert one == two or any({one, two} == {mine.one, mine.other} for mine in both.ties)


@given(MAPS)
def test_joined_with_itself_or_with_nothing_it_is_what_it_was(found: InnerMap) -> None:
    assert joined(found, found) == found == joined(found, InnerMap())
    whole = joined(InnerMap(), found)
    assert (whole.parts, whole.ties, whole.spots) == (found.parts, found.ties, found.spots)


def test_two_without_a_name_stay_two_when_they_come_from_elsewhere() -> None:
    here = after([(meet, Part())], InnerMap())
    other = after([(meet, Part())] * 3 + [(tie, Between.POLARISED, 2, 3)], InnerMap())
    both = joined(here, other)
    assert both.keys == {1, 2, 3} and both.ties == (Tie(Between.POLARISED, 2, 3),)


def test_a_part_that_was_told_anew_here_has_the_other_beside_it_and_one_let_go_of_comes_back() -> None:
    home = after([(meet, Part(name=Words("a"))), (meet, Part(name=Words("b"))), (put, 2, 5, 5)], InnerMap())
    here = after([(rename, 1, Words("c")), (let_go, 2)], home)
    both = joined(here, after([(tie, Between.POLARISED, 1, 2)], home))
    assert [part.name for part in both.parts] == [Words("c"), Words("a"), Words("b")]
    assert [part.key for part in both.parts] == [1, 3, 2] and both.ties == (Tie(Between.POLARISED, 1, 2),)
    assert both.spots == (Spot(2, 5, 5),)


def test_a_part_that_comes_beside_another_never_takes_the_key_of_one_still_to_come() -> None:
    here = after([(meet, Part(name=Words("a")))], InnerMap())
    there = after([(meet, Part(name=Words(name))) for name in "xyz"] + [(tie, Between.PROTECTS, 2, 3)], InnerMap())
    both = joined(here, there)
    assert [(part.key, part.name) for part in both.parts] == [
        *((1, Words("a")), (4, Words("x")), (2, Words("y")), (3, Words("z"))),
    ]
    assert both.ties == (Tie(Between.PROTECTS, 2, 3),) and meet(both, Part(), TODAY).parts[-1].key == 5


def test_a_part_that_was_joined_here_stays_joined_and_its_ties_go_along() -> None:
    home = after([(meet, Part(name=Words(name))) for name in "abc"], InnerMap())
    here = after([(join, 1, 2)], home)
    both = joined(here, after([(tie, Between.PROTECTS, 2, 3), (tie, Between.PROTECTS, 1, 2)], home))
    assert both.now(2) == 1 and both.ties == (Tie(Between.PROTECTS, 1, 3),)


def test_no_map_that_changes_could_not_have_led_to_is_possible() -> None:
    found = after([(meet, Part()), (meet, Part()), (tie, Between.POLARISED, 1, 2), (put, 1, 1, 1)], InnerMap())
    change = found.changes[-1]
    impossible: list[dict[str, object]] = [
        {"parts": (Part(0),), "ties": (), "spots": ()},
        {"parts": (Part(LARGEST_KEY + 1),), "ties": (), "spots": ()},
        {"parts": (*found.parts, Part(2))},
        {"parts": (Part(1, look="dragon"), Part(2))},
        {"ties": (Tie(Between.POLARISED, 2, 1),)},
        {"ties": (Tie(Between.POLARISED, 1, 1),)},
        {"ties": (Tie(Between.POLARISED, 1, 3),)},
        {"ties": (Tie(Between.POLARISED, 1, 2, 7),)},
        {"ties": (Tie(Between.POLARISED, 1, 2, MIXED),)},
        {"ties": (Tie(Between.PROTECTS, 1, 2, 3),)},
        {"ties": (Tie(Between.POLARISED, 1, 2), Tie(Between.POLARISED, 1, 2, 3))},
        {"spots": (Spot(3, 0, 0),)},
        {"spots": (Spot(1, 0, 0), Spot(1, 1, 0))},
        {"spots": (Spot(1, -1, 0),)},
        {"spots": (Spot(1, 0, 10**6),)},
        {"next_key": 0},
        {"made": 1},
        {"made": -1, "changes": ()},
        {"next_key": LARGEST_KEY},
        {"parts": (Part(1, seat=-1), Part(2))},
        {"parts": (Part(1, seat=10**6), Part(2))},
        {"changes": (Change(),)},
        {"changes": (change._replace(gone=LAST_DAY + 1),)},
        {"changes": (change._replace(row=-1),)},
        {"changes": (change._replace(ties=(Tie(),)),)},
        {"changes": (change._replace(spotted=(Spot(1, -1, 0),)),)},
        {"changes": (change._replace(parts=(Part(1, place="throat"),)),)},
    ]
    assert possible(found)
    for wrong in impossible:
        assert not possible(found._replace(**wrong)), wrong  # type: ignore[arg-type]
