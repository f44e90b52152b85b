"""A seeded person on a whole visit: says something, answers, refuses, stays, and leaves. Checked at every screen."""

from __future__ import annotations

from random import Random

from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import Choice, View
from unforced.domain.guide import decide
from unforced.domain.practice import Direction
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Library
from unforced.proof.invariants import CHECKS, Decision
from unforced.proof.walking import ON_EVERY_SCREEN

LONGEST = 60
INTENT = "I don't want to be alive any more, I'm going to kill myself tonight."  # now and then, so that Help is met
TENDENCIES: tuple[dict[str, object], ...] = (
    # What a person tends to answer; a tendency is drawn once, so that a visit hangs together.
    {"body_words": "about_right", "distress": 4, "firmness": 1, "blend": 1, "toward": 1, "soften": 1},
    {"body_words": "keyed_up", "distress": 6, "firmness": 2, "blend": 2, "toward": 2, "soften": 1},
    {"body_words": "about_right", "distress": 5, "firmness": 4, "blend": 2, "toward": -1, "soften": 0},
    {"body_words": "slow", "distress": 6, "firmness": 1, "blend": 4, "toward": -3, "soften": 0},
    {"body_words": "about_right", "distress": 5, "firmness": 1, "blend": 1, "toward": -2, "soften": 0},
    {"body_words": "about_right", "distress": 3, "firmness": 0, "blend": 0, "toward": 0, "soften": 0},
    {"body_words": "about_right", "distress": 3, "firmness": 0, "blend": 1, "toward": 2, "soften": 1},
    {"body_words": "too_much", "distress": 9, "firmness": 2, "blend": 3, "toward": -1, "soften": -2},
    {"body_words": "far_away", "distress": 7, "firmness": 1, "blend": 2, "toward": 0, "soften": 0},
    {"body_words": "wired_and_numb", "distress": 8, "firmness": 3, "blend": 3, "toward": -1, "soften": -1},
    {"body_words": "nothing_left", "distress": 6, "firmness": 1, "blend": 1, "toward": 1, "soften": 0},
)
RARE = {
    Deed.STOP: 0.01,
    Deed.NOTHING: 0.02,
    Deed.HELP: 0.02,
    Deed.WATCHED: 0.01,
    Deed.BOUNDS: 0.02,
    Deed.SOMETHING_ELSE: 0.08,
}

INCLINED = (
    (frozenset({Deed.YES, Deed.NOT_MEANT}), 0.5),
    (frozenset({Deed.TAKE_BACK}), 0.5),
    (frozenset({Deed.CONTINUE, Deed.PASSED}), 0.4),
    (frozenset({Deed.NEXT}), 0.85),
    (frozenset({Deed.STAY, Deed.HEAR}), 0.35),
    (frozenset({Deed.FINISH}), 0.7),
    (frozenset({Deed.TAKE}), 0.5),
)


