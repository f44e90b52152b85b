"""A program over thirty visits and more, for whoever looks at one of their parts over time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.adapters.vault.keeping import close
from tests.app.ribbons import REST, TODAY, keeps, sides_of, visit_of
from tests.app.ribbons import somebody as with_parts
from tests.web.keeping import MINE
from tests.web.running import Running, passing_folder
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import FLOOR
from unforced.adapters.vault.table_store import TableStore
from unforced.app.inner_map import change, meet_on_map
from unforced.domain.map_changes import let_go, loosen
from unforced.domain.part import Part
from unforced.domain.passphrase import Passphrase
from unforced.domain.words import Words
from unforced.ports import Inside

HOSTILE = '<script>alert("x")</script> "& {{ t }} \u202e'


class There(NamedTuple):
    """A program with parts and visits, and the keys of those parts."""

    program: Running
    one: int
    other: int
    alone: int
    gone: int


def filled(inside: Inside) -> tuple[int, int, int, int]:
    """Thirty visits of one part, some about two sides, one of hostile words; and a part that was let go of."""
    one, other = with_parts(inside)
    alone = meet_on_map(inside, Part(name=Words(HOSTILE)), TODAY)
    gone = meet_on_map(inside, REST, TODAY)
    change(inside, lambda found: let_go(found, gone, TODAY))
    for after in range(30):
        keeps(inside, visit_of(one, after % 5, after % 4, after % 5 - 2, called="the foreman"), after)
    keeps(inside, visit_of(alone, 4, fear=HOSTILE, called=HOSTILE), 3)
    keeps(inside, sides_of(one, other, [(4, -3), (1, 2)]), 50)
    change(inside, lambda found: loosen(found, one, other, 4, TODAY))
    change(inside, lambda found: loosen(found, one, other, 0, TODAY + 70))
    return one, other, alone, gone


@contextmanager
def over_thirty_visits() -> Iterator[There]:
    """The program over what was kept; MINE opens it."""
    home = passing_folder("home")
    store = TableStore(home)
    vault = SealedVault(store, time.time, cost=FLOOR)
    vault.begin(vault.prepare(Passphrase.from_raw(MINE)))
    keys = filled(vault.inside)
    vault.lock()
    close(store.path)
    with Running(home=home) as program:
        yield There(program, *keys)
