"""The keyhole: from a passphrase or a code to the keys of a person, and from one passphrase to the next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from unforced.adapters.vault import waiting
from unforced.adapters.vault.sealing.keys import KEY, SALT, Cost, Keys
from unforced.adapters.vault.sealing.locks import Secret, make_lock, open_lock
from unforced.adapters.vault.sealing.pages import Chance
from unforced.adapters.vault.sealing.register import Register, seal_register
from unforced.adapters.vault.store import Change, PersonRow, Store
from unforced.domain.errors import (
    AlreadyKeptError,
    NoSpaceError,
    NothingKeptError,
    ReadOnlyError,
    VaultError,
    WaitError,
)
from unforced.domain.page import Beginning
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import BYTES, RecoveryCode

NAME = 16


class Begun(NamedTuple):
    """What a beginning is made of."""

    row: PersonRow
    keys: Keys


class Keyhole:
    """Opens the locks of one person over a store."""

    def __init__(self, store: Store, clock: Callable[[], float], chance: Chance, cost: Cost) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._cost = cost

    def prepare(self, passphrase: Passphrase) -> Beginning:
        """Keys, locks and a code, in memory only. TooShortError."""
        passphrase.fit_to_seal()
        code, keys = RecoveryCode(self._chance(BYTES)), Keys(self._chance(NAME), self._chance(KEY))
        locks = self._lock(passphrase, keys), self._lock(code, keys)
        register = seal_register(Register(1, {}), keys, self._chance)
        return Beginning(code, Begun(PersonRow(keys.person, *locks, register), keys))

    def begin(self, beginning: Beginning) -> Keys:
        """Writes the row of a beginning. AlreadyKeptError where there is one."""
        begun = beginning.made
        assert isinstance(begun, Begun) and begun.keys.pages_key, "made by prepare, and not forgotten"
        self._store.make()
        with self._store.change() as change:
            if change.person() is not None:
                raise AlreadyKeptError("there is a vault")
            change.put_person(begun.row)
        return begun.keys

    def by_passphrase(self, passphrase: Passphrase) -> Keys:
        """The keys. WaitError, KeyDoesNotFitError, PageDamagedError."""
        keys = Keys(*open_lock(self._counted().passphrase_lock, passphrase))
        with suppress(NoSpaceError, ReadOnlyError), self._store.change() as change:
            change.put_person(row_of(change)._replace(tries=0))
        return keys

    def by_code(self, code: RecoveryCode, passphrase: Passphrase) -> Keys:
        """The keys, with the passphrase replaced. KeyDoesNotFitError, TooShortError, PageDamagedError."""
        passphrase.fit_to_seal()
        with self._store.change() as change:
            lock = row_of(change).code_lock
        keys = Keys(*open_lock(lock, code))
        self._replace(passphrase, keys)
        return keys

    def change(self, old: Passphrase, new: Passphrase) -> Keys:
        """The keys, with the passphrase replaced. WaitError, KeyDoesNotFitError, TooShortError."""
        new.fit_to_seal()
        keys = Keys(*open_lock(self._counted().passphrase_lock, old))
        self._replace(new, keys)
        return keys

    def _replace(self, passphrase: Passphrase, keys: Keys) -> None:
        lock = self._lock(passphrase, keys)  # slow, so it is made before the change begins
        with self._store.change() as change:
            row = row_of(change)
            if row.id != keys.person:
                raise NothingKeptError("forgotten meanwhile, and begun anew")
            change.put_person(row._replace(passphrase_lock=lock, tries=0))
        with suppress(VaultError):  # it is changed; what is left of the old lock in a journal goes later
            self._store.settle()

    def _lock(self, secret: Secret, keys: Keys) -> bytes:
        return make_lock(secret, keys.person, keys.person_key, self._chance(SALT), self._cost)

    def _counted(self) -> PersonRow:
        """The person's row, with this try counted first, so that ending the program doesn't take it back."""
        now = self._clock()
        try:
            with self._store.change() as change:
                row = waiting.moved_back(row_of(change), now)
                left = waiting.left_to_wait(row, now)
                change.put_person(row if left else waiting.with_try(row, now))
        except (NoSpaceError, ReadOnlyError):  # a full disk doesn't keep anybody out
            with self._store.change() as change:
                row = waiting.moved_back(row_of(change), now)
            left = waiting.left_to_wait(row, now)
        if left:
            raise WaitError(left)
        return row


def row_of(change: Change) -> PersonRow:
    """The person's row. NothingKeptError where there is none."""
    row = change.person()
    if row is None:
        raise NothingKeptError("nothing is kept")
    return row
