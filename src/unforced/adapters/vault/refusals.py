"""What the store refuses, in the words of the domain. A message of the database never reaches anybody: it may name
files, and a person reads it at night."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from unforced.domain.errors import ForeignFileError, InUseError, NoSpaceError, ReadOnlyError, VaultError

SHARED_MEMORY = 4874  # SQLITE_IOERR_SHMSIZE: the journal's index finds no room
BY_CODE: dict[int, type[VaultError]] = {
    sqlite3.SQLITE_FULL: NoSpaceError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyError,
    sqlite3.SQLITE_PERM: ReadOnlyError,
    sqlite3.SQLITE_BUSY: InUseError,
    sqlite3.SQLITE_LOCKED: InUseError,
    sqlite3.SQLITE_CORRUPT: ForeignFileError,
    sqlite3.SQLITE_NOTADB: ForeignFileError,
}
NO_SPACE = (28, 122, 27)  # ENOSPC, EDQUOT, EFBIG


@contextmanager
def calmly() -> Iterator[None]:
    """Turns an error of the database or the disk into one of ours; one of ours goes through as it is."""
    try:
        yield
    except VaultError:
        raise
    except OSError as error:
        raise (NoSpaceError if error.errno in NO_SPACE else ReadOnlyError)("the disk refused") from None
    except Exception as error:
        code = _code_of(error)
        if code is None:
            raise
        if code == SHARED_MEMORY:
            raise NoSpaceError("no room for the journal's index") from None
        raise BY_CODE.get(code & 0xFF, VaultError)(f"the store refused, code {code}") from None


def _code_of(error: BaseException) -> int | None:
    """SQLite's code behind an error; None for an error of another kind."""
    cause: BaseException | None = error if isinstance(error, sqlite3.Error) else error.__cause__
    return getattr(cause, "sqlite_errorcode", None) if isinstance(cause, sqlite3.Error) else None
