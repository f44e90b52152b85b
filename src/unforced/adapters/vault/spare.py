"""A little room on the disk, set aside for the moment when there is none left: unlocking and forgetting need some.

It holds random bytes and nothing else, so that a file system can't make it smaller than it is.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

SIZE = 128 * 1024
ENOUGH = 3 * SIZE
"""Bytes that have to be free before room is set aside: on a disk that is nearly full it would be missed at once."""


def spare_of(path: Path) -> Path:
    """Where the spare room of a vault lies."""
    return path.with_name(f"spare-{path.name}")


def set_aside(path: Path) -> None:
    """Sets the room aside where it isn't yet and the disk has it; half of it would help nobody."""
    spare = spare_of(path)
    try:
        free = os.statvfs(path.parent)
        if spare.exists() or free.f_bavail * free.f_frsize < ENOUGH:
            return
        with os.fdopen(os.open(spare, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(os.urandom(SIZE))
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            spare.unlink(missing_ok=True)


def give_up(path: Path) -> bool:
    """Gives the room back to the disk; returns whether there was any."""
    try:
        spare_of(path).unlink()
    except OSError:
        return False
    return True
