"""A visit that is kept: sealed as it is, there afterwards, gone on with, and never lost to another window."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.adapters.vault.keeping import Place
from tests.app.walks import HOME, LIBRARY, TONIGHT, kept_visit, some_way_in_once, walked
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.kept import KeptVisit, go_on, keep, written
from unforced.domain.errors import LockedError, NothingKeptError
from unforced.domain.resting import LATER, SAME_MOMENT, goes_on
from unforced.domain.visit import Phase, Visit
from unforced.ports import Inside

CURIOUS = some_way_in_once()["curious"]


def after(minutes: float) -> datetime:
    """So many minutes after tonight."""
    return TONIGHT + timedelta(minutes=minutes)


def test_a_kept_visit_is_there_exactly_whenever_the_vault_is_opened_again(place: Place, inside: Inside) -> None:
    visits = (*some_way_in_once().values(), *walked()[::211])
    names = [keep(kept_visit(visit), inside, TONIGHT).name for visit in visits]
    again = place.unlocked().inside
    for name, visit in zip(names, visits, strict=True):
        gone_on = go_on(name, again, after(1), LIBRARY.shelf)
        assert gone_on == KeptVisit(visit, TONIGHT, TONIGHT, name=name, revision=1)


def test_a_visit_kept_again_is_the_next_revision_of_the_same_page(inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, TONIGHT)
    second = keep(replace(first, visit=replace(CURIOUS, turn=99)), inside, after(5))
    assert (first.name, first.revision) == (second.name, second.revision - 1)
    assert second.began == TONIGHT and second.changed == after(5)
    assert [page.id for page in inside.open_all().pages] == [second.name]
    assert go_on(second.name, inside, after(6)) == second


def test_two_windows_on_one_visit_lose_nothing_and_the_later_one_stands_beside(inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, TONIGHT)
    here = keep(replace(first, draft="typed here"), inside, after(1))
    there = keep(replace(first, draft="typed there"), inside, after(2))
    assert here.name == first.name and here.copy_of == ""
    assert there.name != first.name and there.copy_of == first.name and there.revision == 1
    assert go_on(here.name, inside, after(3)).draft == "typed here"
    assert go_on(there.name, inside, after(3)) == there
    on_and_on = keep(replace(there, draft="and on"), inside, after(4))
    assert (on_and_on.name, on_and_on.revision, on_and_on.copy_of) == (there.name, 2, first.name)
    assert len(inside.open_all().pages) == 2


def test_overwriting_by_name_alone_would_have_lost_one_of_them(inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, TONIGHT)
    keep(replace(first, draft="typed here"), inside, after(1))
    newest = inside.open(first.name).revision
    keep(replace(first, revision=newest, draft="typed there"), inside, after(2))
    assert [page.document["draft"] for page in inside.open_all().pages] == [
        {"screen": "", "words": "typed there", "picks": []}
    ]


def test_a_visit_forgotten_meanwhile_is_not_kept_again_and_stays_in_hand(inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, TONIGHT)
    inside.forget(first.name)
    with pytest.raises(NothingKeptError):
        keep(first, inside, after(1))
    inside.take_back(first.name)
    assert keep(first, inside, after(2)).revision == 2
    inside.forget_now(first.name)
    with pytest.raises(NothingKeptError):
        keep(replace(first, revision=2), inside, after(3))
    assert keep(replace(first, name="", revision=0), inside, after(4)).revision == 1


def test_a_locked_vault_keeps_and_opens_nothing(vault: SealedVault, inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, TONIGHT)
    vault.lock()
    with pytest.raises(LockedError):
        keep(first, inside, TONIGHT)
    with pytest.raises(LockedError):
        go_on(first.name, inside, TONIGHT)


@pytest.mark.parametrize(("minutes", "asked"), [(0, SAME_MOMENT), (30, SAME_MOMENT), (31, LATER), (-1, LATER)])
def test_going_on_asks_anew_only_when_time_has_passed(inside: Inside, minutes: int, asked: float) -> None:
    name = keep(kept_visit(CURIOUS), inside, TONIGHT).name
    assert go_on(name, inside, after(minutes)).visit == goes_on(CURIOUS, asked)
    assert go_on(name, inside, after(minutes).astimezone(UTC)).visit == goes_on(CURIOUS, asked)
    assert go_on(name, inside, TONIGHT).visit == CURIOUS, "opening it changed nothing"


def test_time_passes_from_when_it_was_changed_not_from_when_it_began(inside: Inside) -> None:
    first = keep(kept_visit(CURIOUS), inside, after(120))
    assert go_on(first.name, inside, after(140)).visit == CURIOUS
    assert go_on(first.name, inside, after(160)).visit != CURIOUS


def test_the_night_it_was_is_told_by_the_clock_it_was_kept_by(inside: Inside) -> None:
    far = timezone(timedelta(hours=-9, minutes=-30))
    name = keep(kept_visit(CURIOUS, TONIGHT.astimezone(far)), inside, TONIGHT.astimezone(far)).name
    began = go_on(name, inside, after(2).astimezone(HOME)).began
    assert began == TONIGHT and began.utcoffset() == far.utcoffset(None)


DRAFTS = [
    {"draft": "typed, and not sent", "screen": "kinds"},
    {"draft": "a\x00b \x1b[2J 🌧\n\n", "screen": "staying", "picks": ("numb", "memory")},
    {"picks": ("numb",)},
    {"draft": "long " * 50_000},
]


@pytest.mark.parametrize("typed", DRAFTS)
def test_what_was_typed_and_not_sent_is_always_kept_as_it_is(inside: Inside, typed: dict[str, Any]) -> None:
    kept = keep(kept_visit(CURIOUS, **typed), inside, TONIGHT)
    assert go_on(kept.name, inside, after(1)) == replace(kept_visit(CURIOUS, **typed), name=kept.name, revision=1)


def test_a_kept_visit_never_prints_its_words() -> None:
    kept = kept_visit(CURIOUS, draft="canary", name="ab" * 16, revision=4)
    assert repr(kept) == "<kept visit, revision 4>" and "canary" in json.dumps(written(kept))


def test_a_name_under_which_there_is_nothing_opens_nothing(inside: Inside) -> None:
    for name in ("ab" * 16, "", "../x", "zz"):
        with pytest.raises(NothingKeptError):
            go_on(name, inside, TONIGHT)


def test_a_visit_in_a_practice_that_is_gone_goes_on_without_it(inside: Inside) -> None:
    inside_one = Visit(phase=Phase.PRACTICE, practice="breath.gone", door="settle")
    name = keep(kept_visit(inside_one), inside, TONIGHT).name
    assert go_on(name, inside, after(1)).visit == inside_one
    assert go_on(name, inside, after(1), LIBRARY.shelf).visit == goes_on(inside_one, LATER)
