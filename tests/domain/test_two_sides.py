"""Two sides (guide.md §6): the same time for each, said back in its own words, left after every step, never decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import TENDER, URGENT, Person, opened
from unforced.domain.answers import MIXED, SCALES, UNKNOWN, Level
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.shelf import Shelf
from unforced.domain.sides import BOTH, LISTENING, LONGEST, SIDES_STEPS, OfSide, given, step_of, told_by
from unforced.domain.visit import Deed, LastRound, Phase
from unforced.domain.words import Words

A_SIDE = ("firmness", "toward", "wants", "fears", "back")
VALUES: dict[str, object] = {"first": 1, "room": "no"}
EVERY = tuple(step for step in SIDES_STEPS if step != "evened")


@pytest.fixture
def sides(person: Person) -> Person:
    """Somebody with two named sides, asked which goes first."""
    return person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").takes("sides")


def to(person: Person, step: str) -> Person:
    """On to a step, with the answers that need one."""
    while SIDES_STEPS[person.visit.step] != step:
        person.does(Deed.NEXT, VALUES.get(SIDES_STEPS[person.visit.step]))
    return person


def go(person: Person, **answers: object) -> Person:
    """Through the whole round, with these answers by step."""
    while person.phase is Phase.SIDES:
        name = SIDES_STEPS[person.visit.step]
        value = answers.get(name, VALUES.get(name))
        written = isinstance(value, str) and name != "room"
        person.does(Deed.NEXT, None if written else value, str(value) if written else "")
    return person


def steps_taken(person: Person, **answers: object) -> list[str]:
    """The steps of a round, in order, while going through it."""
    seen = []
    while person.phase is Phase.SIDES:
        seen.append(SIDES_STEPS[person.visit.step])
        person.does(Deed.NEXT, answers.get(seen[-1], VALUES.get(seen[-1])))
    return seen


# The steps


def test_both_sides_get_the_same_steps_in_the_same_order_with_twenty_seconds_outward_between() -> None:
    one = [step.removesuffix("_one") for step in SIDES_STEPS if step.endswith("_one")]
    other = [step.removesuffix("_other") for step in SIDES_STEPS if step.endswith("_other")]
    assert one == other == [*A_SIDE, "outward"]
    assert SIDES_STEPS.index("outward_one") + 1 == SIDES_STEPS.index("firmness_other")
    assert (SIDES_STEPS[0], SIDES_STEPS[-3:]) == ("first", ("shared", "room", "end"))


def test_each_step_belongs_to_the_side_that_has_its_turn_or_to_both(sides: Person) -> None:
    turns = []
    while sides.phase is Phase.SIDES:
        turns.append(step_of(sides.visit).side)
        sides.does(Deed.NEXT, VALUES.get(SIDES_STEPS[sides.visit.step]))
    assert turns == [BOTH, *[1] * 6, *[0] * 6, BOTH, BOTH, BOTH]


def test_the_person_says_which_side_goes_first(sides: Person) -> None:
    assert sides.does(Deed.NEXT, 1).visit.first_side == 1


@pytest.mark.parametrize("value", [None, 2, -1, "0", "both", True, 1.0])
def test_there_are_only_two_sides_to_go_first(sides: Person, value: object) -> None:
    before = sides.visit
    with pytest.raises(UnusableAnswerError):
        sides.does(Deed.NEXT, value)
    assert sides.visit == before


def test_in_full_it_ends_with_no_decision_and_one_question_after_it(sides: Person, shelf: Shelf) -> None:
    go(sides)
    assert (sides.phase, sides.visit.question) == (Phase.AFTER, "soften")
    sides.answers(soften=0)
    assert sides.phase is Phase.OFFERS
    assert "sides" not in sides.offered
    sides.tries("contact", soften=0, body=0)
    assert "sides" not in sides.offered
    assert "sides" in opened(sides.visit.situation, shelf)  # one round a visit; the family itself isn't closed


@pytest.mark.parametrize("step", EVERY)
def test_it_can_be_left_after_every_step_with_one_equal_line_to_each_side(sides: Person, step: str) -> None:
    to(sides, step).does(Deed.BACK)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "equal_line")
    assert set(sides.offered) == {"acknowledge", "contact"}


@pytest.mark.parametrize("step", EVERY)
def test_it_got_harder_ends_it_at_every_step(sides: Person, step: str) -> None:
    to(sides, step).does(Deed.WORSE)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "worse")


# What each side is asked


def test_what_each_side_said_stays_with_that_side(sides: Person) -> None:
    go(
        sides,
        first=1,
        firmness_one=4,
        toward_one=-1,
        wants_one="peace",
        fears_one="more homework",
        firmness_other=0,
        toward_other=3,
        wants_other="rest",
    )
    assert told_by(sides.visit, 1) == OfSide(Words("the door"), Words("peace"), Words("more homework"), 4, -1)
    assert told_by(sides.visit, 0) == OfSide(Words("wants it"), Words("rest"), None, 0, 3)


def test_without_a_round_nothing_is_known_of_either_side(person: Person) -> None:
    assert told_by(person.visit, 0) == OfSide(None, None, None, UNKNOWN, UNKNOWN)


@pytest.mark.parametrize(("key", "level"), [(k, level) for k in ("firmness", "toward") for level in SCALES[k]])
def test_how_firm_a_side_is_and_how_somebody_feels_toward_it_never_sends_them_elsewhere(
    sides: Person, key: str, level: int
) -> None:
    """guide.md §3, two_sides: firmness and toward are asked for each side and send nobody elsewhere."""
    before = sides.visit.situation.answers
    seen = steps_taken(sides, **{f"{key}_one": level, f"{key}_other": level})
    assert seen == list(EVERY)
    assert (sides.visit.answers.firmness, sides.visit.answers.toward) == (before.firmness, before.toward)


def test_outside_a_round_the_same_answer_does_send_them_elsewhere(person: Person) -> None:
    """The control: the same firmness, asked of the no itself, is another moment."""
    assert person.arrives("critic_voice").stays(distress=4, firmness=4, blend=1, toward=1).state == "firm_no"


@pytest.mark.parametrize("answer", ROOM)
def test_every_answer_to_a_little_room_is_taken_and_leads_to_the_end(sides: Person, answer: str) -> None:
    to(sides, "room").does(Deed.NEXT, answer)
    assert SIDES_STEPS[sides.visit.step] == "end"
    assert ("sides_room", answer) in sides.visit.said


def test_a_no_to_a_little_room_is_final_and_the_sides_are_never_asked_again_in_this_visit(sides: Person) -> None:
    go(sides, room="no").answers(soften=2)
    for _ in range(3):
        sides.tries("contact", soften=2, body=1).stays(presence=4, distress=2, name_a="x", name_b="y")
        assert "sides" not in sides.offered


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("firmness_one", 5),
        ("toward_one", -4),
        ("firmness_one", "firm"),
        ("wants_one", "become_one"),
        ("wants_one", -1),
        ("wants_one", LONGEST + 1),
        ("wants_one", True),
        ("fears_other", 1.5),
        ("back_one", "become_one"),
        ("back_one", 3),
        ("shared", "become_one"),
        ("room", "become_one"),
    ],
)
def test_an_answer_that_a_step_does_not_have_is_refused(sides: Person, step: str, value: object) -> None:
    """errors.py: an answer that is not one of those the question has leaves the visit as it was."""
    before = to(sides, step).visit
    with pytest.raises(UnusableAnswerError):
        sides.does(Deed.NEXT, value)
    assert sides.visit == before


def test_nobody_has_to_answer_anything(sides: Person) -> None:
    sides.does(Deed.NEXT, 0)
    for _ in range(len(EVERY) - 1):
        sides.does(Deed.NEXT)
    assert sides.phase is Phase.AFTER
    assert not [entry for entry in sides.visit.said if entry.key.startswith("sides_")]


# Time


def test_each_question_is_given_the_same_seconds_and_each_pause_twenty(sides: Person) -> None:
    clocks = {}
    while sides.phase is Phase.SIDES:
        clocks[SIDES_STEPS[sides.visit.step]] = given(sides.visit)
        sides.does(Deed.NEXT, VALUES.get(SIDES_STEPS[sides.visit.step]))
    assert {step: seconds for step, seconds in clocks.items() if seconds} == {
        "wants_one": LISTENING,
        "fears_one": LISTENING,
        "outward_one": 20,
        "wants_other": LISTENING,
        "fears_other": LISTENING,
        "outward_other": 20,
    }


def test_staying_longer_with_the_first_gives_the_second_as_long(sides: Person) -> None:
    to(sides, "wants_one").does(Deed.NEXT, 200).does(Deed.NEXT, 60)
    to(sides, "wants_other")
    assert given(sides.visit) == 200
    assert given(sides.does(Deed.NEXT).visit) == 60


def test_going_on_early_takes_no_time_from_either_side(sides: Person) -> None:
    to(sides, "wants_one").does(Deed.NEXT, 3).does(Deed.NEXT, 0)
    assert given(to(sides, "wants_other").visit) == LISTENING


def test_staying_longer_with_the_second_offers_the_first_as_long(sides: Person) -> None:
    seen = steps_taken(sides, wants_other=LISTENING + 75)
    assert seen == list(SIDES_STEPS)
    assert sides.visit.listened == (LISTENING, LISTENING, LISTENING + 75, LISTENING)


def test_what_the_first_is_offered_in_the_end_is_what_the_second_had_more(sides: Person) -> None:
    to(sides, "wants_other").does(Deed.NEXT, LISTENING + 75).does(Deed.NEXT)
    sides.does(Deed.NEXT)
    assert (SIDES_STEPS[sides.visit.step], given(sides.visit)) == ("evened", 75)
    assert step_of(sides.visit).side == sides.visit.first_side
    assert SIDES_STEPS[sides.does(Deed.NEXT, 30).visit.step] == "outward_other"


def test_a_few_seconds_more_are_not_evened_out(sides: Person) -> None:
    assert "evened" not in steps_taken(sides, wants_other=LISTENING + LISTENING // 20)


# Which stands first


def second_last_time(person: Person, second: int, name: str = "") -> Person:
    """Somebody whose last kept round ended with this side."""
    person.visit = person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").visit
    last = LastRound(second, Words.from_raw(name))
    person.visit = replace(person.visit, last_round=last)
    return person.takes("sides")


@pytest.mark.parametrize(
    ("second", "name", "first"),
    [(0, "", 0), (1, "", 1), (0, "the  DOOR", 1), (1, "wants it", 0), (1, "somebody else", 1), (0, "another", 0)],
)
def test_the_side_that_went_second_last_time_stands_first(person: Person, second: int, name: str, first: int) -> None:
    visit = second_last_time(person, second, name).visit
    assert visit.listed == first
    assert visit.last_round == LastRound()  # a name from another visit doesn't stay in this one


def test_without_a_round_before_the_visits_own_turn_decides_and_it_stays_so(sides: Person) -> None:
    listed = sides.visit.listed
    assert listed == (sides.visit.turn - 1) % 2
    sides.does(Deed.HELP).does(Deed.CONTINUE)
    assert sides.visit.listed == listed


# Where it stops


@pytest.mark.parametrize("step", EVERY[1:])
def test_self_harm_in_somebodys_words_stops_it_at_once(sides: Person, step: str) -> None:
    to(sides, step).does(Deed.NEXT, VALUES.get(step), "words", URGENT)
    assert sides.phase is Phase.HELP


@pytest.mark.parametrize("step", ["wants_one", "fears_one", "wants_other", "shared"])
def test_after_a_lesser_concern_it_never_goes_on_and_ends_with_an_equal_line_and_contact(
    sides: Person, step: str
) -> None:
    to(sides, step).does(Deed.NEXT, None, "words", TENDER).does(Deed.CONTINUE)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "equal_line")
    assert sides.offered[0] == "contact"
    assert "sides" not in sides.offered


def test_a_second_lesser_concern_ends_it_and_says_where_help_is(sides: Person) -> None:
    sides.does(Deed.BACK)
    sides.visit = replace(sides.visit, concern_shown=1, phase=Phase.SIDES, step=3)
    sides.does(Deed.NEXT, None, "words", TENDER)
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "help_is_there")


def test_words_that_were_not_meant_so_never_end_it(sides: Person) -> None:
    """The control: without a concern the same round goes on where it was."""
    to(sides, "wants_one").does(Deed.NEXT, None, "words", TENDER).does(Deed.NOT_MEANT)
    assert (sides.phase, SIDES_STEPS[sides.visit.step]) == (Phase.SIDES, "fears_one")


LOWER: dict[str, dict[str, Level]] = {
    "far_away": {"presence": 1},
    "wired_and_numb": {"arousal": MIXED},
    "too_much": {"distress": 9},
    "below_the_floor": {"presence": 2},
    "hard": {"distress": 7},
    "plain_truth": {"blend": 4},
}


@pytest.mark.parametrize("low", LOWER)
@pytest.mark.parametrize("step", EVERY)
def test_it_stops_where_the_moment_no_longer_allows_it(sides: Person, step: str, low: str) -> None:
    """No screen of the sides asks about the moment; a visit that comes back to one could still hold another."""
    to(sides, step)
    ((key, level),) = LOWER[low].items()
    sides.visit = replace(sides.visit, answers=sides.visit.answers.told(key, level))
    sides.does(Deed.NEXT, VALUES.get(step))
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "equal_line")
    assert "sides" not in sides.offered


@pytest.mark.parametrize("step", EVERY)
def test_somebody_who_says_they_lose_time_is_out_of_it_at_once(sides: Person, step: str) -> None:
    to(sides, step).does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("hand_off",))
    assert (sides.phase, sides.visit.note) == (Phase.OFFERS, "equal_line")
    assert set(sides.offered) <= {"acknowledge", "contact", "orient", "people"}


@pytest.mark.parametrize("step", EVERY)
def test_somebody_who_could_be_seen_is_out_of_it_at_once(sides: Person, step: str) -> None:
    to(sides, step).does(Deed.WATCHED)
    assert (sides.phase, sides.state) == (Phase.OFFERS, "unsafe_here")


def test_somebody_who_only_leaves_out_breath_stays_in_it(sides: Person) -> None:
    """The control: a bound that has nothing to do with the sides doesn't end them."""
    to(sides, "wants_one").does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("breath",))
    assert (sides.phase, SIDES_STEPS[sides.visit.step]) == (Phase.SIDES, "wants_one")


@pytest.mark.parametrize("chips", [("two_sides", "memory"), ("two_sides", "memory", "critic_voice")])
def test_with_something_that_happened_they_are_never_opened(person: Person, chips: tuple[str, ...]) -> None:
    person.arrives(*chips)
    assert "sides" not in person.offered
    assert person.state == "young_pain"


@pytest.mark.parametrize("distress", [7, 8, 10])
def test_below_its_floor_it_is_one_equal_line_and_then_contact(person: Person, distress: int) -> None:
    person.arrives("two_sides").stays(distress=distress, name_a="wants it", name_b="the door")
    if distress == 7:
        assert (person.visit.note, person.offered[0]) == ("equal_line", "contact")
    assert "sides" not in person.offered
