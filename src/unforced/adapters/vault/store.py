"""Where sealed bytes lie: rows of people and of pages. A store knows no key and opens nothing.

Everything happens in a change: all of it is there afterwards, or none.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol


class PersonRow(NamedTuple):
    """A person: a random name (16 bytes), two locks, the register, and the tries that didn't fit (when: seconds)."""

    id: bytes
    passphrase_lock: bytes
    code_lock: bytes
    register: bytes
    tries: int = 0
    tried_at: int = 0


class Change(Protocol):
    """One change of one person's rows. Reading inside it sees one moment."""

    def person(self) -> PersonRow | None:
        """The person's row; None where nobody keeps anything."""

    def put_person(self, row: PersonRow) -> None:
        """Writes the person's row, whole."""

    def page(self, name: bytes) -> bytes | None:
        """One sealed page."""

    def pages(self) -> dict[bytes, bytes]:
        """Every sealed page by its name."""

    def put_page(self, name: bytes, sealed: bytes) -> None:
        """Writes a sealed page in the place of the one before it."""

    def goes(self, name: bytes, day: int) -> None:
        """Notes the day (proleptic ordinal) on which a page goes for good; 0: it stays."""

    def drop_pages(self, names: Collection[bytes]) -> None:
        """Takes pages away. One that isn't there is already away."""

    def drop_gone(self, today: int) -> int:
        """Takes away every page whose day has come; returns how many."""

    def drop_everything(self) -> None:
        """Takes the person and every page away."""


class Store(Protocol):
    """Holds the rows."""

    def there(self) -> bool:
        """Whether anybody keeps anything here. Nothing is made by asking."""

    def make(self) -> None:
        """Makes the place for the rows, where there is none yet."""

    def change(self) -> AbstractContextManager[Change]:
        """One change. NothingKeptError where there is no place yet; other errors are those of VaultError."""

    def empty_journal(self) -> None:
        """Brings what lies in a journal into its place. InUseError where somebody else still reads it."""

    def settle(self) -> None:
        """Leaves nothing behind of what was taken away: no journal, no copy made before an upgrade.

        InUseError where somebody else still reads it.
        """

    def make_room(self) -> bool:
        """Gives up what was set aside for a full disk; returns whether there was anything."""

    def erase(self) -> None:
        """Takes the place itself away, once nobody keeps anything in it."""
