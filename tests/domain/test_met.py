"""Met: what a visit learnt of the one that says no, and of each side, in the person's words."""

from __future__ import annotations

from dataclasses import replace

from tests.people import CALM, Person
from unforced.domain.answers import UNKNOWN
from unforced.domain.met import THE_NO, Met, met_in
from unforced.domain.visit import Deed, Phase, Said, Visit
from unforced.domain.words import Words


def said(words: Words | None) -> str:
    """The words themselves."""
    return words.reveal() if words else ""


def test_a_visit_in_which_nothing_was_met_has_nobody(person: Person) -> None:
    assert met_in(Visit()) == ()
    assert met_in(person.arrives("critic_voice").visit) == ()


def test_what_was_found_and_answered_is_the_one_that_says_no(person: Person) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "place": "chest", "called": "the bouncer", "firmness": 2})
    (met,) = met_in(person.visit)
    assert (met.side, said(met.called), met.place, met.look) == (THE_NO, "the bouncer", "chest", "")
    assert (met.firmness, met.blend, met.toward, met.soften) == (2, 1, 1, UNKNOWN)


def test_what_it_told_goes_where_it_was_asked(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).takes("ask")
    for words in ("", "", "keeps watch", "", "peace", "", "that I get hurt"):
        person.does(Deed.NEXT, words=words)
    (met,) = met_in(person.answers(soften=1).visit)
    assert [said(met.job), said(met.hope), said(met.fear)] == ["keeps watch", "peace", "that I get hurt"]
    assert met.soften == 1


def test_the_ask_is_in_this_order(person: Person) -> None:
    """guide.md §3: noticing it → its job → what it hopes for you → what it fears would happen if it stopped."""
    cues = [cue.text for cue in person.shelf.get("ask.listen").cues if cue.phase == "name"]
    assert [word in cue for word, cue in zip(("notice", "job", "hope", "fear"), cues, strict=True)] == [True] * 4


def test_what_a_firm_no_guards_against_stands_by_itself(person: Person) -> None:
    person.arrives("critic_voice").stays(distress=4, firmness=3).does(Deed.HEAR)
    person.does(Deed.NEXT, words="being laughed at")
    (met,) = met_in(person.visit)
    assert (said(met.against), met.fear, met.firmness) == ("being laughed at", None, 3)


def test_soften_is_only_what_was_answered_after_turning_toward_it(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).tries("acknowledge", soften=-1).tries("contact", soften=2, body=0)
    (met,) = met_in(person.visit)
    assert (met.soften, person.visit.answers.soften) == (-1, 2)


def test_each_side_has_its_own(person: Person) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="the one who wants it", name_b="the door")
    visit = replace(
        person.visit,
        first_side=1,
        said=(
            *person.visit.said,
            Said("sides_wants_one", Words("peace")),
            Said("sides_fears_other", Words("more of the same")),
            Said("sides_firmness_one", 4),
            Said("sides_toward_other", 2),
        ),
    )
    one, other = met_in(visit)
    assert (one.side, said(one.called), said(one.fear), one.toward, one.firmness) == (
        0,
        "the one who wants it",
        "more of the same",
        2,
        UNKNOWN,
    )
    assert (other.side, said(other.called), said(other.hope), other.firmness) == (1, "the door", "peace", 4)


def test_after_a_round_what_was_answered_is_about_both_sides(person: Person) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="a", name_b="b").takes("sides").does(Deed.WORSE)
    assert person.phase is Phase.OFFERS
    assert [met.soften for met in met_in(person.visit)] == [-2, -2]


def test_where_they_are_on_the_map_belongs_to_each() -> None:
    assert met_in(Visit(on_map=(3, 0, 5))) == (Met(THE_NO, on_map=3), Met(1, on_map=5))
