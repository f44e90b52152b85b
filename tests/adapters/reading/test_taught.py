"""What one person taught: lessons pull toward their kind, by likeness and by the person's own words."""

from __future__ import annotations

import pytest

from unforced.adapters.reading.taught import UNLIKE, Vote, alike, own_words, shifted
from unforced.domain.reading import LABELS
from unforced.domain.resistance import Kind

EVEN = {label: 1 / len(LABELS) for label in LABELS}
LODGER = frozenset({"lodger"})


def pulled(*votes: Vote) -> float:
    """How likely NUMB is after these votes, where every label was as likely as any other."""
    shares = shifted(EVEN, votes)
    assert sum(shares.values()) == pytest.approx(1)
    return shares["numb"]


def test_lessons_that_are_unlike_never_move_anything() -> None:
    shares = {**EVEN, "tense": 0.5}
    assert shifted(shares, [Vote(Kind.NUMB, UNLIKE), Vote(Kind.FAKE, 0.0)]) == shares
    assert shifted(shares, []) == shares


def test_the_more_alike_the_more_it_pulls() -> None:
    assert EVEN["numb"] < pulled(Vote(Kind.NUMB, 0.3)) < pulled(Vote(Kind.NUMB, 0.6)) < pulled(Vote(Kind.NUMB, 1.0))


def test_a_word_of_ones_own_pulls_more_where_it_stood_twice_and_less_among_several() -> None:
    among = frozenset({"lodger", "cornet", "ledger"})
    once = pulled(Vote(Kind.NUMB, 0.1, LODGER, LODGER))
    assert EVEN["numb"] < pulled(Vote(Kind.NUMB, 0.1, LODGER, among)) < once
    assert once < pulled(*[Vote(Kind.NUMB, 0.1, LODGER, among)] * 2)


def test_a_word_that_was_taught_for_two_kinds_speaks_for_neither() -> None:
    votes = (Vote(Kind.NUMB, 0.1, LODGER, LODGER), Vote(Kind.FAKE, 0.1, LODGER, LODGER))
    assert shifted(EVEN, votes) == EVEN


def test_a_word_of_ones_own_is_a_rare_one_after_a_the_or_a_my() -> None:
    plain = ["it", "is", "the", "lodgers", "and", "my", "cat", "said", "cornet", "a", "it"]
    assert own_words(plain, lambda word: word != "cat") == {"lodger"}
    assert own_words([], lambda word: True) == frozenset()


def test_nothing_is_like_nothing() -> None:
    assert alike({}, {"a": 1.0}) == 0.0
    assert alike({"a": 2.0}, {"a": 1.0}) == pytest.approx(1)
