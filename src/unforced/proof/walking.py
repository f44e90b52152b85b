"""Every screen and every sentence (invariants 1, 6, 10, 13, 15 and 16).

Screens are walked by a seeded person who taps anything there is; sentences are all there are, by voice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Library
from unforced.proof.sequences import CALM

ON_EVERY_SCREEN = frozenset({Deed.STOP, Deed.NOTHING, Deed.HELP, Deed.SOMETHING_ELSE})
Show = Callable[[Visit, Library], View]


def visits(library: Library, count: int, seed: int = 1) -> Iterator[Visit]:
    """Visits at every step of ``count`` seeded ways through, each up to sixty taps long."""
    for number in range(count):
        dice = Random(seed * 1_000_003 + number)
        visit = arrive()
        yield visit
        for _ in range(60):
            view = show(visit, library)
            choices = [c.reply for c in view.every() if c.reply.deed is not Deed.STOP]
            if view.send is not None and view.several:
                picked = dice.sample(view.choices, dice.randint(0, 2))
                names = tuple(c.reply.value[0] for c in picked if isinstance(c.reply.value, tuple))
                choices = [view.send._replace(value=names)] * 3 + choices
            elif view.send is not None:
                choices = [view.send, *choices]
            turned = [reply for reply in choices if _turns_toward(reply, visit)] if number % 2 else []
            likely = turned if turned and dice.random() < 0.8 else choices or [Reply(Deed.STOP)]
            visit = respond(visit, dice.choice(likely), library)
            yield visit
            if visit.phase is Phase.CLOSED:
                break


def _turns_toward(reply: Reply, visit: Visit) -> bool:
    """What somebody calm would tap who wants to meet what says no; half of the walkers lean that way."""
    question = "body_words" if visit.phase is Phase.BODY else visit.question
    if reply.deed is Deed.ANSWER:
        return reply.value == CALM.get(question, reply.value)
    family = str(reply.value).partition(".")[0]
    return reply.deed in (Deed.STAY, Deed.HEAR, Deed.NEXT, Deed.OUTLINE, Deed.FINISH) or family in (
        "ask",
        "sides",
        "says_no",
    )


def check_screens(library: Library, count: int, seed: int = 1, showing: Show = show) -> tuple[int, list[str]]:
    """1 and 16: Stop, Nothing and Help on every screen; every step can be left with a closing that asks nothing."""
    seen, broken = 0, []
    for visit in visits(library, count, seed):
        seen += 1
        view = showing(visit, library)
        if visit.phase is Phase.CLOSED:
            broken += ["16: the closing asks something"] if view.question or view.choices or view.field else []
            continue
        there = {choice.reply.deed for choice in view.controls}
        if not there >= ON_EVERY_SCREEN:
            broken.append(f"1: {visit.phase} lacks {sorted(ON_EVERY_SCREEN - there)}")
        left = respond(visit, Reply(Deed.STOP), library)
        if left.phase is not Phase.CLOSED or showing(left, library).question:
            broken.append(f"16: {visit.phase} can't be left")
    return seen, broken


INVARIANT_OF = {"origin.": "6", "absence.": "10", "person.": "15"}


def check_sentences(library: Library) -> list[str]:
    """6, 10, 13 and 15: every sentence against the banned wording; each finding under its invariant."""
    broken = []
    for finding in library.findings():
        name = finding.finding.partition(":")[0]
        invariant = next((number for start, number in INVARIANT_OF.items() if name.startswith(start)), "13")
        broken.append(f"{invariant}: {finding.file}:{finding.line} {finding.finding}")
    return broken
