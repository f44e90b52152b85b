"""Kill -9 while the passphrase is changed. The old one or the new one opens, and the recovery code does.

A child changes the passphrase over and over and says which pair it has in hand. A third of the kills come at any
moment; the others wait until the new lock is being made (the child's chance says when it draws the salt) and come
around the moment when it is written. The locks are tried one by one, and then a real unlock of a copy is.

Control: the old lock is taken away in one change and the new one is put there in a second.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import uniform
from typing import Any

from bench.faults.ground import (
    LEAST,
    PHRASE,
    Found,
    Ground,
    asked,
    begin,
    child,
    close_files,
    heard_until,
    inside_of,
    killed,
    middle,
    passing_folder,
    say,
    whole,
)
from unforced.adapters.vault.keyhole import row_of
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import SALT
from unforced.adapters.vault.sealing.locks import make_lock, open_lock
from unforced.adapters.vault.sealing.pages import Chance
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import VaultError
from unforced.domain.page import Page
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

MANY = 300
HOUR = 3600
ANYWHERE = 0.2  # seconds: two or three changes
Change = Callable[[TableStore, float, Chance, Passphrase, Passphrase], None]


def _ours(store: TableStore, now: float, chance: Chance, old: Passphrase, new: Passphrase) -> None:
    SealedVault(store, lambda: now, chance, LEAST).change_passphrase(old, new)


def _naive(store: TableStore, _: float, chance: Chance, old: Passphrase, new: Passphrase) -> None:
    """Two changes where there should be one."""
    with store.change() as change:
        person, key = open_lock(row_of(change).passphrase_lock, old)
        change.put_person(row_of(change)._replace(passphrase_lock=b""))
    lock = make_lock(new, person, key, chance(SALT), LEAST)
    with store.change() as change:
        change.put_person(row_of(change)._replace(passphrase_lock=lock))


def phrase(number: int) -> Passphrase:
    """The passphrase after so many changes."""
    return Passphrase.from_raw(f"door number {number}") if number else PHRASE


def _changing(folder: Path, pairs: range, now: float, change: Change, pipe: int) -> None:
    """Changes the passphrase so many times and then waits, until somebody ends it."""

    def chance(length: int) -> bytes:
        say(pipe, "making")
        return os.urandom(length)

    store = TableStore(folder)
    for each in pairs:
        say(pipe, "pair", each)
        change(store, now, chance, phrase(each), phrase(each + 1))
    signal.pause()


def _killed(deed: Callable[[int], None], sign: str, wait: float) -> int:
    """Kills a child so long after a sign of it; returns the number of the pair it had in hand."""
    number, reading = child(deed)
    lines = heard_until(reading, sign)
    time.sleep(wait)
    lines += killed(number, reading)
    return next(int(pair[0]) for sign, *pair in reversed(lines) if sign == "pair")


def _opens(lock: bytes, secret: Passphrase | RecoveryCode) -> bool:
    with suppress(VaultError):
        return bool(open_lock(lock, secret))
    return False


def _tried(folder: Path, pair: int, code: RecoveryCode, now: float) -> dict[str, Any]:
    """What opens the vault: the locks one by one, and then a copy of it as a person would."""
    with passing_folder() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        with TableStore(copy).change() as change:
            row = row_of(change)
        opens = {name: _opens(row.passphrase_lock, phrase(pair + n)) for n, name in enumerate(("old", "new"))}
        vault = SealedVault(TableStore(copy), lambda: now, cost=LEAST)
        with suppress(VaultError):
            vault.unlock(phrase(pair if opens["old"] else pair + 1))
            opens["really"] = not vault.inside.open_all().damaged
        with suppress(VaultError):
            vault.recover(code, phrase(0))
            opens["code"] = len(vault.inside.open_all().pages) == 1
        opens["whole"] = whole(copy)
    return opens


def _vault(folder: Path) -> Ground:
    """A vault with one page in it, closed."""
    ground = begin(folder)
    inside_of(TableStore(folder), ground.keys).keep(Page("", 0, {"title": "a page"}))
    close_files()
    return ground


def _kill(folder: Path, pair: int, now: float, change: Change, aim: tuple[float, float] | None) -> int:
    """One kill: between these seconds after a salt was drawn, or at any moment. Returns the pair in hand."""
    if aim:
        return _killed(partial(_changing, folder, range(pair, pair + 1), now, change), "making", uniform(*aim))
    return _killed(partial(_changing, folder, range(pair, 1 << 40), now, change), "pair", uniform(0, ANYWHERE))


def kills(many: int, change: Change, aim: tuple[float, float]) -> list[dict[str, Any]]:
    """What opened after each of so many kills. A vault that nothing opens is replaced by a new one."""
    found, left = list[dict[str, Any]](), many
    while left:
        with passing_folder() as folder:
            ground, pair = _vault(folder), 0
            while left:
                now = 20_000 * 24 * HOUR + HOUR * 2.0 * (many - left)  # two hours later each time: no wait is left
                pair = _kill(folder, pair, now, change, aim if left % 3 else None)
                found.append(asked(partial(_tried, folder, pair, ground.code, now + HOUR * 1.5)))
                left -= 1
                if not (found[-1]["old"] or found[-1]["new"]):
                    break
                pair += found[-1]["new"]
    return found


def _stretching() -> float:
    """Seconds to make a lock, here and now."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        make_lock(PHRASE, bytes(16), bytes(32), bytes(SALT), LEAST)
        taken.append(time.perf_counter() - began)
    return middle(taken)


def measure(many: int = MANY) -> Found:
    """So many kills, and a tenth as many of a change in two steps."""
    stretching = _stretching()
    found = kills(many, _ours, (stretching - 0.002, stretching + 0.012))
    shut = sum(not (each["old"] or each["new"]) for each in found)
    figures: dict[str, int | float | str] = {
        "old one opens": sum(each["old"] for each in found),
        "new one opens": sum(each["new"] for each in found),
        "a copy was unlocked": sum(each.get("really", False) for each in found),
        "recovery code opens": sum(each.get("code", False) for each in found),
        "neither old nor new": shut,
    }
    holds = all((x["old"] != x["new"]) and x.get("really") and x.get("code") and x["whole"] for x in found)
    control = max(many // 10, 12)
    naive = sum(not (each["old"] or each["new"]) for each in kills(control, _naive, (0, stretching)))
    said = f"in two changes: {naive} of {control} opened by neither"
    return Found("passphrase", f"{many} kills", "0 vaults that no secret opens", figures, holds, said, naive > 0)
