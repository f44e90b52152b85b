"""The Vault port, how it begins and what opens it: one suite for every store, the one in memory and the one in a file.

Asking makes nothing. What is in it has suites of its own beside this one. Waiting and damage have theirs beside the
adapters (test_waiting.py, test_damage.py), over the same stores.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.vault.keeping import (
    MINE,
    NEXT,
    WRONG,
    Place,
    documents,
    kept,
)
from unforced.domain.errors import (
    AlreadyKeptError,
    CodeTypoError,
    KeyDoesNotFitError,
    LockedError,
    NothingKeptError,
    TooShortError,
)
from unforced.domain.page import Standing
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

# Beginning


def test_asking_how_it_stands_makes_nothing_and_so_does_preparing(place: Place, tmp_path: Path) -> None:
    vault = place.vault()
    assert vault.standing() is Standing.ABSENT
    vault.prepare(MINE)
    vault.sweep()
    vault.lock()
    assert vault.standing() is Standing.ABSENT
    assert not list(tmp_path.iterdir())


def test_a_vault_is_absent_then_open_then_locked_then_open_again(place: Place) -> None:
    vault = place.begun()
    assert vault.standing() is Standing.OPEN
    for _ in range(2):
        vault.lock()
        assert vault.standing() is Standing.LOCKED
    vault.unlock(MINE)
    assert vault.standing() is Standing.OPEN
    assert place.vault().standing() is Standing.LOCKED


def test_a_vault_that_is_there_is_never_begun_over(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="stays")
    with pytest.raises(AlreadyKeptError):
        vault.begin(vault.prepare(NEXT))
    assert documents(place.unlocked()) == [{"words": "stays"}]


@pytest.mark.parametrize("typed", ["", "1234567", "x" * 1025])
def test_nothing_is_sealed_with_a_passphrase_that_is_too_short_or_endless(place: Place, typed: str) -> None:
    unfit = Passphrase.from_raw(typed)
    with pytest.raises(TooShortError):
        place.vault().prepare(unfit)
    vault = place.begun()
    with pytest.raises(TooShortError):
        vault.change_passphrase(MINE, unfit)
    with pytest.raises(TooShortError):
        vault.recover(place.code, unfit)
    place.unlocked(MINE)


def test_where_nothing_is_kept_every_key_is_told_so(place: Place) -> None:
    vault = place.vault()
    with pytest.raises(NothingKeptError):
        vault.unlock(MINE)
    with pytest.raises(NothingKeptError):
        vault.change_passphrase(MINE, NEXT)
    with pytest.raises(NothingKeptError):
        vault.recover(place.code, NEXT)
    assert vault.standing() is Standing.ABSENT


# Locking and unlocking


def test_a_locked_vault_answers_locked_to_every_deed(place: Place) -> None:
    vault = place.begun()
    inside, page = vault.inside, kept(vault, words="mine")
    vault.lock()
    with pytest.raises(LockedError):
        _ = vault.inside
    for deed in (
        lambda: inside.keep(page),
        lambda: inside.open(page.id),
        inside.open_all,
        lambda: inside.forget(page.id),
        lambda: inside.take_back(page.id),
        lambda: inside.forget_now(page.id),
        inside.take_home,
        inside.mend,
    ):
        with pytest.raises(LockedError):
            deed()
    assert documents(place.unlocked()) == [{"words": "mine"}]


def test_a_wrong_passphrase_never_opens_and_changes_nothing(place: Place) -> None:
    kept(place.begun(), words="mine")
    vault = place.vault()
    with pytest.raises(KeyDoesNotFitError):
        vault.unlock(WRONG)
    assert vault.standing() is Standing.LOCKED
    vault.unlock(MINE)
    assert documents(vault) == [{"words": "mine"}]


def test_two_keyboards_that_write_the_same_letters_open_the_same_vault(place: Place) -> None:
    vault = place.vault()
    vault.begin(vault.prepare(Passphrase.from_raw("caf\u00e9 au lait")))
    place.unlocked(Passphrase.from_raw("cafe\u0301 au lait"))


def test_after_a_change_only_the_new_passphrase_opens(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="mine")
    with pytest.raises(KeyDoesNotFitError):
        vault.change_passphrase(WRONG, NEXT)
    vault.change_passphrase(MINE, NEXT)
    assert documents(vault) == [{"words": "mine"}]
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)
    assert documents(place.unlocked(NEXT)) == [{"words": "mine"}]


def test_the_code_opens_under_a_new_passphrase_and_stays_the_code(place: Place) -> None:
    kept(place.begun(), words="mine")
    place.vault().recover(RecoveryCode.from_typed(place.code.spelled().lower()), NEXT)
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)
    assert documents(place.unlocked(NEXT)) == [{"words": "mine"}]
    place.vault().recover(place.code, MINE)
    place.unlocked(MINE)


def test_another_code_never_opens_and_a_mistyped_one_says_where(place: Place) -> None:
    place.begun()
    with pytest.raises(KeyDoesNotFitError):
        place.vault().recover(RecoveryCode(bytes(range(20))), NEXT)
    groups = place.code.spelled().split()
    groups[2] = ("B" if groups[2][0] == "A" else "A") + groups[2][1:]
    with pytest.raises(CodeTypoError) as typo:
        RecoveryCode.from_typed(" ".join(groups))
    assert typo.value.places == (3,)
    place.unlocked(MINE)
