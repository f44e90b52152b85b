"""500 rounds of the two sides: the time that each is given and the text that each gets stay within 5 % of each other.

What is measured is what the screens hold: the seconds of each clock, or what was taken where that is more, and every
sentence and choice, without the person's own names and words. A variant that gives one side less has to be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import NamedTuple

import pytest

from tests.app.walks import LIBRARY
from tests.people import Person
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.answers import SCALES, UNKNOWN
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.sides import BOTH, LISTENED, LONGEST, SIDES_STEPS, step_of
from unforced.domain.visit import Deed, Phase, Reply, Visit

ROUNDS = 500
NAMED = ("", "wants it", "the door", "a b", "דלת", "🌧", "the one that says it is all too much, every evening")
WRITTEN = ("", "Rest.", "Being late. " * 20, "{x} <b>*", "לא")
Shown = Callable[[Visit], View]


def shown(visit: Visit) -> View:
    """The screen as it is shipped."""
    return show(visit, LIBRARY)


class Had(NamedTuple):
    """What each side of a round had: seconds of a clock, and characters of text, by side."""

    seconds: Counter[int]
    letters: Counter[int]


def had_in(seed: int, screen: Shown = shown) -> Had:
    """One generated round, from which goes first to the end."""
    dice, had = Random(seed), Had(Counter(), Counter())
    names = dice.choice(NAMED), dice.choice(NAMED)
    start = Person(LIBRARY.shelf).arrives("two_sides").stays(distress=4, name_a=names[0], name_b=names[1])
    visit = start.takes("sides").visit
    while visit.phase is Phase.SIDES:
        view, step = screen(visit), step_of(visit)
        reply = view.timed(_reply(step.kind, dice), dice.choice((None, 0, 3, 44, 46, 90, 240, LONGEST)))
        if step.side != BOTH and step.name != "evened":
            had.letters[step.side] += len(text_of(view, visit))
        if step.side != BOTH and view.listening is not None:
            taken = reply.value if step.kind in LISTENED and isinstance(reply.value, int) else 0
            had.seconds[step.side] += max(view.listening.timeline.seconds, taken)
        visit = respond(visit, reply, LIBRARY, raw=dice.choice(WRITTEN) if view.field else "")
    return had


def _reply(kind: str, dice: Random) -> Reply:
    values: dict[str, tuple[object, ...]] = {
        "first": (0, 1),
        "firmness": (*SCALES["firmness"], UNKNOWN),
        "toward": (*SCALES["toward"], UNKNOWN),
        "room": ROOM,
    }
    return Reply(Deed.NEXT, dice.choice(values.get(kind, (None,))))


def text_of(view: View, visit: Visit) -> str:
    """Everything the app says on a screen about a side, without what the person called the two."""
    labels = [choice.label for choice in (*view.choices, *view.beside)]
    over = view.listening.over if view.listening else ""
    text = "\n".join([*view.said, view.question, view.hint, view.field, over, *labels])
    names = ("One part", "The other part", "one part", "the other part")
    for name in sorted((n.reveal() for n in visit.names if n), key=len, reverse=True):
        text = text.replace(name, "")
    for name in names:
        text = text.replace(name, "")
    return text


def alike(one: int, other: int) -> bool:
    """Whether the smaller is within 5 % of the larger."""
    return min(one, other) >= 0.95 * max(one, other)


def apart(screen: Shown = shown, rounds: int = ROUNDS) -> list[int]:
    """The rounds in which one side had more than the other."""
    every = {seed: had_in(seed, screen) for seed in range(rounds)}
    return [
        seed
        for seed, had in every.items()
        if not (alike(had.seconds[0], had.seconds[1]) and alike(had.letters[0], had.letters[1]))
    ]


def test_in_500_rounds_both_sides_always_have_the_same_time_and_text() -> None:
    assert apart() == []


def test_the_rounds_are_of_every_kind() -> None:
    """The measure sees what it should: rounds with more than the turn, and all of them with time and text."""
    every = [had_in(seed) for seed in range(60)]
    assert all(min(had.seconds[0], had.letters[0]) > 0 for had in every)
    assert len({had.seconds[0] for had in every}) > 10


def less_time(visit: Visit) -> View:
    """A control: the second side's clocks are a tenth shorter."""
    view = shown(visit)
    if view.listening is None or not SIDES_STEPS[visit.step].endswith("_other"):
        return view
    timeline = view.listening.timeline
    return view._replace(
        listening=view.listening._replace(timeline=timeline._replace(seconds=timeline.seconds * 9 // 10))
    )


def less_text(visit: Visit) -> View:
    """A control: the second side isn't asked what it fears in so many words."""
    view = shown(visit)
    return view._replace(hint="", question="And?") if SIDES_STEPS[visit.step].endswith("s_other") else view


@pytest.mark.parametrize("unequal", [less_time, less_text])
def test_a_variant_that_gives_one_side_less_is_found(unequal: Shown) -> None:
    assert len(apart(unequal, rounds=40)) > 5


def without_evening(visit: Visit) -> View:
    """A control: where the second had longer, the first is offered nothing."""
    view = shown(visit)
    return view._replace(listening=None) if SIDES_STEPS[visit.step] == "evened" else view


def test_a_variant_in_which_the_second_may_have_longer_for_good_is_found() -> None:
    assert len(apart(without_evening, rounds=60)) > 5
