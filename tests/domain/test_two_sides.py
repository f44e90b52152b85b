"""Two sides (guide.md §6): the same time for each, said back in its own words, left after every step, never decided."""

from __future__ import annotations

import pytest

from tests.people import Person, opened
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.sides import SIDES_STEPS
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

PROTOCOL = (
    "first",
    "wants_one",
    "fears_one",
    "back_one",
    "outward_one",
    "wants_other",
    "fears_other",
    "back_other",
    "outward_other",
    "shared",
    "room",
    "end",
)
VALUES: dict[str, object] = {"first": 1, "room": "no"}


@pytest.fixture
def sides(person: Person) -> Person:
    """Somebody with two named sides, asked which goes first."""
    return person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").takes("sides")


def go(person: Person, steps: int) -> Person:
    """The given number of steps, with the answers that need one."""
    for _ in range(steps):
        person.does(Deed.NEXT, VALUES.get(SIDES_STEPS[person.visit.step]))
    return person


def test_both_sides_get_the_same_steps_in_the_order_of_the_protocol() -> None:
    assert SIDES_STEPS == PROTOCOL
    one = [step.removesuffix("_one") for step in SIDES_STEPS if step.endswith("_one")]
    other = [step.removesuffix("_other") for step in SIDES_STEPS if step.endswith("_other")]
    assert one == other


def test_the_person_says_which_side_goes_first(sides: Person) -> None:
    assert sides.does(Deed.NEXT, 1).visit.first_side == 1


@pytest.mark.parametrize("value", [None, 2, -1, "0", "both", True, 1.0])
def test_there_are_only_two_sides_to_go_first(sides: Person, value: object) -> None:
    before = sides.visit
    with pytest.raises(UnusableAnswerError):
        sides.does(Deed.NEXT, value)
    assert sides.visit == before


def test_in_full_it_ends_with_no_decision_and_one_question_after_it(sides: Person, shelf: Shelf) -> None:
    go(sides, len(PROTOCOL))
    assert (sides.phase, sides.visit.question) == (Phase.AFTER, "soften")
    sides.answers(soften=0)
    assert sides.phase is Phase.OFFERS
    assert "sides" not in sides.offered
    sides.tries("contact", soften=0, body=0)
    assert "sides" not in sides.offered
    assert "sides" in opened(sides.visit.situation, shelf)  # one round a visit; the family itself isn't closed


@pytest.mark.parametrize("step", range(len(PROTOCOL)))
def test_it_can_be_left_after_every_step_with_one_equal_line_to_each_side(sides: Person, step: int) -> None:
    go(sides, step).does(Deed.BACK)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "equal_line")
    assert set(sides.offered) == {"acknowledge", "contact"}


@pytest.mark.parametrize("step", range(len(PROTOCOL)))
def test_it_got_harder_ends_it_at_every_step(sides: Person, step: int) -> None:
    go(sides, step).does(Deed.WORSE)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "worse")


def test_what_each_side_said_stays_visible_apart(sides: Person) -> None:
    sides.does(Deed.NEXT, 0).does(Deed.NEXT, words="rest").does(Deed.NEXT, words="being late")
    assert [(entry.key, entry.value.reveal()) for entry in sides.visit.said[-2:]] == [  # type: ignore[attr-defined]
        ("sides_wants_one", "rest"),
        ("sides_fears_one", "being late"),
    ]


@pytest.mark.parametrize("answer", ROOM)
def test_every_answer_to_a_little_room_is_taken_and_leads_to_the_end(sides: Person, answer: str) -> None:
    go(sides, PROTOCOL.index("room")).does(Deed.NEXT, answer)
    assert SIDES_STEPS[sides.visit.step] == "end"
    assert ("sides_room", answer) in sides.visit.said


@pytest.mark.parametrize("step", ["wants_one", "back_one", "shared", "room"])
def test_an_answer_that_a_step_does_not_have_is_refused(sides: Person, step: str) -> None:
    """errors.py: an answer that is not one of those the question has leaves the visit as it was."""
    go(sides, PROTOCOL.index(step))
    with pytest.raises(UnusableAnswerError):
        sides.does(Deed.NEXT, "become_one")


def test_nobody_has_to_answer_anything(sides: Person) -> None:
    sides.does(Deed.NEXT, 0)
    for _ in range(len(PROTOCOL) - 1):
        sides.does(Deed.NEXT)
    assert sides.phase is Phase.AFTER
    assert not [entry for entry in sides.visit.said if entry.key.startswith("sides_")]
