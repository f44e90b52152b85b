"""Every sequence to depth 4 over a coarse alphabet of deeds, from several beginnings (invariants 8, 9 and 11).

What was refused, how long was spent inward and what got worse is counted here a second time, apart from the
visit's own memory, so that a forgetful visit is caught.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Level, Never
from unforced.domain.guide import guide, state_of
from unforced.domain.practice import Direction, Family
from unforced.domain.shelf import Shelf
from unforced.domain.states import STAY_FROM
from unforced.domain.turning import take_turn
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.proof.invariants import INWARD

DEPTH = 4
Tamper = Callable[[Visit], Visit]
CALM: Mapping[str, object] = {
    "body_words": "about_right",
    "presence": 3,
    "distress": 4,
    "energy": 2,
    "firmness": 1,
    "blend": 1,
    "place": UNKNOWN,
    "called": UNKNOWN,
    "toward": 1,
    "soften": 0,
    "body": 0,
}
CLOSE: Mapping[str, object] = {**CALM, "firmness": 3, "blend": 4, "toward": -2, "soften": -1, "distress": 6}
HARDER: Mapping[str, object] = {**CALM, "soften": -2, "body": -1, "distress": 7}
EASIER: Mapping[str, object] = {**CALM, "soften": 1, "body": 1, "distress": 3, "toward": 2}


TAKES: Mapping[str, tuple[int, Mapping[str, object]]] = {
    "first": (0, CALM),
    "first_harder": (0, HARDER),
    "second": (1, CALM),
    "second_easier": (1, EASIER),
}
STAYS: Mapping[str, Mapping[str, object]] = {"stay": CALM, "stay_warm": EASIER}
CHIPS: Mapping[str, tuple[str, ...]] = {"chips_flooded": ("flooded",), "chips_none": ()}
ALPHABET = ("first", "first_harder", "second", "second_easier", "decline", "stay", "stay_warm", "chips_none")


class Ledger(NamedTuple):
    """What happened, counted from outside."""

    declined: tuple[Family, ...] = ()
    inward_s: int = 0
    outward_due: bool = False
    risen: bool = False
    uses: tuple[tuple[str, bool], ...] = ()


class Walk:
    """One walker: a shelf, and a tampering with each visit for the controls (none for the real thing)."""

    def __init__(
        self, shelf: Shelf, tamper: Tamper = lambda visit: visit, alphabet: tuple[str, ...] = ALPHABET
    ) -> None:
        self.shelf = shelf
        self.alphabet = alphabet
        self.tamper = tamper
        self.count = 0
        self.broken: list[str] = []

    def turn(self, visit: Visit, deed: Deed, value: object = None) -> Visit:
        """One turn as a surface would take it."""
        return self.tamper(take_turn(visit, Reply(deed, value), self.shelf))

    def answer_all(self, visit: Visit, answers: Mapping[str, object]) -> Visit:
        """Answers whatever is asked until the offers or the shelf stand there again."""
        for _ in range(40):
            if visit.phase in (Phase.STAYING, Phase.AFTER):
                visit = self.turn(visit, Deed.ANSWER, answers.get(visit.question))
            elif visit.phase is Phase.BODY:
                visit = self.turn(visit, Deed.ANSWER, answers["body_words"])
            elif visit.phase is Phase.ASKING:
                visit = self.turn(visit, Deed.NEXT, "yes" if "room" in visit.practice else None)
            elif visit.phase is Phase.SIDES:
                visit = self.turn(visit, Deed.NEXT, 0 if visit.step == 0 else None)
            elif visit.phase is Phase.NOTING and visit.step == 0:
                visit = self.turn(visit, Deed.NEXT)
            elif visit.phase in (Phase.PRACTICE, Phase.NOTING):
                visit = self.turn(visit, Deed.FINISH)
            else:
                break
        return visit

    def take(self, visit: Visit, ledger: Ledger, which: int, answers: Mapping[str, object]) -> tuple[Visit, Ledger]:
        """Takes an offer, does it to its end and answers what is asked after it."""
        offers = guide(visit.situation, self.shelf).offers
        if which >= len(offers):
            return visit, ledger
        practice = self.shelf.get(offers[which].practice)
        before = visit.answers.distress
        visit = self.turn(visit, Deed.TAKE, practice.id)
        if visit.phase in (Phase.CLOSED, Phase.HELP):
            return visit, ledger
        visit = self.answer_all(visit, answers)
        inward = practice.direction is Direction.INWARD
        timed = practice.seconds if inward and practice.family not in (Family.ASK, Family.SIDES) else 0
        risen = inward and (visit.answers.soften == -2 or _by_two(before, visit.answers.distress))
        outward = practice.direction is Direction.OUTWARD and practice.seconds >= 20
        worse = visit.answers.soften <= -1 or visit.answers.body == -1 or _by_two(before, visit.answers.distress)
        return visit, ledger._replace(
            inward_s=ledger.inward_s + timed,
            outward_due=inward or (ledger.outward_due and not outward),
            risen=ledger.risen or risen,
            uses=(*ledger.uses, (practice.id, worse)),
        )

    def step(self, visit: Visit, ledger: Ledger, letter: str) -> tuple[Visit, Ledger]:
        """One letter of the alphabet."""
        if letter in TAKES:
            which, answers = TAKES[letter]
            return self.take(visit, ledger, which, answers)
        if letter == "decline":
            shown = tuple(offer.family for offer in guide(visit.situation, self.shelf).offers)
            return self.turn(visit, Deed.SOMETHING_ELSE), ledger._replace(declined=ledger.declined + shown)
        if letter in STAYS:
            if state_of(visit.situation).name not in STAY_FROM:
                return visit, ledger
            return self.answer_all(self.turn(visit, Deed.STAY), STAYS[letter]), ledger
        visit = self.turn(visit, Deed.CHIPS)
        return self.answer_all(self.turn(visit, Deed.CHOOSE, CHIPS[letter]), CALM), ledger

    def walk(self, visit: Visit, ledger: Ledger, depth: int) -> None:
        """Every sequence from here, checked at each arrival at the offers."""
        self._check(visit, ledger)
        if depth == 0:
            return
        for letter in self.alphabet:
            self.count += 1
            after, counted = self.step(visit, ledger, letter)
            if after.phase is Phase.KINDS:
                after = self.answer_all(self.turn(after, Deed.CHOOSE, ()), CALM)
            if after.phase is Phase.OFFERS:
                self.walk(after, counted, depth - 1)

    def _check(self, visit: Visit, ledger: Ledger) -> None:
        for offer in guide(visit.situation, self.shelf).offers:
            if offer.family is not Family.HELP and ledger.declined.count(offer.family) >= 2:
                self.broken.append("8: offered again after two refusals")
            if offer.family in INWARD:
                self.broken += _inward_breaks(ledger, offer.family, offer.seconds)
            last = [worse for practice, worse in ledger.uses if practice == offer.practice][-3:]
            if sum(last) >= 2:
                self.broken.append("11: offered again after it got worse twice")


def _inward_breaks(ledger: Ledger, family: Family, seconds: int) -> list[str]:
    timed = family not in (Family.ASK, Family.SIDES)
    if ledger.outward_due or ledger.risen:
        return ["9: inward again before something outward, or after a rise"]
    over = timed and (seconds > 90 or ledger.inward_s + seconds > 180)
    return ["9: more inward than a dose"] if over else []


def _by_two(before: Level, now: Level) -> bool:
    return isinstance(before, int) and isinstance(now, int) and now - before >= 2


def beginnings(shelf: Shelf) -> list[Visit]:
    """Visits at their first offers: after different chips and body words, and already turned toward it."""
    walk = Walk(shelf)
    starts = []
    for kinds, body in ((("critic_voice",), "about_right"), (("tense",), "keyed_up"), (("undeserved",), "slow")):
        visit = walk.turn(Visit(), Deed.OPEN_DOOR, "says_no")
        visit = walk.turn(visit, Deed.CHOOSE, kinds)
        starts.append(walk.turn(visit, Deed.ANSWER, body))
    starts.append(walk.answer_all(walk.turn(starts[0], Deed.STAY), CALM))
    starts.append(walk.answer_all(walk.turn(starts[0], Deed.STAY), {**CALM, "toward": 0}))
    for close in ({**CALM, "firmness": 3}, {**CALM, "toward": -1}, {**CALM, "toward": -2}):
        starts.append(walk.answer_all(walk.turn(starts[0], Deed.STAY), close))
    bounded = starts[3].answers._replace(never=frozenset({Never.BREATH, Never.PARTS_WORDS}))
    starts.append(replace(starts[3], answers=bounded))
    return starts


def walk_all(
    shelf: Shelf,
    depth: int = DEPTH,
    tamper: Tamper = lambda visit: visit,
    alphabet: tuple[str, ...] = ALPHABET,
) -> Walk:
    """Every sequence over the alphabet from every beginning."""
    walk = Walk(shelf, tamper, alphabet)
    for visit in beginnings(shelf):
        walk.walk(visit, Ledger(), depth)
    return walk
