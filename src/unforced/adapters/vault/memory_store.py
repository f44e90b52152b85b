"""Rows in this process's memory: for tests, and for whoever wants a vault that ends with the program."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from unforced.adapters.vault.store import PersonRow


@dataclass
class MemoryRows:
    """A draft of the rows; it becomes the rows when its change ends well."""

    row: PersonRow | None = None
    sealed: dict[bytes, bytes] = field(default_factory=dict)
    days: dict[bytes, int] = field(default_factory=dict)

    def person(self) -> PersonRow | None:
        return self.row

    def put_person(self, row: PersonRow) -> None:
        self.row = row

    def page(self, name: bytes) -> bytes | None:
        return self.sealed.get(name)

    def pages(self) -> dict[bytes, bytes]:
        return dict(self.sealed)

    def put_page(self, name: bytes, sealed: bytes) -> None:
        self.sealed[name] = sealed

    def goes(self, name: bytes, day: int) -> None:
        self.days[name] = day

    def drop_pages(self, names: Collection[bytes]) -> None:
        for name in names:
            self.sealed.pop(name, None)
            self.days.pop(name, None)

    def drop_gone(self, today: int) -> int:
        gone = [name for name, day in self.days.items() if 0 < day <= today]
        self.drop_pages(gone)
        return len(gone)

    def drop_everything(self) -> None:
        self.row = None
        self.sealed.clear()
        self.days.clear()


class MemoryStore:
    """One person's rows."""

    def __init__(self) -> None:
        self.rows = MemoryRows()
        self._lock = threading.RLock()

    def there(self) -> bool:
        return self.rows.row is not None

    def make(self) -> None:
        """There is always a place."""

    @contextmanager
    def change(self) -> Iterator[MemoryRows]:
        with self._lock:
            draft = replace(self.rows, sealed=dict(self.rows.sealed), days=dict(self.rows.days))
            yield draft
            self.rows = draft

    def empty_journal(self) -> None:
        """There is none."""

    def settle(self) -> None:
        """Nothing stays behind in memory that could be found later."""

    def make_room(self) -> bool:
        """Nothing is set aside in memory."""
        return False

    def erase(self) -> None:
        self.rows = MemoryRows()
