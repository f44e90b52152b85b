"""The keeper over a vault in memory, with clocks that a test moves: idle and sleep lock it, nothing unsealed goes."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.adapters.vault.keeping import MINE
from tests.web.keeping_house import House
from unforced.adapters.library import FileLibrary
from unforced.app.watch import IDLE
from unforced.domain.errors import LockedError, NoSpaceError
from unforced.domain.page import Page
from unforced.ports import Inside
from unforced.web.memory import Draft, Ending, Held
from unforced.web.turns import Form, take


@pytest.fixture
def house(library: FileLibrary) -> House:
    """Somebody's keeper, at night."""
    return House(library)


def test_nobody_for_ten_minutes_locks_it(house: House) -> None:
    house.clocks.pass_by(IDLE - 1)
    house.keeper.somebody_is_there()
    assert house.keeper.is_open(house.session)  # the control
    house.clocks.pass_by(IDLE + 1)
    house.keeper.somebody_is_there()
    assert not house.keeper.is_open(house.session)
    with pytest.raises(LockedError):
        house.keeper.inside(house.session)


def test_after_sleep_it_is_locked_before_the_first_page_is_shown(house: House) -> None:
    name, _ = house.kept()
    house.clocks.sleep(60)
    house.keeper.somebody_is_there()
    assert not house.keeper.is_open(house.session)
    assert name not in house.session.visits
    assert house.session.resting[name]


def test_help_after_sleep_never_hides_that_it_slept(house: House) -> None:
    house.clocks.sleep(60)
    house.keeper.seen()
    house.keeper.somebody_is_there()
    assert not house.keeper.is_open(house.session)


def test_locked_it_is_never_open_in_any_browser(house: House) -> None:
    other = house.browser()
    house.keeper.opened_by(other)
    house.keeper.lock()
    assert not house.keeper.is_open(house.session)
    assert not house.keeper.is_open(other)


def test_a_browser_that_didnt_open_it_never_looks_inside(house: House) -> None:
    other = house.browser()
    assert not house.keeper.is_open(other)
    with pytest.raises(LockedError):
        house.keeper.inside(other)
    assert house.keeper.inside(house.session)  # the control


def test_locking_puts_what_is_sealed_to_rest_and_keeps_what_isnt(house: House) -> None:
    sealed, held = house.kept()
    loose = house.memory.keep(house.session, house.visit("not kept"))
    assert held.kept is not None
    unsealed = house.memory.keep(house.session, replace(held, kept=held.kept._replace(sealed=False)))
    house.keeper.lock(idle=True)
    assert set(house.session.visits) == {loose, unsealed}
    assert house.session.resting[sealed] == held.kept.name


def over(house: House, held: Held) -> Held:
    """The visit, ended and not decided about."""
    return take(held, Form(turn=held.visit.turn, choice="stop"), house.library, "GB")


def test_what_wasnt_decided_is_forgotten_when_nobody_is_there_and_not_by_hand(house: House) -> None:
    name = house.memory.keep(house.session, over(house, house.visit()))
    house.keeper.lock()
    assert house.session.visits[name].ending is Ending.ASK  # the control
    house.keeper.lock(idle=True)
    assert house.session.visits[name].before is None
    assert house.session.visits[name].ending is Ending.GONE


def test_a_kept_visit_that_is_over_rests_when_nobody_is_there(house: House) -> None:
    name = house.memory.keep(house.session, over(house, house.kept()[1]))
    house.keeper.lock(idle=True)
    assert name not in house.session.visits
    assert house.session.resting[name]


def test_a_kept_visit_whose_last_turn_isnt_sealed_is_asked_about_and_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, held = house.kept()
    full(house, monkeypatch)
    ended = over(house, house.keeper.seal_again(held, house.session))
    name = house.memory.keep(house.session, ended)
    house.keeper.lock()
    assert house.session.visits[name].before is not None


def full(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full from here on."""

    def refuse(self: Inside, page: Page) -> None:
        raise NoSpaceError("full")

    monkeypatch.setattr(type(house.vault.inside), "keep", refuse)


def test_on_a_full_disk_a_turn_stays_in_memory_says_so_and_is_sealed_once_there_is_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, held = house.kept()
    written = replace(held, draft=Draft("kinds/", "typed on a full disk"))
    with monkeypatch.context() as meanwhile:
        full(house, meanwhile)
        after = house.keeper.seal_again(written, house.session)
        assert after.note == "no_space"
        assert after.kept is not None
        assert not after.kept.sealed
        assert after.draft.words == "typed on a full disk"
    later = house.keeper.seal_again(after, house.session)
    assert later.kept is not None
    assert later.kept.sealed
    assert house.keeper.wake(later.kept.name, house.session, house.library.shelf).draft.words == "typed on a full disk"


def test_forgotten_elsewhere_a_turn_stays_in_memory_and_can_be_kept_as_another_page(house: House) -> None:
    _, held = house.kept()
    assert held.kept is not None
    house.vault.inside.forget_now(held.kept.name)
    after = house.keeper.seal_again(held, house.session)
    assert after.note == "forgotten_elsewhere"
    assert after.kept is not None
    assert after.kept.lost
    anew = house.keeper.seal(after, house.session)
    assert anew.kept is not None
    assert anew.kept.name not in ("", held.kept.name)
    assert not anew.kept.lost


@pytest.mark.parametrize("safety", [0, 1])
def test_where_somebody_could_see_nothing_more_is_ever_sealed(safety: int, house: House) -> None:
    _, held = house.kept()
    assert held.kept is not None
    seen = replace(held, visit=replace(held.visit, answers=held.visit.answers._replace(safety=safety)))
    after = house.keeper.seal_again(seen, house.session)
    assert after.kept is not None
    assert after.kept.lost
    assert house.vault.inside.open(held.kept.name).revision == held.kept.revision


def test_locking_while_turns_are_sealed_loses_none(house: House) -> None:
    """The watcher and somebody's turns at the same time: each turn is sealed, or stays and says so."""
    stop = threading.Event()

    def watching() -> None:
        while not stop.is_set():
            house.keeper.lock(idle=True)
            house.vault.unlock(MINE)
            house.keeper.opened_by(house.session)

    watcher = threading.Thread(target=watching)
    watcher.start()
    for number in range(200):
        with house.memory.lock:
            held = house.keeper.seal_again(held_with(house, number), house.session)
            name = house.memory.keep(house.session, held)
        with house.memory.lock:
            assert name in house.session.visits or name in house.session.resting
    stop.set()
    watcher.join()
    assert not house.vault.inside.open_all().damaged


def held_with(house: House, number: int) -> Held:
    """A visit as if it had been kept before, with something typed."""
    try:
        held = house.keeper.seal(house.visit(), house.session)
    except LockedError:
        return house.visit()
    return replace(held, draft=Draft("kinds/", f"turn {number}"))
