"""Canaries that were kept: none can be read in anything that the program leaves behind.

A program of its own (crashing.py) keeps a thousand canaries in titles, sentences and drafts, with a passphrase and a
recovery code that are canaries too, and ends with a fault of memory while the vault is open. Every file is looked
through: the vault with its journals, a copy from before an upgrade, the file taken home, temporary files, what was
printed and logged, and the crash dump where this machine writes one into the folder a program runs in. As UTF-8,
UTF-16, base64, hexadecimal digits, and inside gzip and zlib. The keys themselves are looked for too.

Controls: the same documents in a plain table; and one file for each form, so that no way of searching is blind.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import secrets
import signal
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bench.faults.crashing import A_PAGE, visits
from bench.faults.ground import Found, close_files, inside_of, passing_folder
from bench.web_canaries import canaries, forms_of, unpacked
from unforced.adapters.vault.file import NAME
from unforced.adapters.vault.keyhole import row_of
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.locks import open_lock
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import BYTES, RecoveryCode

MANY = 1000
NEAR = 200  # bytes after the beginning of a canary in which all of it lies, in any form
ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
WINDOW = 1 << 20
REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("vault", "taken", "before", "temporary", "printed", "running")


class Left(NamedTuple):
    """What a program left behind."""

    files: dict[str, bytes]
    dumps: dict[str, bytes]
    pages: int
    keys: Keys


def _forms(word: str) -> list[bytes]:
    digits = word.encode().hex()
    return [*forms_of(word), digits.encode(), digits.upper().encode()]


def _layers(held: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield from unpacked(held)
    view = memoryview(held)
    for found in ZLIB.finditer(held):
        try:
            yield zlib.decompressobj().decompress(view[found.start() : found.start() + WINDOW], 1 << 22)
        except zlib.error:
            continue


def words_in(held: bytes, words: list[str]) -> set[str]:
    """The canaries that can be read in these bytes."""
    found: set[str] = set()
    for layer in _layers(held):
        for form, begins in enumerate(_forms(words[0].partition("x")[0])):
            near = b" ".join(layer[at.start() : at.start() + NEAR] for at in re.finditer(re.escape(begins), layer))
            found |= {word for word in words if _forms(word)[form] in near} if near else set()
    return found


def secrets_in(held: bytes, code: RecoveryCode, keys: Keys) -> set[str]:
    """Whether the recovery code or a key can be read in these bytes, as they are or written out."""
    spelled = code.spelled()
    wanted = {
        "recovery code": [*_forms(spelled), *_forms(spelled.replace(" ", "")), *_written_out(code.secret)],
        "person key": _written_out(keys.person_key),
        "pages key": _written_out(keys.pages_key),
    }
    layers = list(_layers(held))
    return {name for name, forms in wanted.items() if any(form in layer for form in forms for layer in layers)}


def _written_out(secret: bytes) -> list[bytes]:
    return [secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret)[:-4]]


def _held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lived(words: list[str], phrases: list[str], code: RecoveryCode) -> Left:
    """Lets the program live and fall, and takes up everything that it left."""
    with passing_folder() as place:
        folders = {name: place / name for name in FOLDERS}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        told = {**{name: str(path) for name, path in folders.items()}, "old": phrases[0], "new": phrases[1]}
        given = json.dumps({"told": {**told, "code": code.secret.hex()}, "words": words})
        where = {"TMPDIR": told["temporary"], "HOME": told["temporary"], "PYTHONPATH": str(REPOSITORY)}
        with (folders["printed"] / "out").open("wb") as out, (folders["printed"] / "errors").open("wb") as errors:
            ended = subprocess.run(
                [sys.executable, "-m", "bench.faults.crashing"],
                input=given.encode(),
                stdout=out,
                stderr=errors,
                cwd=folders["running"],
                env={**os.environ, **where},
                check=False,
            )
        assert ended.returncode == -signal.SIGSEGV, (folders["printed"] / "errors").read_text()
        dumps = _held(folders["running"])
        files = {f"{name}/{path}": held for name in FOLDERS[:-1] for path, held in _held(folders[name]).items()}
        with TableStore(folders["vault"]).change() as change:
            keys = Keys(*open_lock(row_of(change).passphrase_lock, Passphrase.from_raw(phrases[1])))
        opened = inside_of(TableStore(folders["vault"]), keys).open_all()
        return Left(files, dumps, len(opened.pages) + len(opened.leaving), keys)


def _in_a_table(words: list[str]) -> set[str]:
    """The control: what is read of the same documents in a plain table."""
    with passing_folder() as folder:
        with closing(sqlite3.connect(folder / NAME)) as database, database:
            database.execute("CREATE TABLE page (document TEXT)")
            database.executemany("INSERT INTO page VALUES (?)", [(json.dumps(each),) for each in visits(words)])
        return set[str]().union(*(words_in(held, words) for held in _held(folder).values()))


def _ways_that_see(word: str) -> str:
    """The other control: how many of the forms are found where one of them was put down on purpose."""
    lead = secrets.token_bytes(300)
    written = [*_forms(word), gzip.compress(word.encode()), zlib.compress(word.encode())]
    seen = sum(words_in(lead + form + b" " + lead, [word]) == {word} for form in written)
    return f"{seen} of {len(written)}"


def measure(many: int = MANY) -> Found:
    """So many canaries, and as many in a plain table."""
    words = canaries(-(-many // A_PAGE) * A_PAGE + 2)
    phrases, words = words[:2], words[2:]
    code = RecoveryCode(secrets.token_bytes(BYTES))
    left = lived(words, phrases, code)
    close_files()
    found = {name: words_in(held, [*words, *phrases]) for name, held in {**left.files, **left.dumps}.items()}
    keys = {name: secrets_in(held, code, left.keys) for name, held in {**left.files, **left.dumps}.items()}
    figures: dict[str, int | float | str] = {
        "pages, all opening after the fall": left.pages,
        "files looked through": len(left.files),
        "their size in kB": sum(map(len, left.files.values())) // 1000,
        "canaries found in them": len(set[str]().union(*(found[name] for name in left.files))),
        "code or keys found in them": len(set[str]().union(*(keys[name] for name in left.files))),
        "crash dumps, in kB": sum(map(len, left.dumps.values())) // 1000,
        "canaries found in a crash dump": len(set[str]().union(*(found[name] for name in left.dumps))),
        "code or keys found in a crash dump": len(set[str]().union(*(keys[name] for name in left.dumps))),
        "crash dumps go to": Path("/proc/sys/kernel/core_pattern").read_text().strip(),
    }
    ways, table = _ways_that_see(words[0]), len(_in_a_table(words))
    holds = not any(found.values()) and not any(keys.values()) and left.pages == len(words) // A_PAGE
    said = f"in a plain table: {table} of {len(words)} found; forms that are seen: {ways}"
    alive = table == len(words) and ways == f"{(n := len(_forms(words[0])) + 2)} of {n}"
    return Found("canaries", f"{many} canaries, 2 passphrases, 1 code", "0 readable", figures, holds, said, alive)
