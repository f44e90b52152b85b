"""A visit that rests: what may be kept, and that nothing inward is ever offered on the strength of another night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.app.walks import LIBRARY, walked
from tests.people import CALM, URGENT, Person, never_any
from unforced.app.showing import show
from unforced.domain.answers import SCALES, UNKNOWN, Answers, Choice
from unforced.domain.guide import decide
from unforced.domain.practice import INWARD, Direction
from unforced.domain.resting import EARLY, LATER, SAME_MOMENT, goes_on, may_be_kept
from unforced.domain.shelf import Shelf
from unforced.domain.turning import take_turn
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words

Going = Callable[[Visit, float], Visit]
VISITS = tuple(set(walked()))


def on_the_strength_of_then(going: Going, visits: tuple[Visit, ...] = VISITS) -> list[Visit]:
    """The visits in which something inward may be offered later that wouldn't be with nothing answered."""
    found = []
    for visit in visits:
        later = going(visit, LATER).situation
        unanswered = later._replace(answers=Answers(kinds=later.answers.kinds, never=later.answers.never))
        families, rung, guidance = decide(later, LIBRARY.shelf)
        without, lowest, _ = decide(unanswered, LIBRARY.shelf)
        inward = {offer.family for offer in guidance.offers if LIBRARY.shelf.get(offer.practice).direction in INWARDS}
        if (inward | (set(families) & INWARD)) - set(without) or rung > lowest:
            found.append(visit)
    return found


INWARDS = frozenset({Direction.INWARD})


def test_later_nothing_inward_is_ever_offered_on_the_strength_of_then() -> None:
    assert len(VISITS) > 8_000
    assert on_the_strength_of_then(goes_on) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 105))
def test_it_never_is_after_many_more_walks(seed: int) -> None:
    assert on_the_strength_of_then(goes_on, walked(seed=seed)) == []


def test_a_visit_that_went_on_as_it_was_would_offer_it() -> None:
    assert len(on_the_strength_of_then(lambda visit, minutes: visit, VISITS[::4])) > 100


def test_later_nothing_inward_is_ever_on_the_offers_before_something_is_answered() -> None:
    for visit in VISITS[::2]:
        families, rung, _ = decide(goes_on(visit, LATER).situation, LIBRARY.shelf)
        assert never_any([str(family) for family in families], *map(str, INWARD)) and rung <= 0


def test_later_every_answer_about_that_moment_is_always_unknown_and_what_was_set_always_stays() -> None:
    for visit in VISITS:
        later = goes_on(visit, LATER)
        assert all(getattr(later.answers, key) is UNKNOWN for key in SCALES) and later.answers.choice is UNKNOWN
        assert later.answers.kinds == visit.answers.kinds and later.answers.never == visit.answers.never
        assert later.facts == visit.facts._replace(crisis=False, surge=False, stayed=False, invited=False)
        kept, then = later.memory, visit.memory
        assert kept.surged == (then.surged or visit.facts.surge)
        for name in ("put_away", "refused", "inward_s", "inward_over", "rung", "softened", "used", "declined"):
            assert getattr(kept, name) == getattr(then, name)
        assert (later.names, later.uses, later.door, later.first_side) == (
            visit.names,
            visit.uses,
            visit.door,
            visit.first_side,
        )


def test_later_everything_said_always_stays_except_what_was_about_the_moment() -> None:
    for visit in VISITS:
        later = goes_on(visit, LATER)
        assert [entry for entry in visit.said if entry not in later.said] == [
            entry for entry in visit.said if entry.key in SCALES or entry.key == "body_words"
        ]
        assert [entry for entry in later.said if isinstance(entry.value, Words)] == [
            entry for entry in visit.said if isinstance(entry.value, Words)
        ]