class Wanderer:
    """One person and one visit. ``broken`` holds what went wrong; no words are in it."""

    def __init__(self, library: Library, dice: Random, text: str) -> None:
        self.library = library
        self.dice = dice
        self.text = text
        self.tendency = dice.choice(TENDENCIES)
        self.states: list[str] = []
        self.deeds: list[str] = []
        self.broken: list[str] = []
        self.transcript: list[str] = []
        self.question = ""
        self.practices = {practice.id: practice for practice in library.shelf}

    def go(self) -> Visit:
        """From arriving to leaving, at most sixty taps and then Stop."""
        visit = arrive()
        for tap in range(LONGEST):
            view = show(visit, self.library, "GB")
            self._look(view, visit)
            if visit.phase is Phase.CLOSED:
                return visit
            reply, raw = self._choose(view) if tap < LONGEST - 1 else (Reply(Deed.STOP), "")
            visit = self._do(visit, reply, raw)
        self._look(show(visit, self.library, "GB"), visit)
        return visit

    def _do(self, visit: Visit, reply: Reply, raw: str) -> Visit:
        self.deeds.append(str(reply.deed))
        try:
            after = respond(visit, reply, self.library, raw=raw)
        except Exception as error:
            self.broken.append(f"exception {type(error).__name__} at {visit.phase} {reply.deed}")
            return respond(visit, Reply(Deed.STOP), self.library)
        if reply.deed is Deed.TAKE:
            self.deeds.append(f"family {str(reply.value).partition('.')[0]}")
        return after

    def _choose(self, view: View) -> tuple[Reply, str]:
        rare = [c.reply for c in view.controls if self.dice.random() < RARE.get(c.reply.deed, 0)]
        if rare:
            return self._told(rare[0], "")
        if view.playing and view.playing.holds and self.dice.random() < 0.5:
            held = self.dice.choice(view.playing.holds)
            return self._told(held.reply, "", f"hold {held.label}")
        if view.playing and view.playing.areas and self.dice.random() < 0.5:
            area = self.dice.choice(view.playing.areas)
            return self._told(area.reply, "", f"without {area.label}")
        if view.several and view.send is not None:
            return self._several(view, view.send)
        if view.send is not None and (not view.choices or (view.field and self.dice.random() < 0.6)):
            return self._told(view.send, self.text if view.field else "")
        likely = self._likely(view)
        return self._told(likely.reply, "", likely.label)

    def _several(self, view: View, send: Reply) -> tuple[Reply, str]:
        picked = self.dice.sample(view.choices, self.dice.choice((0, 1, 1, 1, 2)))
        names = tuple(c.reply.value[0] for c in picked if isinstance(c.reply.value, tuple))
        raw = self.text if view.field and self.dice.random() < 0.8 else ""
        return self._told(send._replace(value=names), raw, " + ".join(c.label for c in picked))

    def _likely(self, view: View) -> Choice:
        """What this person tends to: their own answer to a scale, staying with it, taking what is offered."""
        tended = self.tendency.get(self.question)
        answers = [c for c in view.choices if c.reply.deed is Deed.ANSWER and c.reply.value == tended]
        if answers and self.dice.random() < 0.75:
            return answers[0]
        every = view.choices + view.beside
        if view.phase is Phase.DOORS and self.dice.random() < 0.6:
            return every[0]
        for deeds, chance in INCLINED:
            wanted = [c for c in every if c.reply.deed in deeds]
            if wanted and self.dice.random() < chance:
                return self.dice.choice(wanted)
        return self.dice.choice(every)

    def _told(self, reply: Reply, raw: str, label: str = "") -> tuple[Reply, str]:
        if raw and self.dice.random() < 0.04:
            raw = INTENT
        shown = label or str(reply.deed)
        self.transcript.append(f"    > {shown}{'  “' + raw + '”' if raw else ''}")
        return reply, raw

    def _look(self, view: View, visit: Visit) -> None:
        self.states.append(view.state)
        self.question = "body_words" if visit.phase is Phase.BODY else visit.question
        self.transcript += ["", *(f"  ({a}: {b})" for a, b in view.earlier), *view.said]
        self.transcript += [line for line in (view.question, view.hint) if line]
        self.transcript += [f"  - {c.label}{': ' + c.note if c.note else ''}" for c in view.choices[:4] + view.beside]
        if view.playing:
            self.transcript += [f"  {cue.seconds:>3} s {cue.text}" for cue in view.playing.timeline.beats[:12]]
        self._check(view, visit)

    def _check(self, view: View, visit: Visit) -> None:
        there = {choice.reply.deed for choice in view.controls}
        if visit.phase is not Phase.CLOSED and not there >= ON_EVERY_SCREEN:
            self.broken.append(f"1: {visit.phase}")
        if visit.phase is not Phase.OFFERS:
            return
        opened, rung, now = decide(visit.situation, self.library.shelf)
        decision = Decision(visit.situation, opened, rung, now, self.practices)
        self.broken += [f"{name}: at {now.state}" for name, check in CHECKS.items() if not check(decision)]
        memory = visit.memory
        for offer in now.offers:
            if self.practices[offer.practice].direction is Direction.INWARD and memory.outward_due:
                self.broken.append("9: inward while something outward is due")
