"""A vault that is watched from the moment it is asked for: it locks when nobody is there, when the machine slept, and
at the end of the command."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cached_property

from unforced.app.watch import Watch
from unforced.domain.errors import LockedError
from unforced.ports import Vault

EVERY = 1.0  # seconds between two looks


def always() -> float:
    """A clock that goes on while the machine sleeps, where there is one."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Watched:
    """Asking for ``vault`` imports what it is sealed with, so nobody does before it is needed."""

    def __init__(self, make: Callable[[], Vault], watch: Watch | None = None, every: float = EVERY) -> None:
        self._make = make
        self._watch = watch or Watch(time.monotonic, always)
        self._every = every
        self._over = threading.Event()
        self.left_alone: Callable[[], None] = lambda: None  # called once it has locked itself

    @cached_property
    def vault(self) -> Vault:
        """The vault, watched from here on."""
        vault = self._make()
        self._watch.due()  # what was before is over
        self._watch.touch()
        threading.Thread(target=self._watching, args=(vault,), daemon=True).start()
        return vault

    def touch(self) -> None:
        """Somebody did something. Whoever comes back to a machine that slept finds it locked all the same."""
        if self.asked and self._watch.due():
            self.vault.lock()
        self._watch.touch()

    def lock(self) -> None:
        """No key is left in memory."""
        if self.asked:
            self.vault.lock()

    def end(self) -> None:
        """Locks, and looks no longer."""
        self._over.set()
        self.lock()

    @property
    def asked(self) -> bool:
        """Whether it was asked for in this run. Until then it is as good as locked."""
        return "vault" in self.__dict__

    def _watching(self, vault: Vault) -> None:
        while not self._over.wait(self._every):
            if self._watch.due() and _is_open(vault):
                vault.lock()
                self.left_alone()


def _is_open(vault: Vault) -> bool:
    try:
        return bool(vault.inside)
    except LockedError:
        return False