def test_later_every_visit_is_on_a_screen_that_shows_and_nothing_of_the_old_one_is_pending() -> None:
    for visit in VISITS:
        later = goes_on(visit, LATER)
        assert later.phase in EARLY and later.turn == visit.turn + 1
        assert (later.question, later.pending, later.practice, later.step, later.note) == ("", (), "", 0, "")
        assert later.hold is None
    for visit in VISITS[::8]:
        view = show(goes_on(visit, LATER), LIBRARY, "GB")
        assert (view.said or view.question) and view.choices and view.turn == visit.turn + 1


@pytest.mark.parametrize("minutes", [0, 0.5, SAME_MOMENT])
def test_within_half_an_hour_it_is_the_same_visit(minutes: float) -> None:
    assert all(goes_on(visit, minutes) is visit for visit in VISITS[::20])


@pytest.mark.parametrize("minutes", [-0.01, -60, -(10**9), 30.01, 10**9])
def test_later_and_a_clock_that_was_set_back_are_the_same_to_it(minutes: float) -> None:
    assert all(goes_on(visit, minutes) == goes_on(visit, LATER) for visit in VISITS[::20])


@pytest.mark.parametrize(
    ("phase", "door", "then"),
    [
        *((phase, "says_no", phase) for phase in EARLY),
        *((phase, "says_no", Phase.BODY) for phase in Phase if phase not in EARLY),
        *((phase, "settle", Phase.SHELF) for phase in Phase if phase not in EARLY),
    ],
)
def test_later_it_goes_on_where_the_body_is_asked_or_at_the_shelf(phase: Phase, door: str, then: Phase) -> None:
    visit = Visit(phase=phase, door=door, practice="rest.doing_nothing", question="soften")
    assert goes_on(visit, LATER).phase is then


def test_kindness_that_came_too_near_stays_away_on_another_night(person: Person, shelf: Shelf) -> None:
    person.arrives("critic_voice").stays(**CALM).tries("warmth.rung_0", soften=-2)
    assert person.state == "surge"
    later = Person(shelf, goes_on(person.visit, LATER)).body("about_right").stays(**CALM)
    assert later.state == "curious" and never_any(later.offered, "warmth")
    assert later.visit.memory.surged


def test_words_of_danger_are_always_heard_afresh_on_another_night(person: Person, shelf: Shelf) -> None:
    person.says_no("critic_voice", words="not what I meant", heard=URGENT).does(Deed.NOT_MEANT)
    for minutes, screen in ((SAME_MOMENT, Phase.BODY), (LATER, Phase.HELP)):
        gone_on = Person(shelf, goes_on(person.visit, minutes)).does(Deed.CHIPS)
        assert gone_on.chooses("critic_voice", words="the same words", heard=URGENT).phase is screen


def test_nothing_wanted_that_night_does_not_end_the_next(person: Person, shelf: Shelf) -> None:
    person.says_no("critic_voice").does(Deed.NOTHING)
    assert person.visit.answers.choice is Choice.NOTHING
    assert take_turn(goes_on(person.visit, LATER), Reply(Deed.NOTHING), shelf).phase is Phase.OFFERS


def test_a_visit_without_a_word_or_a_deed_is_nothing_to_keep() -> None:
    assert not may_be_kept(Visit())
    assert not may_be_kept(Visit(phase=Phase.SHELF, door="settle"))


@pytest.mark.parametrize("key", ["said", "uses", "names"])
def test_what_was_said_or_done_may_be_kept(key: str) -> None:
    whole = next(visit for visit in VISITS if visit.said and visit.uses and any(visit.names))
    assert may_be_kept(replace(Visit(), **{key: getattr(whole, key)}))


def test_where_somebody_could_see_nothing_may_ever_be_kept() -> None:
    watched = [visit for visit in VISITS if visit.answers.safety in (0, 1)]
    assert watched and not any(may_be_kept(visit) for visit in watched)
    assert any(may_be_kept(replace(visit, answers=visit.answers.told("safety", 2))) for visit in watched)
