"""A guess from own words in a terminal, and what was corrected at the end of what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.cli.alone import Alone, Line
from tests.readers import Names
from unforced.adapters.library import FileLibrary
from unforced.app.teach import kept_lessons
from unforced.cli.keeping import Keeping
from unforced.cli.past import Looking
from unforced.cli.visiting import Visiting
from unforced.domain.resistance import Kind

WALL = "A stupid wall comes up"
SOUNDS = "It sounds as if that wall could be one of the first two here."
KEY = "a quiet place by the sea"


class Read(Alone):
    """Somebody whose words are read by this reader."""

    def __init__(self, library: FileLibrary, keeps: bool = True) -> None:
        super().__init__(library, in_memory(Path()))
        self.reader = Names("edge", "tense")
        self.keeps = keeps

    def visit(self, *lines: Line) -> str:
        self.lines = iter(lines)
        keeping = Keeping(self.watched, self.asking, now=lambda: self.now) if self.keeps else None
        visiting = Visiting(self.asking.library, self.asking.paper, "GB", self.asking.read, keeping)
        visiting.reader = self.reader
        visiting.run()
        return self.printed()

    def past(self, *lines: Line) -> str:
        self.lines = iter(lines)
        looking = Looking(self.watched, self.asking, lambda: self.now)
        looking.reader = self.reader
        with suppress(EOFError):
            looking.run()
        return self.printed()


@pytest.fixture
def alone(library: FileLibrary) -> Iterator[Read]:
    """Somebody whose vault is locked."""
    person = Read(library)
    yield person
    person.watched.end()


def test_the_two_stand_first_and_any_number_is_an_answer(alone: Read) -> None:
    out = alone.visit("1", WALL, "8", "q", "l")
    assert SOUNDS in out and "Is that close?" in out
    assert out.index("Perhaps 1 I'd lose my drive 2 It braces, it locks") < out.index("A harsh voice 3 A voice")
    assert "You said: Family, culture or faith forbid it" in out


def test_none_goes_on_and_without_a_reader_it_is_as_it_was(alone: Read, library: FileLibrary) -> None:
    assert "Your body right now is closest to" in alone.visit("1", WALL, "", "q", "l")
    plain = Alone(library, in_memory(Path()))
    out = plain.visit("1", WALL, "q", "l")
    assert "It sounds" not in out and "Your body right now is closest to" in out


def test_it_is_read_with_what_is_kept_only_while_that_is_open(alone: Read) -> None:
    corrects = ("1", WALL, "9", "4", "q", "k", KEY)
    assert "It is kept, and sealed." in alone.visit(*corrects)
    assert alone.reader.asked == [(WALL, ())]
    alone.visit("1", "My fog, again", "9", "4", "q", "l")
    assert [len(lessons) for _, lessons in alone.reader.asked] == [0, 1]
    alone.vault.lock()
    alone.visit("1", "A stone", "9", "4", "q", "l")
    assert [len(lessons) for _, lessons in alone.reader.asked] == [0, 1, 0]


def test_in_one_visit_it_is_taught_once_however_often_it_is_sealed(alone: Read) -> None:
    alone.visit("1", WALL, "9", "4", "r", KEY)
    out = alone.past("1", "g", "5", "A lid", "9", "5", "A stone", "9", "q", "k")
    assert out.count("It sounds as if") == 2
    kept = kept_lessons(alone.vault.inside).staying
    assert [(lesson.words.reveal(), lesson.kind) for lesson in kept] == [
        (WALL, Kind.NUMB),
        ("A lid", Kind.NUMB),
        ("A stone", Kind.NUMB),
    ]


def test_what_was_corrected_is_the_last_of_the_list_and_can_be_forgotten_and_taken_back(alone: Read) -> None:
    alone.visit("1", WALL, "9", "4", "q", "k", KEY)
    out = alone.past("2", "f", "2", "t", "2", "q")
    assert "2 What you corrected" in out and "It moves which chips stand first, for you only." in out
    assert "What you corrected is forgotten. It can be taken back until 30 November 2026" in out
    assert "It is back." in out


def test_let_go_nothing_of_it_is_kept(alone: Read) -> None:
    alone.visit("1", "plain", "1", "4", "q", "k", KEY)
    alone.visit("1", WALL, "9", "4", "q", "l")
    assert "What you corrected" not in alone.past("q")


def test_in_a_run_that_keeps_nothing_it_is_asked_and_taught_to_nobody(library: FileLibrary) -> None:
    person = Read(library, keeps=False)
    assert SOUNDS in person.visit("1", WALL, "9", "4", "q")
    assert person.reader.asked == [(WALL, ())]
