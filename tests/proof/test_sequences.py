"""The proof by sequences: refusals, doses and what got worse, counted a second time from outside the visit."""

from __future__ import annotations

import pytest

from unforced.domain.practice import Practice
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase
from unforced.proof.controls import TAMPERS
from unforced.proof.reaching import TAPS, distance, search, starts
from unforced.proof.sequences import ALPHABET, beginnings, walk_all


@pytest.fixture(scope="module")
def small(shelf: Shelf) -> Shelf:
    """A shelf with one practice a family and rung, so that what is offered comes round again soon."""
    first: dict[object, Practice] = {}
    for practice in shelf:
        if not practice.picked_only:
            first.setdefault((practice.family, practice.rung, practice.only_in), practice)
    return Shelf(first.values())


def test_no_short_sequence_offers_what_was_refused_too_much_or_what_got_worse(shelf: Shelf) -> None:
    walk = walk_all(shelf, depth=2)
    assert walk.broken == []
    assert walk.count > len(beginnings(shelf)) * len(ALPHABET)


@pytest.mark.slow
@pytest.mark.parametrize("name", TAMPERS)
def test_a_visit_that_forgets_is_always_caught(name: str, small: Shelf) -> None:
    tamper, alphabet, depth = TAMPERS[name]
    assert any(line.startswith(f"{name}:") for line in walk_all(small, depth, tamper, alphabet).broken)


@pytest.mark.slow
@pytest.mark.parametrize("name", TAMPERS)
def test_a_visit_that_remembers_never_is(name: str, small: Shelf) -> None:
    _, alphabet, depth = TAMPERS[name]
    assert walk_all(small, depth, alphabet=alphabet).broken == []


def test_every_beginning_stands_at_its_offers(shelf: Shelf) -> None:
    assert {visit.phase for visit in beginnings(shelf)} == {Phase.OFFERS}


# Nobody is locked out of being met


def test_nobody_is_ever_locked_out_of_being_met(shelf: Shelf) -> None:
    searched, locked_out = search(shelf, share=61)
    assert searched > 50
    assert locked_out == []


def test_a_stay_that_does_nothing_locks_somebody_out_and_is_caught(shelf: Shelf) -> None:
    start = next(start for start in starts() if start.answers.presence == 2)
    assert distance(start, shelf, most=4) is None
    assert distance(start, shelf) is not None
    assert (distance(start, shelf) or 0) <= TAPS


def test_the_beginnings_hold_what_makes_it_hard_to_be_met() -> None:
    every = list(starts())
    assert {start.facts.surge for start in every} == {False, True}
    assert {start.answers.presence for start in every} == {1, 2, 3}
    assert {start.memory.was_low for start in every} == {False, True}
