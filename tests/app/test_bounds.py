"""What stays away, kept once: there in every visit afterwards, and changed only by the person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.adapters.vault.keeping import Place
from tests.app.walks import LIBRARY, TONIGHT, kept_visit, some_way_in_once
from tests.people import CALM, Person, never_any
from unforced.adapters.vault.inside import SealedInside
from unforced.app.bounds import BOUNDS, PURPOSE, away, changed_away, keep_bounds, with_bounds
from unforced.app.documents import FORM
from unforced.app.kept import keep
from unforced.app.past import past
from unforced.domain.answers import Answers, Facts, Never
from unforced.domain.errors import LockedError, NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import Kept, Page
from unforced.domain.visit import Deed, Visit
from unforced.ports import Inside


def without(*never: Never, hand_off: bool = False) -> Visit:
    """A visit in which this was set to stay away."""
    return Visit(answers=Answers(never=frozenset(never)), facts=Facts(hand_off=hand_off))


def test_what_stays_away_is_always_there_in_the_next_visit(place: Place, inside: Inside) -> None:
    keep_bounds(without(Never.BREATH, Never.SOUND, hand_off=True), inside)
    later = with_bounds(Visit(), place.unlocked().inside)
    assert later == without(Never.BREATH, Never.SOUND, hand_off=True)


def test_areas_that_are_left_out_are_left_out_in_the_next_visit_and_come_back_when_they_are_taken_back(
    place: Place, inside: Inside
) -> None:
    keep_bounds(Visit(left_out=frozenset({"legs", "face"})), inside)
    later = with_bounds(Visit(left_out=frozenset({"back"})), place.unlocked().inside)
    assert later.left_out == {"legs", "face", "back"}
    person = Person(LIBRARY.shelf, later).does(Deed.OPEN_DOOR, "settle").takes("muscles_full.shoulders_and_face")
    person.does(Deed.LEAVE_OUT, ())
    kept = with_bounds(Visit(), inside)
    keep_bounds(changed_away(later, person.visit, kept), inside)
    assert with_bounds(Visit(), inside).left_out == {"legs"}
    assert away(later) != away(person.visit) and away(later) == away(replace(later, turn=9))


def test_what_a_turn_changed_about_what_stays_away_leaves_the_rest_of_it() -> None:
    kept = replace(without(Never.BREATH, Never.SOUND), left_out=frozenset({"feet"}))
    before = without(Never.SOUND)
    after = replace(without(Never.TOUCH, hand_off=True), left_out=frozenset({"arms"}))
    changed = changed_away(before, after, kept)
    assert changed == replace(without(Never.BREATH, Never.TOUCH, hand_off=True), left_out=frozenset({"feet", "arms"}))
    assert changed_away(after, after, kept) == kept


def test_breath_kept_away_is_never_offered_in_another_visit_and_without_it_would_be(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH, Never.TOUCH), inside)

    def offers(visit: Visit) -> set[str]:
        person = Person(LIBRARY.shelf, visit).arrives("edge").stays(**CALM)
        return {family for _ in range(9) for family in person.declines().offered}

    assert never_any(offers(with_bounds(Visit(), inside)), "breath", "touch")
    assert offers(Visit()) & {"breath", "touch"}


def test_only_what_stays_away_is_kept_and_nothing_else_of_the_visit(inside: Inside) -> None:
    visit = some_way_in_once()["two_sides_room"]
    keep_bounds(replace(visit, answers=visit.answers._replace(never=frozenset({Never.BODY}))), inside)
    (page,) = inside.open_all().pages
    assert page.document == {"kind": BOUNDS, "form": FORM, "visit": {"answers": {"never": ["body"]}}}
    assert with_bounds(Visit(), inside) == without(Never.BODY)


def test_it_is_one_page_however_often_it_is_set_and_the_same_is_not_kept_twice(inside: Inside) -> None:
    keep_bounds(Visit(), inside)
    assert not inside.open_all().pages, "where nothing stays away there is nothing to keep"
    for never in (Never.BREATH, Never.BREATH, Never.SOUND, Never.SOUND):
        keep_bounds(without(never), inside)
    (page,) = inside.open_all().pages
    assert page.id == inside.name_of(PURPOSE) and page.revision == 2


def test_it_can_be_changed_later_and_taken_back_whole(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH, hand_off=True), inside)
    person = Person(LIBRARY.shelf, with_bounds(Visit(), inside)).does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("sound",))
    keep_bounds(person.visit, inside)
    assert with_bounds(Visit(), inside) == without(Never.SOUND)
    keep_bounds(Visit(), inside)
    assert with_bounds(Visit(), inside) == Visit()


def test_what_a_visit_has_of_its_own_stays_beside_what_was_kept(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH), inside)
    visit = some_way_in_once()["two_sides"]
    mine = replace(visit, answers=visit.answers._replace(never=frozenset({Never.SOUND})))
    both = with_bounds(mine, inside)
    assert both.answers.never == {Never.BREATH, Never.SOUND}
    assert replace(both, answers=mine.answers) == mine


def test_where_nothing_was_kept_a_visit_is_as_it_is(inside: Inside) -> None:
    visit = without(Never.IMAGERY)
    assert with_bounds(visit, inside) is visit


def test_it_is_no_visit_of_the_past(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH), inside)
    keep(kept_visit(some_way_in_once()["curious"]), inside, TONIGHT)
    shelf = past(inside, LIBRARY)
    assert len(shelf.entries) == 1 and shelf.damaged == 0


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"kind": BOUNDS, "form": FORM + 1, "visit": {}}, NewerFormatError),
        ({"kind": BOUNDS, "visit": {}}, PageDamagedError),
        ({"kind": BOUNDS, "form": FORM}, PageDamagedError),
        ({"kind": BOUNDS, "form": FORM, "visit": {"answers": {"never": ["light"]}}}, PageDamagedError),
    ],
)
def test_one_that_cannot_be_read_never_counts_as_empty_and_is_never_written_over(
    inside: Inside, document: dict[str, object], error: type[Exception]
) -> None:
    name = inside.name_of(PURPOSE)
    inside.keep(Page(name, 0, document))
    with pytest.raises(error):
        with_bounds(Visit(), inside)
    with pytest.raises(error):
        keep_bounds(without(Never.BREATH), inside)
    assert inside.open(name).document == document


def test_a_damaged_page_never_counts_as_empty(place: Place, inside: Inside) -> None:
    keep_bounds(without(Never.BREATH), inside)
    place.put(inside.open(inside.name_of(PURPOSE)), b"")
    for deed in (with_bounds, keep_bounds):
        with pytest.raises(PageDamagedError):
            deed(Visit(), inside)


def test_forgotten_now_it_can_be_set_anew_and_while_it_leaves_it_still_holds(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH), inside)
    inside.forget(inside.name_of(PURPOSE))
    assert with_bounds(Visit(), inside) == without(Never.BREATH)
    with pytest.raises(NothingKeptError):
        keep_bounds(without(Never.SOUND), inside)
    inside.forget_now(inside.name_of(PURPOSE))
    assert with_bounds(Visit(), inside) == Visit()
    keep_bounds(without(Never.SOUND), inside)
    assert with_bounds(Visit(), inside) == without(Never.SOUND)


def test_set_in_two_windows_at_once_the_later_always_holds_and_nothing_lies_about(inside: Inside) -> None:
    keep_bounds(without(Never.BREATH), inside)

    class Elsewhere(SealedInside):
        """The same pages, where another window always keeps something just before."""

        def __init__(self, times: int) -> None:
            self.__dict__.update(inside.__dict__)
            self.times = times

        def keep(self, page: Page) -> Kept:
            if self.times:
                self.times -= 1
                keep_bounds(without(list(Never)[self.times]), inside)
            return super().keep(page)

    keep_bounds(without(Never.SOUND), Elsewhere(3))
    assert with_bounds(Visit(), inside) == without(Never.SOUND)
    assert [page.id for page in inside.open_all().pages] == [inside.name_of(PURPOSE)]


def test_locked_it_is_neither_read_nor_set(place: Place) -> None:
    vault = place.begun()
    inside = vault.inside
    vault.lock()
    for deed in (with_bounds, keep_bounds):
        with pytest.raises(LockedError):
            deed(without(Never.BREATH), inside)
