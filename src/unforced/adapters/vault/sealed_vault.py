"""The vault from outside: whether there is one, what opens it, what ends it. It holds the keys while it is open."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from unforced.adapters.vault.contents import all_opened
from unforced.adapters.vault.inside import SealedInside
from unforced.adapters.vault.keyhole import Keyhole
from unforced.adapters.vault.sealing.bundle import unpack
from unforced.adapters.vault.sealing.keys import COST, Cost, Keys
from unforced.adapters.vault.sealing.locks import Secret, open_lock
from unforced.adapters.vault.sealing.pages import Chance, read_head
from unforced.adapters.vault.sealing.register import open_register
from unforced.adapters.vault.store import PersonRow, Store
from unforced.domain.errors import (
    AlreadyKeptError,
    ForeignFileError,
    InUseError,
    LockedError,
    NoSpaceError,
    PageDamagedError,
    VaultError,
)
from unforced.domain.page import Beginning, Opened, Standing
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

EPOCH = date(1970, 1, 1).toordinal()
DAY = 86400


class SealedVault:
    """One person's vault over a store. ``clock``: seconds since 1970; ``chance``: random bytes."""

    def __init__(
        self, store: Store, clock: Callable[[], float], chance: Chance = os.urandom, cost: Cost = COST
    ) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._keyhole = Keyhole(store, clock, chance, cost)
        self._keys: Keys | None = None
        self._inside: SealedInside | None = None
        self._guard = threading.RLock()

    @property
    def inside(self) -> SealedInside:
        """What is in it, while it is open. LockedError otherwise."""
        inside = self._inside
        if inside is None:
            raise LockedError("the vault is locked")
        return inside

    def standing(self) -> Standing:
        """Whether there is a vault, and whether it is open. Asking makes nothing."""
        if not self._store.there():
            self.lock()
            return Standing.ABSENT
        return Standing.OPEN if self._inside else Standing.LOCKED

    def prepare(self, passphrase: Passphrase) -> Beginning:
        """Keys, locks and a code, in memory only. TooShortError for a passphrase that is too short."""
        return self._keyhole.prepare(passphrase)

    def begin(self, beginning: Beginning) -> None:
        """The vault is there, and open. AlreadyKeptError where there is one."""
        self._open_with(self._keyhole.begin(beginning))

    def unlock(self, passphrase: Passphrase) -> None:
        """Opens it. WaitError after too many tries, KeyDoesNotFitError for another passphrase."""
        self._open_with(self._keyhole.by_passphrase(passphrase))
        with suppress(VaultError):  # a full disk or a damaged register doesn't keep anybody out
            self.inside.tidy()
            self._store.empty_journal()

    def recover(self, code: RecoveryCode, passphrase: Passphrase) -> None:
        """Opens it with the code, under a new passphrase from here on. The code stays the same."""
        self._open_with(self._keyhole.by_code(code, passphrase))

    def change_passphrase(self, old: Passphrase, new: Passphrase) -> None:
        """Wraps one key again. Before it is done only the old one opens, afterwards only the new one."""
        self._open_with(self._keyhole.change(old, new))

    def lock(self) -> None:
        """Overwrites the keys in memory. Locking twice is locking once."""
        with self._guard:
            if self._keys is not None:
                self._keys.forget()
            self._keys = self._inside = None

    def forget_everything(self) -> None:
        """All of it is gone, locks and all, whether it is open or not. There is no way back."""
        self._store.make_room()
        with suppress(NoSpaceError, InUseError):  # its rows go first, for whoever else has the file open
            if self._store.there():
                with self._store.change() as change:
                    change.drop_everything()
                self._store.empty_journal()
        self._store.erase()
        self.lock()

    def sweep(self) -> None:
        """Takes away what was forgotten seven days ago. It needs no key."""
        if self._store.there():
            with self._store.change() as change:
                gone = change.drop_gone(self.today())
            if gone:
                self._store.settle()

    def look_into(self, file: bytes, secret: Secret) -> Opened:
        """Every page of a file that was taken home. ForeignFileError, NewerFormatError, KeyDoesNotFitError."""
        return _contents(file, secret)[0]

    def adopt(self, file: bytes, secret: Secret) -> Opened:
        """A file that was taken home becomes this vault, with its own passphrase and code.

        AlreadyKeptError where there is a vault. What the file's pages hold is returned; those that don't open are
        named and left out.
        """
        found, keys, row, rows = _contents(file, secret)
        if self._store.there():
            raise AlreadyKeptError("there is a vault")
        self._store.make()
        with self._store.change() as change:
            if change.person() is not None:
                raise AlreadyKeptError("there is a vault")
            change.put_person(row)
            for page in found.pages:
                change.put_page(bytes.fromhex(page.id), rows[bytes.fromhex(page.id)])
        self._open_with(keys)
        if found.damaged:
            self.inside.mend()
        return found

    def today(self) -> int:
        """The day in UTC, as a proleptic ordinal."""
        return EPOCH + int(self._clock() // DAY)

    def _open_with(self, keys: Keys) -> None:
        with self._guard:
            self.lock()
            self._keys = keys
            self._inside = SealedInside(self._store, keys, self._chance, self.today)


def _contents(file: bytes, secret: Secret) -> tuple[Opened, Keys, PersonRow, dict[bytes, bytes]]:
    bundle = unpack(file)
    lock = bundle.code_lock if isinstance(secret, RecoveryCode) else bundle.passphrase_lock
    try:
        keys = Keys(*open_lock(lock, secret))
        register = open_register(bundle.register, keys)
    except PageDamagedError:
        raise ForeignFileError("its parts don't belong together") from None
    rows = {}
    for sealed in bundle.pages:
        with suppress(PageDamagedError):  # cut before it was taken home; the register names it
            rows[read_head(sealed).page] = sealed
    row = PersonRow(keys.person, bundle.passphrase_lock, bundle.code_lock, bundle.register)
    return all_opened(rows, register, keys), keys, row, rows
