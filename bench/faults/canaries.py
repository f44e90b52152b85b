"""Canaries that were kept: none can be read in anything that the program leaves behind.

A program of its own (crashing.py) keeps a thousand canaries in titles, sentences and drafts, with a passphrase and a
recovery code that are canaries too, and ends with a fault of memory while the vault is open. Every file is looked
through: the vault with its journals, a copy from before an upgrade, the file taken home, temporary files, what was
printed and logged, and the crash dump where this machine writes one into the folder a program runs in. As UTF-8,
UTF-16, base64, hexadecimal digits, and inside gzip and zlib. The keys themselves are looked for too.

Controls: the same documents in a plain table; the dump of a program that doesn't forbid it; and one file for each
form, so that no way of searching is blind.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import secrets
import signal
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bench.faults.crashing import A_PAGE, visits
from bench.faults.ground import LONGEST, Found, inside_of, passing_folder
from bench.faults.looking import forms, secrets_in, words_in
from bench.web_canaries import canaries
from unforced.adapters.vault.file import NAME
from unforced.adapters.vault.keyhole import row_of
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.locks import open_lock
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import BYTES, RecoveryCode

MANY = 1000
DUMPS = Path("/proc/sys/kernel/core_pattern")
REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("vault", "taken", "before", "temporary", "printed", "running")


class Left(NamedTuple):
    """What a program left behind."""

    files: dict[str, bytes]
    dumps: dict[str, bytes]
    pages: int
    keys: Keys


def _held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Given(NamedTuple):
    """What the program is given to keep. ``careless``: it doesn't forbid crash dumps."""

    words: list[str]
    phrases: list[str]
    code: RecoveryCode
    careless: bool = False


def _fallen(given: Given, folders: dict[str, Path]) -> None:
    """Lets the program live in these folders, and fall."""
    told = {name: str(path) for name, path in folders.items()}
    told |= {"old": given.phrases[0], "new": given.phrases[1], "code": given.code.secret.hex()}
    where = {
        "TMPDIR": told["temporary"],
        "HOME": told["temporary"],
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]),
    }
    with (folders["printed"] / "out").open("wb") as out, (folders["printed"] / "errors").open("wb") as errors:
        ended = subprocess.run(
            [sys.executable, "-m", "bench.faults.crashing"],
            input=json.dumps({"told": told, "words": given.words, "careless": given.careless}).encode(),
            stdout=out,
            stderr=errors,
            cwd=folders["running"],
            env={**os.environ, **where},
            check=False,
            timeout=LONGEST,
        )
    assert ended.returncode == -signal.SIGSEGV, (folders["printed"] / "errors").read_text()


def lived(given: Given) -> Left:
    """Everything that the program left, and what a fresh opening shows."""
    with passing_folder() as place:
        folders = {name: place / name for name in FOLDERS}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        _fallen(given, folders)
        dumps = _held(folders["running"])
        files = {f"{name}/{path}": held for name in FOLDERS[:-1] for path, held in _held(folders[name]).items()}
        with TableStore(folders["vault"]).change() as change:
            keys = Keys(*open_lock(row_of(change).passphrase_lock, Passphrase.from_raw(given.phrases[1])))
        opened = inside_of(TableStore(folders["vault"]), keys).open_all()
        return Left(files, dumps, len(opened.pages) + len(opened.leaving), keys)


def _in_a_table(words: list[str]) -> set[str]:
    """The control: what is read of the same documents in a plain table."""
    with passing_folder() as folder:
        with closing(sqlite3.connect(folder / NAME)) as database, database:
            database.execute("CREATE TABLE page (document TEXT)")
            database.executemany("INSERT INTO page VALUES (?)", [(json.dumps(each),) for each in visits(words)])
        return set[str]().union(*(words_in(held, words) for held in _held(folder).values()))


def _ways_that_see(word: str) -> tuple[int, int]:
    """The other control: how many of the forms are found where one of them was put down on purpose."""
    lead = secrets.token_bytes(300)
    written = [*forms(word), gzip.compress(word.encode()), zlib.compress(word.encode())]
    return sum(words_in(lead + form + b" " + lead, [word]) == {word} for form in written), len(written)


def _in_a_dump(given: Given) -> tuple[int, bool]:
    """The third control: what is read in the dump of a program that doesn't forbid it, and whether one was to be seen.

    Where the machine hands dumps to another program, nothing is to be seen from here.
    """
    dumps = lived(given._replace(careless=True)).dumps
    seen = not DUMPS.read_text().startswith("|") and resource.getrlimit(resource.RLIMIT_CORE)[1] != 0
    return len(set[str]().union(*(words_in(held, given.words) for held in dumps.values()))), seen


def measure(many: int = MANY) -> Found:
    """So many canaries, and as many in a plain table and in a dump."""
    words = canaries(-(-many // A_PAGE) * A_PAGE + 2)
    given = Given(words[2:], words[:2], RecoveryCode(secrets.token_bytes(BYTES)))
    left = lived(given)
    everything = {**left.files, **{f"dump {name}": held for name, held in left.dumps.items()}}
    found = set[str]().union(*(words_in(held, words) for held in everything.values()))
    keys = set[str]().union(*(secrets_in(held, given.code, left.keys) for held in everything.values()))
    figures: dict[str, int | float | str] = {
        "pages, all opening after the fall": left.pages,
        "files looked through": len(everything),
        "their size in kB": sum(map(len, everything.values())) // 1000,
        "crash dumps among them": len(left.dumps),
        "canaries found": len(found),
        "code or keys found": len(keys),
    }
    holds = not found and not keys and left.pages == len(given.words) // A_PAGE
    said, alive = _controls(given)
    return Found("canaries", f"{many} canaries, 2 passphrases, 1 code", "0 readable", figures, holds, said, alive)


def _controls(given: Given) -> tuple[str, bool]:
    """What is read where it should be, and whether that is everything."""
    ways, of = _ways_that_see(given.words[0])
    table, (dumped, seen) = len(_in_a_table(given.words)), _in_a_dump(given)
    dump = f"in a dump that wasn't forbidden: {dumped}" if seen else "dumps go where they can't be seen from here"
    said = f"in a plain table: {table} of {len(given.words)}; {dump}; forms that are seen: {ways} of {of}"
    return said, table == len(given.words) and ways == of and (dumped > 0 or not seen)
