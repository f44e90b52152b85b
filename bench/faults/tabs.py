"""Three writers on one page. No piece is lost: it is on the page, or on a second copy beside it.

In each round all three open the same revision, each adds a piece of its own, and all keep at the same moment: in
three quarters of the rounds as threads over one open vault, as tabs are, and in the others as three processes.

Control: the same where the last one who keeps wins, whatever revision it had opened.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from bench.faults.ground import Found, asked, begin, close_files, inside_of, passing_folder
from unforced.adapters.vault.inside import SealedInside
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import VaultError
from unforced.domain.page import Page

MANY = 200
WRITERS = 3
IN_PROCESSES = 4  # every so-manieth round
PATIENCE = 60  # seconds
ONE_BY_ONE = threading.Lock()
Keep = Callable[[SealedInside, Page], object]


class Meeting(Protocol):
    """Where writers wait for each other."""

    def wait(self, timeout: float | None = None) -> int:
        """Until all are there."""


def _ours(inside: SealedInside, page: Page) -> object:
    return inside.keep(page)


def _last_wins(inside: SealedInside, page: Page) -> object:
    """The control: which revision was opened doesn't count."""
    with ONE_BY_ONE:
        return inside.keep(Page(page.id, inside.open(page.id).revision, page.document))


def _pieces(page: Page) -> list[str]:
    pieces = page.document["pieces"]
    assert isinstance(pieces, list)
    return pieces


class Desk(NamedTuple):
    """What the writers share: a page by its name, how they keep it, and where they wait for each other."""

    name: str
    keep: Keep
    meeting: Meeting


def _writing(writer: int, rounds: range, desk: Desk, inside: SealedInside) -> None:
    """One writer: opens, waits for the others, adds its piece and keeps; waits again, so that rounds stay apart."""
    for each in rounds:
        page = inside.open(desk.name)
        desk.meeting.wait(PATIENCE)
        document = {**page.document, "pieces": [*_pieces(page), f"{each} by {writer}"]}
        with suppress(VaultError):  # a piece that was refused is missing, and counts as lost
            desk.keep(inside, Page(desk.name, page.revision, document))
        desk.meeting.wait(PATIENCE)


def _as_threads(inside: SealedInside, rounds: range, name: str, keep: Keep) -> None:
    desk = Desk(name, keep, threading.Barrier(WRITERS))

    def deed(writer: int) -> None:
        _writing(writer, rounds, desk, inside)
        close_files()

    writers = [threading.Thread(target=deed, args=(writer,)) for writer in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()


def _as_processes(folder: Path, keys: Keys, rounds: range, name: str, keep: Keep) -> None:
    fork = multiprocessing.get_context("fork")
    desk = Desk(name, keep, fork.Barrier(WRITERS))

    def deed(writer: int) -> None:
        _writing(writer, rounds, desk, inside_of(TableStore(folder), keys))

    writers = [fork.Process(target=deed, args=(writer,)) for writer in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()


def _all_pieces(folder: Path, keys: Keys) -> tuple[list[str], int, int]:
    """Every piece of a fresh opening, the number of second copies, and of pages that don't open."""
    opened = inside_of(TableStore(folder), keys).open_all()
    pieces = {piece for page in opened.pages for piece in _pieces(page)}
    return sorted(pieces), sum("copy_of" in page.document for page in opened.pages), len(opened.damaged)


def written(many: int, keep: Keep) -> tuple[int, int, int]:
    """So many rounds: pieces that are missing afterwards, second copies, pages that don't open."""
    in_threads = many - many // IN_PROCESSES
    with passing_folder() as folder:
        ground = begin(folder)
        name = ground.vault.inside.keep(Page("", 0, {"pieces": []})).page.id
        _as_threads(ground.vault.inside, range(in_threads), name, keep)
        close_files()
        _as_processes(folder, ground.keys, range(in_threads, many), name, keep)
        pieces, copies, damaged = asked(partial(_all_pieces, folder, ground.keys))
    wanted = {f"{each} by {writer}" for each in range(many) for writer in range(WRITERS)}
    return len(wanted - {*pieces}), copies, damaged


def measure(many: int = MANY) -> Found:
    """So many rounds, and a tenth as many of the control."""
    lost, copies, damaged = written(many, _ours)
    control = max(many // 10, 4)
    lost_by_last, *_ = written(control, _last_wins)
    figures: dict[str, int | float | str] = {
        "pieces": many * WRITERS,
        "pieces lost": lost,
        "second copies": copies,
        "pages that don't open": damaged,
        "rounds in three processes": many // IN_PROCESSES,
    }
    said = f"the last one wins: {lost_by_last} of {control * WRITERS} pieces lost"
    must = f"0 of {many * WRITERS} pieces lost"
    return Found("tabs", f"{many} rounds", must, figures, not lost + damaged, said, lost_by_last > 0)
