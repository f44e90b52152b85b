"""Small moments in a terminal: written, gathered, the shore in letters, and leaving out areas of the body."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.alone import Alone, Line
from tests.cli.terminal import visit
from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.app.moments import gathered, moments
from unforced.app.showing import show
from unforced.cli.moments import Gathered
from unforced.cli.shore import COLUMNS, drawn
from unforced.domain.moments import Small
from unforced.domain.visit import Deed, Visit
from unforced.domain.words import Words

WRITTEN = "stand at the back door"
KEY = "a quiet place by the sea"
DAY = 739_900


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 500), st.integers(8, 90))
def test_one_more_pebble_never_moves_or_takes_away_another(count: int, width: int) -> None:
    before, after = drawn(count, width), drawn(count + 1, width)
    new = 0
    for number, line in enumerate(after):
        earlier = (before[number] if number < len(before) else "").ljust(COLUMNS)
        now = line.ljust(COLUMNS)
        new += sum(mine not in (" ", old) for old, mine in zip(earlier, now, strict=True))
        assert not [old for old, mine in zip(earlier, now, strict=True) if old not in (" ", mine)]
        assert len(line) <= min(width, COLUMNS) or width < 8
    assert new <= 1


def test_the_shore_in_letters_holds_no_number() -> None:
    assert not any(letter.isdigit() for line in drawn(400) for letter in line)


def test_somebody_writes_one_in_the_terminal() -> None:
    out = visit("3", WRITTEN, "1", "3", "q")
    assert "Write one of your own, on one line." in out
    assert out.count(WRITTEN) >= 2 and "A minute at most, in your own time." in out
    assert "Yours, and nothing changed." in out


def looks(alone: Alone, *lines: Line) -> str:
    """What is printed to somebody who looks at their small moments and types these lines."""
    alone.lines = iter(lines)
    with suppress(EOFError):
        Gathered(alone.watched, alone.asking, lambda: alone.now).run()
    return alone.printed()


def kept(alone: Alone, *small: Small) -> None:
    """These were kept before."""
    gathered(Visit(moments=small), alone.place.unlocked().inside, DAY)


MINE = Small("moment.own", Words(WRITTEN))
BREAK = Small("moment.short_break")


def test_the_shore_comes_first_and_the_list_only_when_asked_for(alone: Alone) -> None:
    kept(alone, BREAK, MINE)
    out = looks(alone, KEY, "q")
    assert "A shore with a few pebbles." in out and "~~~" in out and WRITTEN not in out
    out = looks(alone, "l", "q")
    assert WRITTEN in out and "Twenty seconds off · 11 October 2026" in out


def test_an_empty_shore_is_a_shore(alone: Alone) -> None:
    out = looks(alone, KEY, "l")
    assert "A shore, and the sea." in out


def test_own_words_are_forgotten_and_taken_back(alone: Alone) -> None:
    kept(alone, BREAK, MINE)
    out = looks(alone, KEY, "l", "1", "f", "q")
    assert "It can be taken back until 30 November 2026" in out and "Forgotten, and can be taken back" in out
    out = looks(alone, "l", "3", "t", "q")
    assert "It is back." in out
    assert looks(alone, "l", "2", "b", "q").count("What was done") == 2
    assert "Forgotten." in looks(alone, "l", "2", "f", "4", "b", "q")
    assert len(moments(alone.vault.inside, DAY).done) == 2


def test_one_of_their_own_is_taken_again_from_the_list(alone: Alone) -> None:
    kept(alone, MINE)
    out = looks(alone, KEY, "l", "1", "t", "1", "3", "q", "l")
    assert "A minute at most" in out and "Yours, and nothing changed." in out


def test_who_does_not_unlock_sees_nothing(alone: Alone) -> None:
    kept(alone, MINE)
    assert "~~~" not in looks(alone, "")


def test_left_alone_it_locks_and_the_window_is_cleared(alone: Alone) -> None:
    kept(alone, MINE)
    out = looks(alone, KEY, alone.away("l"), KEY, "q")
    assert "It locked itself." in out and WRITTEN in out
    assert "It locked itself." in looks(alone, alone.slept("l"), "")


def test_in_a_kept_visit_each_gathers_once(alone: Alone) -> None:
    out = alone.visit("3", "1", "", "3", "1", "3", "r", KEY)
    assert "Kept so far, and sealed." in out
    assert "shore with a few" in looks(alone, "q") or len(moments(alone.vault.inside, DAY).done) >= 1


def number_of(library: FileLibrary, name: str) -> str:
    """Which number a practice has on the whole shelf behind the door to settle."""
    person = Person(library.shelf).does(Deed.OPEN_DOOR, "settle").does(Deed.LOOK)
    return str([one.reply.value for one in show(person.visit, library).choices].index(name) + 1)


def to_the_muscles(library: FileLibrary) -> tuple[str, ...]:
    """What is typed on the way to a practice of muscles."""
    few = show(Person(library.shelf).does(Deed.OPEN_DOOR, "settle").visit, library)
    every = [*few.choices, *few.beside]
    whole = str([one.reply.deed for one in every].index(Deed.LOOK) + 1)
    return "2", whole, number_of(library, "muscles_release.toes_to_face")


def test_legs_are_left_out_by_their_number_and_enter_goes_on(library: FileLibrary) -> None:
    out = visit(*to_the_muscles(library), "9 9 9", "2, 7", "q")
    assert "Leave out: numbers, 0 for leaving nothing out. Enter goes on." in out
    assert "That isn't one of the answers here." in out
    assert "Toes: as loose" in out and "Thighs" not in out
    assert "Thighs" in visit(*to_the_muscles(library), "", "q")


def test_before_it_is_played_every_letter_of_the_row_works(library: FileLibrary) -> None:
    out = visit(*to_the_muscles(library), "h", "q")
    assert "Emergency number" in out and "Thighs" not in out


def test_what_was_left_out_is_said_and_comes_back_with_a_zero(library: FileLibrary) -> None:
    way = to_the_muscles(library)
    out = visit(*way, "2", "3", "3", way[2], "0", "q")
    assert "Legs · left out" in out
    assert out.count("Thighs") == 1
