"""The ground all faults stand on: a vault in a folder of its own, children that can be ended, and what was found."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import statistics
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connections

from unforced.adapters.vault.file import NAME
from unforced.adapters.vault.framework import ready
from unforced.adapters.vault.inside import SealedInside
from unforced.adapters.vault.keyhole import Begun
from unforced.adapters.vault.sealed_vault import DAY, EPOCH, SealedVault
from unforced.adapters.vault.sealing.keys import Cost, Keys
from unforced.adapters.vault.store import Store
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.page import Document
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

LEAST = Cost(2, 19 * 1024, 1)  # what the vault allows at the least, so that many rounds are possible
NOON = 20_000 * DAY + DAY // 2  # seconds since 1970
LONGEST = 120  # seconds that a child may take
PHRASE = Passphrase.from_raw("a door that was always there")


class Found(NamedTuple):
    """What a fault led to. ``figures`` are printed as they are; ``control`` is the same without one precaution."""

    fault: str
    many: str
    must: str
    figures: dict[str, int | float | str]
    holds: bool
    control: str
    control_fails: bool


class Ground(NamedTuple):
    """A vault, open, with what opens it. ``keys`` are a copy that locking doesn't take away."""

    folder: Path
    vault: SealedVault
    keys: Keys
    code: RecoveryCode


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder on the disk that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    try:
        yield folder
    finally:
        close_files()
        shutil.rmtree(folder, ignore_errors=True)


def begin(folder: Path, clock: Callable[[], float] = lambda: NOON, cost: Cost = LEAST) -> Ground:
    """A new vault in a folder. Its file is open in this process."""
    vault = SealedVault(TableStore(folder), clock, cost=cost)
    beginning = vault.prepare(PHRASE)
    made = beginning.made
    assert isinstance(made, Begun), "made by prepare"
    keys = Keys(made.keys.person, made.keys.person_key)
    vault.begin(beginning)
    return Ground(folder, vault, keys, beginning.code)


def inside_of(store: Store, keys: Keys) -> SealedInside:
    """A fresh opening with keys that are there already, so that no passphrase has to be stretched for it."""
    return SealedInside(store, Keys(keys.person, keys.person_key), os.urandom, lambda: EPOCH + NOON // DAY)


def close_files() -> None:
    """No file of a vault is open in this thread any more."""
    ready()
    connections.close_all()


def whole(folder: Path, name: str = NAME) -> bool:
    """What the database itself says about a file."""
    with closing(sqlite3.connect(folder / name)) as database:
        return [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]


def child(deed: Callable[[int], None]) -> tuple[int, int]:
    """A copy of this process that does a deed: its number, and where to read what it writes. No file may be open."""
    reading, writing = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            signal.alarm(LONGEST)
            os.close(reading)
            deed(writing)
            os._exit(0)  # nothing is closed, as if the program had been ended
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writing)
    return number, reading


def ended_after(deed: Callable[[int], None], seconds: float) -> list[list[Any]]:
    """What a child wrote until it was killed."""
    number, reading = child(deed)
    time.sleep(seconds)
    return killed(number, reading)


def killed(number: int, reading: int) -> list[list[Any]]:
    """Kills a child; returns what it wrote that nobody has read yet. RuntimeError where it had ended by itself."""
    os.kill(number, signal.SIGKILL)
    _, status = os.waitpid(number, 0)
    written = heard(reading)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"a child ended by itself, {os.waitstatus_to_exitcode(status)}")
    return written


def asked(deed: Callable[[], object]) -> Any:
    """What a child answers that has opened the file afresh. It leaves the journal where it is."""
    number, reading = child(lambda writing: say(writing, deed()))
    answers = heard(reading)
    os.waitpid(number, 0)
    if not answers:
        raise RuntimeError("a child ended without an answer")
    return answers[0][0]


def say(writing: int, *parts: object) -> None:
    """One line, written at once."""
    line = json.dumps(parts).encode() + b"\n"
    while line:
        line = line[os.write(writing, line) :]


def heard(reading: int) -> list[list[Any]]:
    """Every whole line until the other side has gone."""
    with os.fdopen(reading, "rb") as pipe:
        return [json.loads(line) for line in pipe.read().split(b"\n")[:-1]]


def heard_until(reading: int, sign: str) -> list[list[Any]]:
    """The lines up to one with this sign and whatever came with it; fewer where the other side has gone."""
    said = b""
    while f'["{sign}"'.encode() not in said or not said.endswith(b"\n"):
        more = os.read(reading, 4096)
        if not more:
            break
        said += more
    return [json.loads(line) for line in said.splitlines()]


def document(chance: random.Random, size: int) -> Document:
    """A document of about this many bytes that proves itself."""
    text = chance.randbytes(size // 2).hex()
    return {"text": text, "digest": hashlib.sha256(text.encode()).hexdigest()}


def proves_itself(document: Document) -> bool:
    """Whether it is what ``document`` made."""
    return hashlib.sha256(str(document["text"]).encode()).hexdigest() == document["digest"]


def middle(values: Sequence[float]) -> float:
    """The median, to three digits."""
    return float(f"{statistics.median(values):.3g}")
