"""Controls: for each invariant one guide broken on purpose. A check that doesn't catch its own is worth nothing.

Most broken guides are *blind*: something a person said is hidden from them, and the check still sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import cycle
from typing import NamedTuple

from unforced.app.showing import show
from unforced.app.view import View
from unforced.content.finding import Source
from unforced.content.manners import Sentence, check_sentences
from unforced.domain.answers import Facts, Memory, Situation
from unforced.domain.guide import GUIDEBOOK, Guidebook
from unforced.domain.practice import Family, Practice
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.domain.states import STATES
from unforced.domain.visit import Deed, Phase, Visit
from unforced.ports import Library
from unforced.proof.coarse import AXES, FEW, NEVERS, REFUSED, Block
from unforced.proof.combinations import Checker
from unforced.proof.reaching import search
from unforced.proof.sequences import ALPHABET, Tamper, walk_all
from unforced.proof.walking import INVARIANT_OF, check_screens


class Broken(NamedTuple):
    """A guide broken on purpose and the answers in which it shows."""

    block: Block
    blind: Callable[[Situation], Situation] | None = None
    book: Guidebook = GUIDEBOOK


def _blind(**hidden: int) -> Callable[[Situation], Situation]:
    """A guide to which some answers look like others."""
    return lambda s: s._replace(answers=s.answers._replace(**hidden))  # type: ignore[arg-type]


def _deaf_to_never(s: Situation) -> Situation:
    return s._replace(answers=s.answers._replace(never=frozenset()))


def _forgetful(s: Situation) -> Situation:
    return s._replace(memory=Memory())


def _careless(s: Situation) -> Situation:
    return s._replace(facts=Facts())


def _guesses_blend(s: Situation) -> Situation:
    guess = 2 if not s.answers.blend >= 0 else s.answers.blend
    return s._replace(answers=s.answers._replace(blend=guess))


def _guesses_presence(s: Situation) -> Situation:
    guess = 3 if not s.answers.presence >= 0 else s.answers.presence
    return s._replace(answers=s.answers._replace(presence=guess))


def _mute() -> Guidebook:
    rows = (
        replace(row, line=lambda s: "", may_offer=tuple(f for f in row.may_offer if f is not Family.ACKNOWLEDGE))
        for row in STATES
    )
    return GUIDEBOOK._replace(states=tuple(rows))


def _wavering() -> Guidebook:
    rungs = cycle((0, -1))
    return GUIDEBOOK._replace(rung=lambda s, cap: min(next(rungs), cap))


ALL = Block(FEW, frozenset())
COMBINATIONS: Mapping[str, Callable[[], Broken]] = {
    "2": lambda: Broken(ALL._replace(facts=Facts(crisis=True)), _careless),
    "3": lambda: Broken(ALL, _blind(presence=3)),
    "4": lambda: Broken(ALL._replace(kinds=frozenset({Kind.DANGER})), None, _too_kind()),
    "5": lambda: Broken(ALL, _blind(distress=5, presence=3, toward=1, blend=1)),
    "12": lambda: Broken(Block(AXES, frozenset()), _guesses_presence),
    "12b": lambda: Broken(ALL, _guesses_blend),
    "14": lambda: Broken(ALL._replace(never=NEVERS[-1]), _deaf_to_never),
    "17": lambda: Broken(ALL, None, _wavering()),
    "18": lambda: Broken(ALL, None, _mute()),
    "offers": lambda: Broken(ALL._replace(memory=Memory(refused=frozenset({Family.ACKNOWLEDGE}))), _forgetful),
    "9a": lambda: Broken(ALL._replace(memory=Memory(inward_s=180, outward_due=True)), _forgetful),
    "hand_off": lambda: Broken(ALL._replace(facts=Facts(hand_off=True)), _careless),
}
TAMPERS: Mapping[str, tuple[Tamper, tuple[str, ...], int]] = {
    # A visit that forgets, the deeds in which it shows, and how many of them.
    "8": (lambda v: replace(v, memory=v.memory._replace(refused=frozenset())), ("decline",), 4),
    "9": (
        lambda v: replace(v, memory=v.memory._replace(inward_s=0, outward_due=False, inward_over=False)),
        ALPHABET,
        3,
    ),
    "11": (lambda v: replace(v, memory=v.memory._replace(put_away=frozenset())), ("first_harder",), 6),
}
SAID = {
    "6": "How old is this part?",
    "10": "We missed you these last days.",
    "13": "Just breathe.",
    "15": "I care about you.",
}


def _too_kind() -> Guidebook:
    return GUIDEBOOK._replace(rung=lambda s, cap: 1 if cap >= 0 else -1)


def run_controls(library: Library) -> dict[str, bool]:
    """Whether each broken guide was caught by its own check."""
    caught = {name: _caught(name, make(), library) for name, make in COMBINATIONS.items()}
    caught["7"] = _hold_caught(library)
    for name, (tamper, alphabet, depth) in TAMPERS.items():
        lines = walk_all(_small(library.shelf), depth, tamper, alphabet).broken
        caught[name] = any(line.startswith(f"{name}:") for line in lines)
    caught["19"] = bool(search(library.shelf, share=97, tamper=_locked_out)[1])
    caught["1"] = any(line.startswith("1:") for line in check_screens(library, 3, showing=_without_stop)[1])
    caught["16"] = any(line.startswith("16:") for line in check_screens(library, 9, showing=_asking_closing)[1])
    caught.update({name: _said_caught(name, text, library) for name, text in SAID.items()})
    return caught


def _small(shelf: Shelf) -> Shelf:
    """A shelf with one practice a rung or family, so that what is offered comes round again soon."""
    first: dict[tuple[Family, int, frozenset[str]], Practice] = {}
    for practice in shelf:
        if not practice.picked_only:
            first.setdefault((practice.family, practice.rung, practice.only_in), practice)
    return Shelf(first.values())


def _caught(name: str, broken: Broken, library: Library) -> bool:
    checker = Checker(library.shelf, broken.book, name, broken.blind)
    return any(line.startswith(f"{name}:") for line in checker.check(broken.block).broken)


def _hold_caught(library: Library) -> bool:
    """7: a shelf on which every breath is held, though the guide believes that none is."""
    block = ALL._replace(memory=Memory(refused=REFUSED[2]))
    held = {practice.id: practice.with_hold(4) for practice in library.shelf}
    return bool(Checker(library.shelf, only="7", practices=held).check(block).broken)


def _locked_out(visit: Visit) -> Visit:
    """19: *stay* does nothing."""
    memory = visit.memory._replace(was_low=True)
    return replace(visit, facts=visit.facts._replace(stayed=False), memory=memory)


def _without_stop(visit: Visit, library: Library) -> View:
    view = show(visit, library)
    return view._replace(controls=tuple(c for c in view.controls if c.reply.deed is not Deed.STOP))


def _asking_closing(visit: Visit, library: Library) -> View:
    view = show(visit, library)
    return view._replace(question="Will you come back?") if view.phase is Phase.CLOSED else view


def _said_caught(name: str, text: str, library: Library) -> bool:
    found = check_sentences([Sentence(Source("control", text), "app", text)], library.bans)
    starts = {number: start for start, number in INVARIANT_OF.items()}
    return any(finding.finding.startswith(starts.get(name, "")) for finding in found)
