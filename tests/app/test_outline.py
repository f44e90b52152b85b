"""The outline as it is shown: a list of sixteen places, both outlines after, kept and told, and never half a visit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.app.documents import document_of, visit_of
from unforced.app.showing import show
from unforced.app.showing.speech import Speech
from unforced.app.view import View
from unforced.domain.answers import Never
from unforced.domain.errors import PageDamagedError
from unforced.domain.outline import Area, Sensation
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Deed, Phase, Visit

LIBRARY = FileLibrary()
FEET = "contact.feet_on_floor"
OPEN = "outline"


def in_contact() -> Person:
    """Somebody for whom there is room, in contact with the floor."""
    return Person(LIBRARY.shelf).arrives("critic_voice").stays(**CALM).takes(FEET)


def compared(before: tuple[str, ...] | None, now: tuple[str, ...], **after: object) -> View:
    """What is shown once both are marked; ``before`` None: only the second was."""
    person = in_contact()
    if before is not None:
        person.does(Deed.OUTLINE).does(Deed.MARK, before)
    person.does(Deed.FINISH).answers(**after)
    return shown(person.does(Deed.OUTLINE).does(Deed.MARK, now).visit)


def shown(visit: Visit) -> View:
    """The screen."""
    return show(visit, LIBRARY, "GB")


def text(view: View) -> str:
    """Everything that is said on a screen."""
    return " ".join((*view.said, view.question, view.hint, *(choice.label for choice in view.every())))


def test_one_quiet_way_leads_to_it_before_and_after() -> None:
    person = in_contact()
    assert [choice.token for choice in shown(person.visit).beside] == [OPEN]
    playing = shown(person.visit).playing
    assert playing is not None
    assert [choice.token for choice in playing.beside] == [OPEN]
    person.does(Deed.FINISH).answers(soften=0)
    assert shown(person.visit).find(OPEN) is not None
    assert shown(person.does(Deed.LOOK).visit).find(OPEN) is not None
    person.does(Deed.OUTLINE).does(Deed.MARK, ()).does(Deed.BACK)
    assert shown(person.visit).find(OPEN) is None


def test_where_it_may_not_be_nothing_leads_to_it() -> None:
    visit = in_contact().visit
    away = replace(visit, answers=visit.answers._replace(never=frozenset({Never.BODY})))
    assert shown(away).find(OPEN) is None
    low = Person(LIBRARY.shelf).arrives("critic_voice", body="far_away").takes("move")
    assert shown(low.visit).find(OPEN) is None


def test_the_list_has_every_place_with_five_words_and_can_be_left() -> None:
    view = shown(in_contact().does(Deed.OUTLINE).visit)
    assert (view.several, view.rows, view.question) == (True, True, "Where in the body, if anywhere?")
    assert len(view.choices) == len(Area) * len(Sensation)
    assert len({choice.group for choice in view.choices}) == len(Area) == 16
    assert [choice.label for choice in view.beside] == ["Leave it unmarked"]
    assert not any(choice.chosen for choice in view.choices)
    assert {choice.reply.deed for choice in view.controls} >= {Deed.HELP, Deed.NOTHING, Deed.STOP}


def test_what_was_marked_before_is_chosen_when_it_is_opened_again() -> None:
    person = in_contact().does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",)).does(Deed.OUTLINE)
    assert [choice.token for choice in shown(person.visit).choices if choice.chosen] == ["mark:jaw:tight"]


def test_the_second_begins_empty_and_the_same_as_before_is_one_tap() -> None:
    person = in_contact().does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight", "hands:warm"))
    view = shown(person.does(Deed.FINISH).answers(soften=0).does(Deed.OUTLINE).visit)
    assert view.question == "And now, where in the body?"
    assert not any(choice.chosen for choice in view.choices)
    same = view.find("mark:jaw:tight,hands:warm")
    assert same is not None
    assert same.label == "The same as before"
    after = person.does(same.reply.deed, same.reply.value)
    assert "The marks are the same as before." in shown(after.visit).said


def test_both_are_shown_with_their_words_and_what_is_different_in_them() -> None:
    view = compared(("jaw:tight",), ("jaw:tight", "hands:warm"), soften=1, body=0)
    assert [(figure.title, figure.words) for figure in view.figures] == [
        ("Before", "Jaw tight"),
        ("Now", "Jaw tight, hands warm"),
    ]
    assert view.said == ("A little easier. That can be all of it.", "Different now: hands.")


@pytest.mark.parametrize("soften", [-1, 0, 1])
def test_worse_the_same_and_easier_are_each_answered_and_then_shown_alike(soften: int) -> None:
    view = compared(("jaw:tight",), ("jaw:tight", "belly:heavy"), soften=soften)
    assert len(view.said) == 2
    assert view.said[1] == "Different now: belly."
    assert [choice.label for choice in view.choices] == ["Go on"]


def test_marks_are_never_judged() -> None:
    tighter, looser = (
        compared((one,), (other,)) for one, other in (("jaw:loose", "jaw:tight"), ("jaw:tight", "jaw:loose"))
    )
    assert tighter.said == looser.said == ("Different now: jaw.",)
    for view in (tighter, looser):
        assert not {"better", "worse", "good", "progress", "improved"} & set(text(view).lower().split())


def test_nothing_marked_and_not_marked_are_told_apart() -> None:
    assert compared((), ("jaw:tight",)).figures[0].words == "Nothing marked"
    only = compared(None, ())
    assert [(figure.title, figure.words) for figure in only.figures] == [("Now", "Nothing marked")]
    assert only.said == ("This is what you marked.",)


def test_it_is_told_to_whoever_opens_the_past() -> None:
    person = in_contact().does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",)).does(Deed.FINISH).answers()
    person.does(Deed.OUTLINE).does(Deed.MARK, ())
    told = Speech(person.visit, LIBRARY).whole()
    assert ("Body, before", "Jaw tight") in told
    assert ("Body, now", "Nothing marked") in told
    assert may_be_kept(person.visit)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_a_visit_comes_back_from_its_document_at_every_step(step: int) -> None:
    person = in_contact().does(Deed.OUTLINE)
    if step:
        person.does(Deed.MARK, ("jaw:tight", "feet:numb")).does(Deed.FINISH).answers(soften=0).does(Deed.OUTLINE)
    if step == 2:
        person.does(Deed.MARK, ())
    assert (person.phase, person.visit.step) == (Phase.OUTLINE, step)
    assert visit_of(document_of(person.visit)) == person.visit


HERE = {"answers": {"presence": 3, "arousal": 0}, "practice": FEET, "phase": "outline"}
WRONG: tuple[dict[str, object], ...] = (
    {"marks_before": [{"area": "pelvis", "sensation": "tight"}]},
    {"marks_before": [{"area": "jaw", "sensation": "sad"}]},
    {"marks_before": [{"area": "jaw"}]},
    {"marks_before": "jaw:tight"},
    {"marks_after": [{"area": "jaw", "sensation": "tight"}, {"area": "jaw", "sensation": "warm"}]},
    {"marks_after": [{"area": "jaw", "sensation": "tight"}, {"area": "face", "sensation": "warm"}]},
    {"said": [{"key": "marks_before", "value": ["jaw:sad"]}]},
    {"said": [{"key": "marks_before", "value": "jaw:tight"}]},
    {"said": [{"key": "marks_after", "value": ["jaw:tight", "face:warm"]}]},
    {"said": [{"key": "marked", "value": ["jaw:tight"]}]},
    {"phase": "outline"},
    {**HERE, "practice": "orient.one_colour"},
    {**HERE, "answers": {"presence": 1}},
    {**HERE, "answers": {}},
    {**HERE, "step": 2},
    {**HERE, "step": 3},
    {**HERE, "step": -1},
)


def test_the_control_for_documents_that_no_answers_lead_to() -> None:
    said = {"said": [{"key": "marks_after", "value": ["jaw:tight", "hands:warm"]}]}
    assert visit_of({**HERE, **said, "step": 2, "marks_after": []}).phase is Phase.OUTLINE


@pytest.mark.parametrize("document", WRONG, ids=range(len(WRONG)))
def test_documents_that_no_answers_lead_to_are_refused(document: dict[str, object]) -> None:
    with pytest.raises(PageDamagedError):
        visit_of(document)
