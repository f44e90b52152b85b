"""Invariant 19: nobody is locked out of being met.

From every state but crisis, unsafe_here, nothing_wanted and those with hand_off or memory, a calm run of answers
(chips can be taken back) reaches *curious* or *two_sides* within twelve taps. Shown by breadth-first search over
real turns, with a person who answers calmly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from unforced.domain.answers import MIXED, UNKNOWN, Answers, Facts, Level, Memory
from unforced.domain.deeds.arriving import arrive
from unforced.domain.guide import guide, hear_is_shown, state_of
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.domain.states import SILENT, STAY_FROM
from unforced.domain.turning import take_turn
from unforced.domain.visit import Deed, Phase, Reply, Use, Visit
from unforced.proof.sequences import CALM, Tamper

TAPS = 12
MET = frozenset({"curious", "two_sides", "warm"})
CALM_BEYOND = {**CALM, "name_a": None, "name_b": None}


def starts() -> Iterator[Visit]:
    """Visits standing at their offers, over every state that is not left out, with what makes it hard to leave."""
    axes: tuple[tuple[Level, ...], ...] = (
        (1, 2, 3),
        (UNKNOWN, 0, 2, MIXED),
        (UNKNOWN, 5, 9),
        (UNKNOWN, 0),
        (UNKNOWN, 3),
        (UNKNOWN, 4),
        (UNKNOWN, -2, -1, 0, 1),
    )
    kinds = (frozenset[Kind](), frozenset({Kind.FLOODED}), frozenset({Kind.TWO_SIDES, Kind.NUMB}))
    for values in product(*axes):
        presence, arousal, distress, energy, firmness, blend, toward = values
        for named in kinds:
            answers = Answers(presence, arousal, distress, UNKNOWN, energy, named, firmness, blend, toward)
            for facts in (Facts(), Facts(surge=True)):
                yield Visit(answers=answers, facts=facts, memory=Memory(was_low=presence == 2), warmth_from=4)


def taps(visit: Visit, shelf: Shelf) -> list[Reply]:
    """What a calm person could tap on this screen."""
    if visit.phase is Phase.OFFERS:
        state = state_of(visit.situation).name
        first = guide(visit.situation, shelf).offers[:1]
        found = [Reply(Deed.TAKE, offer.practice) for offer in first]
        if hear_is_shown(visit.situation, state):
            found.append(Reply(Deed.HEAR))
        elif state in STAY_FROM:
            found.append(Reply(Deed.STAY))
        return [*found, Reply(Deed.CHIPS)]
    if visit.phase in (Phase.STAYING, Phase.AFTER):
        return [Reply(Deed.ANSWER, CALM_BEYOND[visit.question])]
    if visit.phase is Phase.BODY:
        return [Reply(Deed.ANSWER, "about_right")]
    if visit.phase is Phase.KINDS:
        return [Reply(Deed.CHOOSE, ()), Reply(Deed.CHOOSE, ("critic_voice",))]
    if visit.phase in (Phase.PRACTICE, Phase.NOTING):
        return [Reply(Deed.FINISH)]
    return [Reply(Deed.NEXT, "yes" if "room" in visit.practice else None)] if visit.phase is Phase.ASKING else []


def distance(start: Visit, shelf: Shelf, tamper: Tamper = lambda visit: visit, most: int = TAPS) -> int | None:
    """Taps to being met, or None where ``most`` are not enough."""
    queue = deque([(tamper(arrive(start)), 0)])
    seen = set()
    while queue:
        visit, count = queue.popleft()
        if visit.phase is Phase.OFFERS and state_of(visit.situation).name in MET:
            return count
        for reply in taps(visit, shelf) if count < most else ():
            after = tamper(take_turn(visit, reply, shelf))
            last = tuple(Use(use.practice, use.worse) for use in after.uses[-1:])
            key = replace(after, turn=0, said=(), uses=last, note="", lines=("", ""))
            if key not in seen and after.phase is not Phase.CLOSED:
                seen.add(key)
                queue.append((after, count + 1))
    return None


def search(shelf: Shelf, share: int = 1, tamper: Tamper = lambda visit: visit, first: int = 0) -> tuple[int, list[str]]:
    """How many beginnings were searched, every ``share``-th from ``first``, and every one where nobody is met."""
    broken, count = [], 0
    for number, start in enumerate(starts()):
        state = state_of(start.situation).name
        if state in SILENT or number % share != first:
            continue
        count += 1
        if distance(start, shelf, tamper) is None:
            broken.append(f"19: from {state} nobody is met within {TAPS} taps")
    return count, broken
