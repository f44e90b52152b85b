"""The inner map: only what the person said is on it, every deed has a way back, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from unforced.domain.answers import MIXED, UNKNOWN, Level
from unforced.domain.errors import (
    NoLongerThereError,
    NothingKeptError,
    OneAndTheSameError,
    OutOfPlaceError,
    UnusableAnswerError,
)
from unforced.domain.inner_map import DEEPEST, SPAN, WIDTH, Happened, InnerMap, Spot
from unforced.domain.map_changes import (
    MOST_CHANGES,
    forget_change,
    join,
    leave,
    let_go,
    loosen,
    meet,
    put,
    rename,
    retell,
    tie,
    undo,
    untie,
)
from unforced.domain.page import UNDO_DAYS
from unforced.domain.part import LOOKS, MANNERS, PLACES, Part, Role
from unforced.domain.ties import Between, Tautness, Tie, circles, tied
from unforced.domain.words import Words

TODAY = 739_900
POLARISED, PROTECTS = Between.POLARISED, Between.PROTECTS


def with_parts(*names: str | None) -> InnerMap:
    """A map with parts of these names, keys from 1."""
    found = InnerMap()
    for name in names:
        found = meet(found, Part(name=Words(name) if name else None), TODAY)
    return found


def test_a_part_comes_with_what_was_said_of_it_and_nothing_else() -> None:
    found = meet(InnerMap(), Part(look="wall", place="chest", job=Words("keeps people out")), TODAY)
    told = Part(1, None, "wall", "chest", Role.UNSAID, "", Words("keeps people out"))
    assert found.part(1) == told._replace(seat=found.part(1).seat)
    assert found.parts == (found.part(1),) and not found.ties and not found.spots


def test_two_of_one_name_and_two_of_none_are_four() -> None:
    found = with_parts("the guard", "the guard", None, None)
    assert [part.key for part in found.parts] == [1, 2, 3, 4]


def test_a_key_is_never_given_again() -> None:
    found = let_go(with_parts("a", "b"), 2, TODAY)
    assert meet(found, Part(), TODAY).parts[-1].key == 3
    assert meet(undo(with_parts("a", "b")), Part(), TODAY).parts[-1].key == 3
    forgotten = join(with_parts("a", "b"), 1, 2, TODAY)._replace(changes=(), next_key=1)
    assert meet(forgotten, Part(), TODAY).parts[-1].key == 3, "what was joined keeps its key"


def test_keys_of_two_peoples_maps_are_far_apart() -> None:
    found = meet(with_parts("from elsewhere"), Part(), TODAY, base=7 * SPAN)
    assert found.parts[-1].key == 7 * SPAN + 1
    assert meet(found, Part(), TODAY, base=7 * SPAN).parts[-1].key == 7 * SPAN + 2


def test_a_part_is_renamed_and_left_without_a_name() -> None:
    found = rename(with_parts("a"), 1, Words("the foreman"), TODAY)
    assert found.part(1).name == Words("the foreman")
    assert rename(found, 1, None, TODAY).part(1).name is None


def test_what_a_part_told_is_told_anew_a_thing_at_a_time() -> None:
    found = retell(with_parts("a"), 1, TODAY, place="jaw", role="protector")
    assert found.part(1).role is Role.PROTECTOR
    found = retell(found, 1, TODAY, fear=Words("that I'd stop"), manner="critic", look="dusk")
    told = found.part(1)
    assert (told.place, told.role, told.manner, told.look) == ("jaw", "protector", "critic", "dusk")
    assert told.fear == Words("that I'd stop") and told.name == Words("a")


@pytest.mark.parametrize(
    "told",
    [
        {"look": "dragon"},
        {"place": "throat"},
        {"place": "pelvis"},
        {"role": "exile"},
        {"manner": "evil"},
        {"name": "a"},
        {"job": 3},
        {"key": 9},
        {"seat": 9},
        {"age": Words("six")},
    ],
)
def test_what_is_no_answer_is_refused_and_the_map_is_as_it_was(told: dict[str, object]) -> None:
    found = with_parts("a")
    with pytest.raises(UnusableAnswerError):
        retell(found, 1, TODAY, **told)
    assert found == with_parts("a")


def test_whoever_comes_goes_or_is_told_anew_moves_nobody_else() -> None:
    found = InnerMap()
    for place in [*PLACES, *PLACES, *PLACES[:6]]:
        found = meet(found, Part(place=place), TODAY)
    assert len(found.seats) == len(found.parts) == 46
    deeds: list[Callable[[], InnerMap]] = [
        lambda: let_go(found, 9, TODAY),
        lambda: join(found, 3, 9, TODAY),
        lambda: retell(found, 9, TODAY, place="feet"),
        lambda: retell(found, 9, TODAY, look="fog"),
        lambda: meet(found, Part(place="head"), TODAY),
    ]
    before = {part.key: part.seat for part in found.parts if part.key != 9}
    for deed in deeds:
        after = {part.key: part.seat for part in deed().parts if part.key != 9}
        assert before.items() <= after.items() and len(deed().seats) == len(deed().parts)
    assert retell(found, 9, TODAY, look="fog").part(9).seat == found.part(9).seat
    few = with_parts("a", "b")
    moved = retell(few, 2, TODAY, place="feet")
    assert moved.part(2).seat != few.part(2).seat, "the control"
    assert undo(moved) == few._replace(made=few.made + 1)


def test_exile_is_never_a_role_and_no_field_holds_an_age_or_an_origin() -> None:
    every = {*Part._fields, *(role.value for role in Role), *MANNERS, *LOOKS, *PLACES}
    assert not every & {"exile", "age", "origin", "memory", "child", "young", "wound"}
    assert every & {"protector"}, "the control: what is there is found"


def test_an_unusable_part_never_comes_to_the_map() -> None:
    with pytest.raises(UnusableAnswerError):
        meet(InnerMap(), Part(look="dragon"), TODAY)


def test_joined_they_keep_one_key_and_the_words_of_both() -> None:
    found = with_parts("the foreman", "the boss", "rest")
    found = retell(found, 1, TODAY, job=Words("drives on"), look="wire")
    found = retell(found, 2, TODAY, job=Words("keeps the pace"), fear=Words("stopping"), place="jaw", look="dog")
    found = retell(found, 2, TODAY, role=Role.PROTECTOR, manner="striver")
    for one, other in ((2, 3), (1, 2)):
        found = tie(found, POLARISED, one, other, TODAY)
    found = loosen(tie(found, PROTECTS, 2, 3, TODAY), 2, 3, 4, TODAY)
    found = join(put(found, 2, 10, 10, TODAY), 1, 2, TODAY)
    whole = found.part(1)
    assert whole.name == Words("the foreman\nthe boss") and whole.job == Words("drives on\nkeeps the pace")
    assert (whole.fear, whole.place, whole.look) == (Words("stopping"), "jaw", "wire")
    assert (whole.role, whole.manner) == (Role.PROTECTOR, "striver")
    assert found.ties == (Tie(POLARISED, 1, 3, 4, (Tautness(TODAY, 4),)), Tie(PROTECTS, 1, 3)) and not found.spots
    assert found.now(2) == 1 and found.keys == {1, 3}


def test_joined_with_the_same_words_they_stand_once_and_the_kept_ones_line_stays() -> None:
    found = with_parts("a", "a", "b")
    found = loosen(tie(found, POLARISED, 1, 3, TODAY), 1, 3, 0, TODAY)
    found = loosen(tie(found, POLARISED, 2, 3, TODAY), 2, 3, 4, TODAY)
    for kept, other, taut in ((1, 2, 0), (2, 1, 4)):
        now = join(found, kept, other, TODAY)
        assert now.part(kept).name == Words("a")
        assert now.ties == (Tie(POLARISED, kept, 3, taut, (Tautness(TODAY, taut),)),)


def test_what_was_kept_of_a_joined_one_finds_it_as_far_as_it_went() -> None:
    found = join(join(with_parts("a", "b", "c"), 2, 3, TODAY), 1, 2, TODAY)
    assert (found.now(3), found.now(2), found.now(1), found.now(9)) == (1, 1, 1, 0)
    assert let_go(found, 1, TODAY).now(3) == 0
    assert undo(found).now(3) == 2 and undo(undo(found)).now(3) == 3
    assert InnerMap(into=((1, 2), (2, 1))).now(1) == 0


def test_a_part_is_let_go_of_with_what_was_between() -> None:
    found = put(tie(with_parts("a", "b"), POLARISED, 1, 2, TODAY), 2, 1, 1, TODAY)
    found = let_go(found, 2, TODAY)
    assert found.keys == {1} and not found.ties and not found.spots and not found.ties_of(1)


def test_a_polarity_has_no_order_and_protecting_has() -> None:
    found = tie(tie(with_parts("a", "b"), POLARISED, 2, 1, TODAY), PROTECTS, 2, 1, TODAY)
    assert found.ties == (Tie(POLARISED, 1, 2), Tie(PROTECTS, 2, 1)) == found.ties_of(1)
    assert tie(found, POLARISED, 1, 2, TODAY) == found, "said twice is said once"
    assert found.tie(POLARISED, 2, 1) == found.ties[0]
    assert untie(found, POLARISED, 2, 1, TODAY).ties == (Tie(PROTECTS, 2, 1),)
    with pytest.raises(NoLongerThereError):
        untie(found, PROTECTS, 1, 2, TODAY)


@pytest.mark.parametrize("kind", list(Between))
def test_a_part_is_never_tied_to_itself_nor_joined_with_itself(kind: Between) -> None:
    found = with_parts("a", "b")
    deeds: list[Callable[[], InnerMap]] = [lambda: tie(found, kind, 1, 1, TODAY), lambda: join(found, 1, 1, TODAY)]
    for refused in deeds:
        with pytest.raises(OneAndTheSameError):
            refused()
    assert tie(found, kind, 1, 2, TODAY).ties and join(found, 1, 2, TODAY) != found, "the control"


def test_a_line_is_loosened_and_tightened_as_the_person_says() -> None:
    found = tie(with_parts("a", "b"), POLARISED, 1, 2, TODAY)
    levels: tuple[Level, ...] = (4, 0, UNKNOWN)
    for taut in levels:
        found = loosen(found, 2, 1, taut, TODAY)
        said = () if taut is UNKNOWN else (Tautness(TODAY, int(str(taut))),)
        assert found.ties == (Tie(POLARISED, 1, 2, taut, said),)
    unusable: tuple[Level, ...] = (5, -1, MIXED, True)
    for taut in unusable:
        with pytest.raises(UnusableAnswerError):
            loosen(found, 1, 2, taut, TODAY)
    with pytest.raises(NoLongerThereError):
        loosen(with_parts("a", "b"), 1, 2, 2, TODAY)


def test_only_a_polarity_is_taut() -> None:
    assert tied(PROTECTS, 2, 1, 4) == Tie(PROTECTS, 2, 1)


def test_protecting_round_in_a_circle_is_kept_and_found_once() -> None:
    found = with_parts("a", "b", "c", "d", "e")
    for one, other in ((1, 2), (2, 3), (3, 1), (4, 1), (4, 5), (5, 4), (3, 4)):
        found = tie(found, PROTECTS, one, other, TODAY)
    assert set(circles(found.ties)) == {(1, 2, 3), (4, 5)}
    assert circles(tie(with_parts("a", "b"), POLARISED, 1, 2, TODAY).ties) == ()
    assert circles(tie(with_parts("a", "b"), PROTECTS, 1, 2, TODAY).ties) == ()


def test_a_part_is_put_somewhere_by_hand_and_left_to_the_layout_again() -> None:
    found = put(with_parts("a", "b"), 1, 400, 12, TODAY)
    assert found.spot(1) == Spot(1, 400, 12) and found.spot(2) is None
    found = put(found, 1, -5, 10**9, TODAY)
    assert found.spot(1) == Spot(1, 0, DEEPEST) and put(found, 1, WIDTH + 1, 0, TODAY).spot(1) == Spot(1, WIDTH, 0)
    assert leave(found, 1, TODAY).spots == () and leave(with_parts("a"), 1, TODAY) == with_parts("a")
    with pytest.raises(UnusableAnswerError):
        put(found, 1, 0.5, 0, TODAY)  # type: ignore[arg-type]


def test_what_was_let_go_of_in_another_window_is_never_changed_and_the_error_holds_no_words() -> None:
    found = let_go(with_parts("the foreman", "b"), 1, TODAY)
    deeds: list[Callable[[], InnerMap]] = [
        lambda: rename(found, 1, Words("secret"), TODAY),
        lambda: retell(found, 1, TODAY, job=Words("secret")),
        lambda: let_go(found, 1, TODAY),
        lambda: tie(found, POLARISED, 2, 1, TODAY),
        lambda: join(found, 2, 1, TODAY),
        lambda: put(found, 1, 0, 0, TODAY),
        lambda: leave(found, 1, TODAY),
    ]
    for deed in deeds:
        with pytest.raises(NothingKeptError) as error:
            deed()
        assert "secret" not in str(error.value) and error.value.code == "no_longer_there"


def test_ten_thousand_letters_and_pictures_are_kept_whole() -> None:
    long = Words("🐺" * 10_000)
    assert rename(with_parts("a"), 1, long, TODAY).part(1).name == long
    assert "🐺" not in repr(rename(with_parts("a"), 1, long, TODAY))


def test_every_change_is_taken_back_last_first() -> None:
    found = with_parts("a", "b")
    found = rename(found, 1, Words("c"), TODAY)
    found = undo(found, found.changes[-1].number)
    assert found.part(1).name == Words("a") and [change.what for change in found.changes] == [Happened.MET] * 2
    assert not undo(undo(found)).parts
    with pytest.raises(NoLongerThereError):
        undo(InnerMap())


def test_an_old_page_never_takes_back_another_change_than_it_showed() -> None:
    found = rename(with_parts("a"), 1, Words("b"), TODAY)
    shown = found.changes[-1].number
    later = rename(undo(found), 1, Words("c"), TODAY)
    with pytest.raises(OutOfPlaceError):
        undo(later, shown)
    assert undo(later).part(1).name == Words("a")


def test_a_change_can_be_taken_back_for_seven_days_and_then_its_words_are_gone() -> None:
    found = rename(with_parts("the foreman"), 1, Words("b"), TODAY + 1)
    assert found.on(TODAY + UNDO_DAYS - 1) == found
    found = found.on(TODAY + UNDO_DAYS)
    assert [change.what for change in found.changes] == [Happened.RENAMED]
    assert not found.on(TODAY + 1 + UNDO_DAYS).changes and found.on(TODAY + 1 + UNDO_DAYS).keys == {1}


def test_with_a_clock_that_goes_back_nothing_older_outlives_what_has_gone() -> None:
    found = rename(with_parts("a"), 1, Words("b"), TODAY - 3)
    assert not found.on(TODAY + UNDO_DAYS - 3).changes


def test_forgetting_a_change_now_leaves_nothing_of_it_nor_of_what_was_before() -> None:
    found = rename(with_parts("a", "b"), 1, Words("c"), TODAY)
    found = rename(let_go(found, 2, TODAY), 1, Words("d"), TODAY)
    found = forget_change(found, found.changes[-2].number)
    assert [change.what for change in found.changes] == [Happened.RENAMED]
    assert undo(found).part(1).name == Words("c") and undo(found).keys == {1}
    with pytest.raises(NoLongerThereError):
        forget_change(found, 1)


def test_what_changes_nothing_leaves_nothing_to_take_back() -> None:
    found = with_parts("a")
    assert rename(found, 1, Words("a"), TODAY) == found


def test_of_very_many_changes_the_oldest_are_done_for_good() -> None:
    found = with_parts("a")
    for number in range(MOST_CHANGES + 5):
        found = rename(found, 1, Words(str(number)), TODAY)
    assert len(found.changes) == MOST_CHANGES and undo(found).part(1).name == Words(str(MOST_CHANGES + 3))


def test_small_steps_of_one_part_are_one_change_and_one_undo_brings_back_where_it_was_before_them() -> None:
    before = put(with_parts("a", "b"), 1, 500, 500, TODAY - 1)
    found = before
    for step in range(1, MOST_CHANGES + 5):
        found = put(found, 1, 500 + step, 500, TODAY)
    assert [change.what for change in found.changes] == [Happened.MET, Happened.MET, Happened.PUT, Happened.PUT]
    assert undo(found).spots == (Spot(1, 500, 500),) and undo(undo(found)).spots == ()
    with pytest.raises(OutOfPlaceError):
        undo(found, before.changes[-1].number + 1)


def test_small_steps_never_push_a_let_go_out_of_what_can_be_taken_back() -> None:
    found = let_go(with_parts("the foreman", "b"), 1, TODAY)
    for step in range(MOST_CHANGES + 5):
        found = put(found, 2, step, 0, TODAY)
    assert undo(undo(found)).keys == {1, 2}


def test_the_control_as_many_changes_of_another_kind_do_push_it_out() -> None:
    found = let_go(with_parts("the foreman", "b"), 1, TODAY)
    for step in range(MOST_CHANGES):
        found = rename(found, 2, Words(str(step)), TODAY)
    assert all(change.what is Happened.RENAMED for change in found.changes)


def test_steps_with_another_part_or_another_deed_or_a_night_between_are_changes_of_their_own() -> None:
    found = put(put(put(with_parts("a", "b"), 1, 1, 1, TODAY), 2, 2, 2, TODAY), 1, 3, 3, TODAY)
    assert undo(found).spot(1) == Spot(1, 1, 1)
    found = put(rename(found, 1, Words("c"), TODAY), 1, 4, 4, TODAY)
    assert undo(found).spot(1) == Spot(1, 3, 3)
    assert undo(put(found, 1, 5, 5, TODAY + 1)).spot(1) == Spot(1, 4, 4)


def test_a_part_that_is_back_where_it_was_leaves_nothing_to_take_back() -> None:
    there = put(with_parts("a"), 1, 5, 5, TODAY - 1)
    assert put(put(there, 1, 6, 5, TODAY), 1, 5, 5, TODAY) == there._replace(made=there.made + 1)
    assert put(InnerMap(parts=there.parts), 1, 6, 5, TODAY).changes
