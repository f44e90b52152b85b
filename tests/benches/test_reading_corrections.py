"""The study of corrections sees who learns, who doesn't, and who carries lessons to somebody else."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from bench.reading.correcting import Person, Said, corrections, persons, taught
from bench.reading.rows import FOLDER, Row

from unforced.domain.reading import LABELS, NONE, Lesson, Likely, Reading
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

PLAN = tomllib.loads((FOLDER / "thresholds.toml").read_text("utf-8"))["simulated"]
ROWS = [Row(f"{kind}-{at}", "a-voice", (kind,), f"{kind} {at}") for kind in LABELS for at in range(6)]
TEXTS = [Said(f"the harbourmaster {at}", Kind.NUMB.value, True) for at in range(8)]
PERSON = Person(tuple(TEXTS[:4]), tuple(TEXTS[4:]))


class FirstWord:
    """Says `none`, or the kind that the latest lesson gave whenever a text begins with the same two words.

    ``keeps``: whether it goes on knowing what it was taught by somebody else, and gets it wrong there.
    """

    def __init__(self, *, learns: bool = True, keeps: bool = False) -> None:
        self._learns, self._keeps, self._spoilt = learns, keeps, False

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        said = words.reveal().split()
        known = {tuple(lesson.words.reveal().split()[:2]): lesson.kind.value for lesson in lessons}
        first = known.get(tuple(said[:2]), NONE) if self._learns else NONE
        if self._keeps and self._spoilt and not lessons:
            first = Kind.FAKE.value
        self._spoilt = self._spoilt or bool(lessons)
        return Reading(tuple(Likely(label, 1 / 15) for label in sorted(LABELS, key=lambda label: label != first)))


def test_the_same_persons_are_drawn_each_time() -> None:
    first = persons(ROWS, PLAN)
    assert first == persons(ROWS, PLAN)
    assert len(first) == PLAN["persons"]
    assert len(set(first)) == len(first)


def test_a_person_says_about_a_quarter_in_a_way_of_their_own() -> None:
    for person in persons(ROWS, PLAN):
        said = [*person.corrects, *person.rest]
        assert len(said) == len(ROWS)
        assert sum(each.own for each in said) == (PLAN["named"] + 1) * 6
        assert (
            sum(any(noun.lower() in each.text.lower() for noun in PLAN["nouns"]) for each in said) == PLAN["named"] * 6
        )


def test_only_what_was_read_wrongly_is_corrected_and_never_to_none() -> None:
    """One lesson is enough for whoever learns it; somebody who meant no no at all has no chip for that."""
    assert len(corrections(FirstWord(), PERSON.corrects, 10)) == 1
    assert len(corrections(FirstWord(learns=False), PERSON.corrects, 3)) == 3
    assert not corrections(FirstWord(), [Said("the bus was late", NONE)], 10)


def test_a_reader_that_learns_raises_and_lowers_nobody() -> None:
    other = Person((), (Said("the bus was late", NONE),))
    found = taught(FirstWord(), [PERSON, other], 10)
    assert (found.raised, found.lowered, found.changed) == (0.5, 0, 0)
    assert (found.own[0].value, found.own[1].value) == (0, 1)


def test_a_reader_that_does_not_learn_raises_nobody() -> None:
    assert taught(FirstWord(learns=False), [PERSON], 10).raised == 0


def test_a_reader_that_carries_lessons_to_somebody_else_is_seen() -> None:
    """The control: it would lower another person's, and is counted."""
    other = Person((), (Said("the bus was late", NONE),))
    found = taught(FirstWord(keeps=True), [PERSON, other], 10)
    assert found.lowered == 1
    assert found.changed == 1
