"""The whole proof: combinations, sequences, the search, screens, sentences, and every control."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from typing import Any

from unforced.ports import Library
from unforced.proof.combinations import check_blocks, thinned_blocks
from unforced.proof.controls import run_controls
from unforced.proof.reaching import search
from unforced.proof.sequences import DEPTH, walk_all
from unforced.proof.walking import check_screens, check_sentences

SCREENS = 300
SEARCHED = 3  # every third of the 8,640 beginnings, so that the whole proof stays under a minute
PROCESSES = 2
Work = Callable[[], Any]


def enumerate_all(library: Library, share: int = 1) -> dict[str, Any]:
    """``{"visited", "sequences", "broken", "controls"}``; ``share`` 10 takes about a tenth, for every test run."""
    shelf = library.shelf
    blocks = thinned_blocks(share)
    apart = 2 * SEARCHED * share
    walk_depth = DEPTH if share == 1 else DEPTH - 1
    halves: list[Work] = [
        lambda: (check_blocks(shelf, blocks[0::2]), search(shelf, apart, first=0), _walked(library, walk_depth)),
        lambda: (check_blocks(shelf, blocks[1::2]), search(shelf, apart, first=apart // 2), run_controls(library)),
    ]
    (one, near, walk), (other, far, controls) = _side_by_side(halves)
    screens, screens_broken = check_screens(library, SCREENS // share)
    broken = [*one.broken, *other.broken, *walk[1], *near[1], *far[1], *screens_broken, *check_sentences(library)]
    return {
        "visited": one.visited + other.visited,
        "sequences": walk[0],
        "searched": near[0] + far[0],
        "screens": screens,
        "broken": list(dict.fromkeys(broken)),
        "controls": dict(sorted(controls.items())),
    }


def _walked(library: Library, depth: int) -> tuple[int, list[str]]:
    walk = walk_all(library.shelf, depth)
    return walk.count, walk.broken


def _side_by_side(halves: list[Work]) -> list[Any]:
    """Each half in a process of its own; what one raises is raised here."""
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe(duplex=False) for _ in halves]
    workers = [
        context.Process(target=_send, args=(half, sending)) for half, (_, sending) in zip(halves, pipes, strict=True)
    ]
    for worker in workers:
        worker.start()
    results = [receiving.recv() for receiving, _ in pipes]
    for worker in workers:
        worker.join()
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return results


def _send(half: Work, sending: Any) -> None:
    gc.disable()  # nothing here makes cycles worth looking for, and looking takes a tenth of the time
    try:
        sending.send(half())
    except Exception as error:
        sending.send(error)
