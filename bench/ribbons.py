"""Ten years over time: 3,650 visits and 30 parts in a real sealed vault; the map and every ribbon of it, at once.

Every visit met one of the parts, and every third was about two sides that pull against each other. What is measured is
more than any screen asks for: everything kept is opened, the map is read, listed and drawn, and the ribbon of each part
and of each polarity is made, drawn and put in words as it stands when it is opened (its last 24 visits). Everything is
read from the file in each run; only the passphrase was typed before.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from os import urandom

from bench.faults.ground import Ground, begin, close_files, inside_of, passing_folder
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.documents import written as sealed_form
from unforced.adapters.vault.keyhole import NAME, row_of
from unforced.adapters.vault.sealing.pages import seal, tag_of
from unforced.adapters.vault.sealing.register import Entry, Register, seal_register
from unforced.adapters.vault.table_store import TableStore
from unforced.app.inner_map import change, inner_map, kept_map
from unforced.app.kept import KeptVisit, written
from unforced.app.map_drawing import drawn
from unforced.app.map_list import listed
from unforced.app.map_names import Names
from unforced.app.over_time import MOST, over_time, said_of
from unforced.app.ribbon import drawn as ribbon
from unforced.app.stretches import of_line, of_part, of_sides
from unforced.domain.answers import UNKNOWN, Answers, Facts
from unforced.domain.deeds.turning_toward import FEAR, HOPE, JOB
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import loosen
from unforced.domain.resistance import Kind
from unforced.domain.ties import Between
from unforced.domain.visit import Said, Use, Visit
from unforced.domain.words import Words
from unforced.ports import Inside

VISITS, PARTS = 3650, 30
OPENED_MS = 500
RUNS = 5
FIRST = datetime(2026, 1, 1, 22, tzinfo=UTC)
TOLD = "that everything would be left lying if it stopped for a moment, and somebody would see. " * 3
ASKED = (JOB, HOPE, FEAR, "words")


def a_visit(number: int, found: InnerMap, chance: random.Random) -> Visit:
    """One visit of the ten years, about 2 kB as a document."""
    ties = [tie for tie in found.ties if tie.kind is Between.POLARISED]
    met = (found.parts[number % PARTS].key, 0, 0)
    said = [Said("kinds", ("critic_voice",)), Said("body_words", "about_right"), Said("distress", 4)]
    said += [Said(key, Words(f"{number}. {TOLD}")) for key in ASKED]
    two = number % 3 == 0
    if two:
        tie = ties[number // 3 % len(ties)]
        met = (0, tie.one, tie.other)
        for side in ("one", "other"):
            levels = {"firmness": chance.randrange(5), "toward": chance.randrange(-3, 4)}
            said += [Said(f"sides_{key}_{side}", level) for key, level in levels.items()]
            said += [Said(f"sides_{key}_{side}", Words(f"{number}. {TOLD}")) for key in ("wants", "fears")]
    return Visit(
        answers=Answers(
            presence=3,
            arousal=0,
            distress=4,
            kinds=frozenset({Kind.CRITIC_VOICE}),
            firmness=chance.randrange(5),
            blend=chance.randrange(5),
            toward=1,
        ),
        facts=Facts(two_named=two),
        said=tuple(said),
        called=Words("the foreman"),
        names=(Words("one of them"), Words("and the other")) if two else (None, None),
        uses=(Use("sides.both_sides" if two else "ask.listen", worse=False),),
        place="jaw",
        soften_to_it=chance.choice((-2, -1, 0, 1, 2, UNKNOWN)),
        on_map=met,
    )


def fill(ground: Ground, found: InnerMap) -> int:
    """Ten years of visits in one change of the store, beside the map; bytes of the last document."""
    chance, entries, size = random.Random(10), dict[bytes, Entry](), 0
    map_name = bytes.fromhex(ground.vault.inside.name_of("inner map"))
    with TableStore(ground.folder).change() as change_of:
        row = row_of(change_of)
        there = change_of.page(map_name)
        assert there is not None
        entries[map_name] = Entry(1, tag_of(there))
        for number in range(VISITS):
            began, name = FIRST + timedelta(days=number), urandom(NAME)
            document = sealed_form(written(KeptVisit(a_visit(number, found, chance), began, began)))
            sealed = seal(document, name, 1, ground.keys, urandom)
            change_of.put_page(name, sealed)
            entries[name] = Entry(1, tag_of(sealed))
            size = len(document)
        register = seal_register(Register(VISITS + 2, entries), ground.keys, urandom)
        change_of.put_person(row._replace(register=register))
    return size


def everything(inside: Inside, library: FileLibrary) -> tuple[int, int]:
    """The map, and every ribbon as it is opened; how many marks and lines there are."""
    found = inner_map(inside, FIRST.toordinal())
    names = Names(found, library, False)
    listed(found, names)
    drawn(found, names)
    past = over_time(inside, found)
    stretches = [of_part(past.of_part(part.key), names, library) for part in found.parts]
    for tie in found.ties:
        if tie.kind is Between.POLARISED:
            stretches += [of_line(said_of(tie), names), of_sides(past.of_tie(tie), tie, names, library)]
    assert not past.damaged
    every = [ribbon(strips, name, each.told) for each in stretches for name, strips in each.ribbons]
    return sum(len(row.marks) for one in every for row in one.rows), sum(len(each.lines) for each in stretches)


def ten_years(
    a_map: Callable[[int, int], InnerMap], base_of: Callable[[Inside], int]
) -> tuple[list[float], float, str]:
    """How long each run took in milliseconds, sorted; the middle one's time on a core of its own; what was there."""
    library = FileLibrary()
    with passing_folder() as folder:
        ground = begin(folder)
        inside = ground.vault.inside
        found = a_map(PARTS, base_of(inside))
        for number, tie in enumerate(found.ties):
            if tie.kind is Between.POLARISED:
                for day in range(MOST):
                    found = loosen(found, tie.one, tie.other, (number + day) % 5, FIRST.toordinal() + day)
        change(inside, lambda _: found)
        size = fill(ground, found)
        close_files()
        again = inside_of(TableStore(ground.folder), ground.keys)
        taken, reckoned, marks, lines = list[float](), list[float](), 0, 0
        for _ in range(RUNS + 1):
            began, core = time.perf_counter(), time.process_time()
            marks, lines = everything(again, library)
            taken.append((time.perf_counter() - began) * 1000)
            reckoned.append((time.process_time() - core) * 1000)
        kept = kept_map(again)
        close_files()
    there = f"{VISITS} visits of {size} bytes, {len(kept.parts)} parts, {len(kept.ties)} ties"
    told = f"{there}: {marks} marks, {lines} lines"
    return sorted(taken[1:]), statistics.median(reckoned[1:]), told
