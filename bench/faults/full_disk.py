"""A disk that is full. Nothing acknowledged is lost, the typed text stays in hand, and writing resumes.

Pages are kept on a small disk until one is refused; then the last bytes are filled too. What was acknowledged must be
there, the refused page must be as it was, and once there is space the same page is kept. What else a person may want
on a full disk is tried and counted, without a bound: unlocking, forgetting a page now, unlocking after the program
was closed and somebody else filled the disk, and forgetting everything.

Control: all pages in one plain file that is written anew each time.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bench.faults.disks import Disk, disk
from bench.faults.ground import (
    LEAST,
    NOON,
    PHRASE,
    Found,
    Ground,
    begin,
    close_files,
    document,
    inside_of,
    proves_itself,
    whole,
)
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import NoSpaceError, VaultError
from unforced.domain.page import Page

MANY = 30
SMALLEST, LARGEST = 1000 * 1024, 2400 * 1024
SIZES = (40, 700, 3000, 9000, 30000)
MUST = "0 lost, the text in hand unchanged, writing resumes"
TRIED = (
    "acknowledged",
    "acknowledged and lost",
    "text in hand unchanged",
    "refused for want of space",
    "writing resumed",
    "no page half, the file whole",
    "unlocked on the full disk",
    "forgot a page now on the full disk",
    "refused to forget a page that went all the same",
    "unlocked, closed before the disk was full",
    "forgot everything on the full disk",
)
Kept = dict[str, str]


def works(deed: Callable[[], object]) -> bool:
    """Whether a deed is done, or refused in one of the ways that have a name."""
    with suppress(VaultError):
        deed()
        return True
    return False


def _lost(ground: Ground, kept: Kept) -> int:
    """How many acknowledged pages a fresh opening doesn't show as they were; all of them where it is refused."""
    try:
        pages = inside_of(TableStore(ground.folder), ground.keys).open_all().pages
    except VaultError:
        return len(kept)
    there = {page.id: page.document["digest"] for page in pages if proves_itself(page.document)}
    return sum(there.get(name) != digest for name, digest in kept.items())


def _kept_until_full(ground: Ground, chance: random.Random) -> tuple[Kept, Page, str, VaultError]:
    """What was acknowledged, the page that was refused with what it held before, and the refusal."""
    kept: Kept = {}
    while True:
        page = Page("", 0, document(chance, chance.choice(SIZES)))
        before = json.dumps([page.id, page.revision, page.document])
        try:
            kept[ground.vault.inside.keep(page).page.id] = str(page.document["digest"])
        except VaultError as refusal:
            return kept, page, before, refusal


def _another(ground: Ground) -> SealedVault:
    return SealedVault(TableStore(ground.folder), lambda: NOON, cost=LEAST)


def _forgetting(ground: Ground, kept: Kept) -> tuple[bool, bool]:
    """Whether forgetting the first page now is said to be done, and whether that page is gone."""
    spare, *_ = kept
    forgot = works(lambda: ground.vault.inside.forget_now(spare))
    gone = spare not in {page.id for page in ground.vault.inside.open_all().pages}
    if gone:
        del kept[spare]
    return forgot, gone


def _neatly_closed(ground: Ground, place: Disk) -> tuple[bool, bool]:
    """Whether a vault opens, and can be forgotten, on a disk that somebody filled after it was closed."""
    close_files()
    place.fill()
    opens = works(lambda: _another(ground).unlock(PHRASE))
    return opens, works(_another(ground).forget_everything) and not (ground.folder / "vault.sqlite3").exists()


def trial(place: Disk, chance: random.Random) -> dict[str, int]:
    """One disk; what was found, in the order of ``TRIED``."""
    ground = begin(place.folder / "vault")
    kept, typed, before, refusal = _kept_until_full(ground, chance)
    place.fill()
    same = before == json.dumps([typed.id, typed.revision, typed.document])
    lost = _lost(ground, kept)
    unlocked = works(lambda: _another(ground).unlock(PHRASE))
    forgot, gone = _forgetting(ground, kept)
    place.make_space()
    resumed = works(lambda: kept.update({ground.vault.inside.keep(typed).page.id: str(typed.document["digest"])}))
    lost = max(lost, _lost(ground, kept))
    close_files()
    sound = whole(ground.folder) and not inside_of(TableStore(ground.folder), ground.keys).open_all().damaged
    refused = isinstance(refusal, NoSpaceError)
    later = _neatly_closed(ground, place)
    values = (len(kept), lost, same, refused, resumed, sound, unlocked, forgot, gone and not forgot, *later)
    return {name: int(value) for name, value in zip(TRIED, values, strict=True)}


def _plain_lost(folder: Path, chance: random.Random) -> int:
    """The control: every page in one file, written anew each time, until the disk is full. How many are gone then."""
    path, pages = folder / "pages.json", list[object]()
    with suppress(OSError):
        while True:
            pages.append(document(chance, chance.choice(SIZES)))
            path.write_text(json.dumps(pages))
    with suppress(ValueError):
        return len(pages) - 1 - len(json.loads(path.read_text()))
    return len(pages) - 1


def measure(many: int = MANY) -> Found:
    """So many full disks, and a tenth as many of the control."""
    chance, trials, kind = random.Random(30), list[dict[str, int]](), ""
    for _ in range(many):
        with disk(chance.randrange(SMALLEST, LARGEST)) as place:
            trials.append(trial(place, chance))
            kind = place.kind
    plain = 0
    for _ in range(max(many // 10, 1)):
        with disk(SMALLEST) as place:
            plain += _plain_lost(place.folder, chance)
    total = {name: sum(each[name] for each in trials) for name in TRIED}
    every = [total[name] == many for name in ("text in hand unchanged", "writing resumed", TRIED[5])]
    calm = total["refused for want of space"] == many or "limits" in kind
    holds = total["acknowledged and lost"] == 0 and all(every) and calm
    control = f"one plain file written anew: {plain} pages lost"
    return Found("full_disk", f"{many} disks ({kind})", MUST, dict(total), holds, control, plain > 0)
