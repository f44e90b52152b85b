"""Guessing is slow: five tries are free, and neither a restart nor a clock that was set makes the next one free."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from tests.adapters.vault.keeping import (
    DAY,
    MINE,
    NEXT,
    WRONG,
    Place,
    at_once,
    documents,
    kept,
)
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.errors import (
    KeyDoesNotFitError,
    WaitError,
)
from unforced.domain.passphrase import Passphrase


def tried(place: Place, times: int) -> None:
    """So many tries with a wrong passphrase, the program started anew for each."""
    for _ in range(times):
        with pytest.raises(KeyDoesNotFitError):
            place.vault().unlock(WRONG)


def left(place: Place, passphrase: Passphrase = MINE) -> int:
    """The seconds that somebody is told to wait."""
    with pytest.raises(WaitError) as waiting:
        place.vault().unlock(passphrase)
    return waiting.value.seconds


def test_five_tries_are_free_and_then_even_the_right_passphrase_waits_across_a_restart(place: Place) -> None:
    place.begun()
    tried(place, 5)
    assert left(place) == 30
    place.now += 29
    assert left(place) == 1
    place.now += 1
    place.unlocked(MINE)
    tried(place, 5)  # whoever got in has five again


def test_a_try_without_an_end_still_counts(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.begun()

    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("unforced.adapters.vault.keyhole.open_lock", ended)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                place.vault().unlock(WRONG)
    assert left(place) == 30


def test_each_further_try_waits_twice_as_long_up_to_a_quarter_of_an_hour_and_an_hour_forgets(place: Place) -> None:
    place.begun()
    tried(place, 5)
    waits = []
    for _ in range(7):
        waits.append(left(place))
        place.now += waits[-1]
        tried(place, 1)
    assert waits == [30, 60, 120, 240, 480, 900, 900]
    place.now += 3600
    tried(place, 5)
    assert left(place) == 30


@pytest.mark.parametrize("back", [1, 3600, 400 * DAY])
def test_a_clock_set_back_never_makes_the_wait_longer_and_never_ends_it(place: Place, back: int) -> None:
    place.begun()
    tried(place, 5)
    place.now -= back
    assert left(place) == 30
    place.now += 30
    place.unlocked(MINE)


def test_tries_at_changing_the_passphrase_count_as_well(place: Place) -> None:
    vault = place.begun()
    for _ in range(5):
        with pytest.raises(KeyDoesNotFitError):
            vault.change_passphrase(WRONG, NEXT)
    with pytest.raises(WaitError):
        vault.change_passphrase(MINE, NEXT)
    assert left(place) == 30


def test_waiting_never_stops_whoever_is_inside_or_has_the_code(place: Place) -> None:
    vault = place.begun()
    tried(place, 6 - 1)
    kept(vault, words="mine")
    other = place.vault()
    other.recover(place.code, NEXT)
    assert documents(other) == [{"words": "mine"}]
    place.unlocked(NEXT)


def test_of_twenty_four_that_guess_at_once_five_are_tried_and_each_is_counted(filed: Place) -> None:
    filed.begun()
    answers: list[str] = []
    vaults = [filed.vault() for _ in range(24)]

    def guesses(vault: SealedVault) -> None:
        try:
            vault.unlock(WRONG)
        except (KeyDoesNotFitError, WaitError) as refusal:
            answers.append(refusal.code)

    at_once([partial(guesses, vault) for vault in vaults])
    assert Counter(answers) == {"key_does_not_fit": 5, "wait": 19}
    with filed.store.change() as change:
        row = change.person()
    assert row is not None
    assert row.tries == 5
    assert left(filed) == 30
