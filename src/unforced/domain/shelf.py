"""The shelf: every practice there is, and the one a guide may take from it within its limits.

A person takes what they like from the shelf; the limits bind only what the guide offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from unforced.domain.errors import UnknownPracticeError
from unforced.domain.feelings import Feelings
from unforced.domain.practice import SIZES, UNCLOCKED, Direction, Family, Practice

NO_WORDS = Feelings()


class Limits(NamedTuple):
    """What a practice must fit to be offered now. Times are seconds; ``rung`` is the warmth rung wanted, or -1."""

    state: str
    needs: frozenset[str]
    put_away: frozenset[str]
    longest: int
    inward: int
    rung: int
    phrases: bool
    outside_home: bool
    whole: bool
    whole_first: bool
    used: tuple[str, ...]
    kinds: frozenset[str]
    toward: str = "fed_up"


class Shelf:
    """Practices by family, in the order they are offered, and words for naming a feeling. Never changes once made."""

    def __init__(self, practices: Iterable[Practice], feelings: Feelings = NO_WORDS) -> None:
        self.feelings = feelings
        kept = sorted(practices, key=lambda p: (p.family, p.rung, p.order, _size(p), p.id))
        self._by_id = {practice.id: practice for practice in kept}
        self._by_family: dict[Family, tuple[Practice, ...]] = {
            family: tuple(p for p in kept if p.family is family) for family in Family
        }
        # Most situations ask for the same few things; remembering the answer changes nothing but the time it takes.
        self.pick = lru_cache(maxsize=4096)(self._pick)

    def __iter__(self) -> Iterator[Practice]:
        return iter(self._by_id.values())

    def __contains__(self, practice_id: object) -> bool:
        return practice_id in self._by_id

    def get(self, practice_id: str) -> Practice:
        """The practice with this id, or UnknownPracticeError."""
        try:
            return self._by_id[practice_id]
        except KeyError:
            raise UnknownPracticeError(f"no practice named {practice_id[:60]!r}") from None

    def family(self, family: Family) -> tuple[Practice, ...]:
        """All practices of a family, in order."""
        return self._by_family[family]

    def fitting(self, family: Family, limits: Limits) -> tuple[Practice, ...]:
        """Every practice of a family within these limits, in order."""
        return tuple(practice for practice in self._by_family[family] if _fits(practice, limits))

    def _pick(self, family: Family, limits: Limits) -> Practice | None:
        """The practice to offer, or None: made for this state, least used, for this kind of no, then in order."""
        best: Practice | None = None
        best_rank: tuple[int, bool, int, bool, int] | None = None
        for practice in self._by_family[family]:
            if not _fits(practice, limits):
                continue
            size = -_size(practice) if limits.whole_first else 0
            lower = limits.rung - practice.rung if family is Family.WARMTH else 0
            rank = (
                lower,
                not practice.only_in,
                limits.used.count(practice.id),
                not practice.for_kinds & limits.kinds,
                size,
            )
            if best_rank is None or rank < best_rank:
                best, best_rank = practice, rank
        return best


def _size(practice: Practice) -> int:
    return SIZES.index(practice.size) if practice.size else 0


def _fits(p: Practice, limits: Limits) -> bool:
    return (
        not p.picked_only
        and (p.id not in limits.put_away or p.family is Family.HELP)
        and not (p.needs & limits.needs)
        and _fits_state(p, limits)
        and _fits_dose(p, limits)
        and (limits.phrases or not p.phrase)
        and (limits.whole or p.size != "whole")
    )


def _fits_state(p: Practice, limits: Limits) -> bool:
    if p.family is Family.WARMTH and p.rung > limits.rung:
        return False
    if p.from_rung > max(limits.rung, 0) or p.toward not in ("", limits.toward):
        return False
    if p.family is Family.PEOPLE and limits.outside_home and p.home != "outside":
        return False
    return (not p.only_in or limits.state in p.only_in) and limits.state not in p.not_in


def _fits_dose(p: Practice, limits: Limits) -> bool:
    if p.hold:
        return False  # offers carry no hold (invariant 7); the person adds one on the card
    if p.family in UNCLOCKED:
        return p.id not in limits.used
    if p.direction is Direction.INWARD:
        return p.seconds <= limits.inward
    return p.seconds <= limits.longest or p.family is Family.REST
