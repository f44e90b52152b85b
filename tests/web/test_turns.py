"""One turn on a page: a form in, what is held next out."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.app.arrive import arrive
from unforced.app.showing import show
from unforced.domain.visit import Phase
from unforced.web.memory import Held
from unforced.web.turns import MOST_BYTES, SEND, Form, reply_to, take


def held_at(library: FileLibrary, *forms: Form) -> Held:
    """What is held after these forms, each sent from the screen it was on."""
    held = Held(arrive())
    for form in forms:
        held = take(held, form._replace(turn=held.visit.turn), library, "GB")
    return held


CHIPS = Form(choice="open_door:says_no")
NUMB = Form(choice=SEND, picks=("choose:numb", "choose:tense"), words="blank")


def test_chips_and_words_are_one_answer(library: FileLibrary) -> None:
    held = held_at(library, CHIPS, NUMB)
    assert held.visit.phase is Phase.BODY
    assert {str(kind) for kind in held.visit.answers.kinds} == {"numb", "tense"}
    assert not held.draft.words


def test_no_chip_at_all_is_an_answer(library: FileLibrary) -> None:
    assert held_at(library, CHIPS, Form(choice=SEND)).visit.phase is Phase.BODY


def test_a_chip_that_isnt_there_is_no_answer(library: FileLibrary) -> None:
    view = show(held_at(library, CHIPS).visit, library)
    assert reply_to(view, Form(choice=SEND, picks=("choose:other",))) is None


def test_send_where_nothing_is_sent_is_no_answer(library: FileLibrary) -> None:
    assert reply_to(show(arrive(), library), Form(choice=SEND)) is None


def test_an_early_screen_changes_nothing(library: FileLibrary) -> None:
    held = held_at(library, CHIPS, NUMB)
    later = take(held, CHIPS._replace(turn=0, words="typed"), library, "GB")
    assert later.visit is held.visit
    assert later.note == "out_of_place"
    assert later.draft.words == "typed"


def test_the_same_form_twice_is_one_turn(library: FileLibrary) -> None:
    held = held_at(library, CHIPS)
    form = NUMB._replace(turn=held.visit.turn)
    once = take(held, form, library, "GB")
    assert take(once, form, library, "GB") is once


def test_words_beside_another_button_stay_as_a_draft(library: FileLibrary) -> None:
    held = held_at(library, CHIPS, Form(choice="help", words="not finished"))
    assert held.visit.phase is Phase.HELP
    assert held.draft.words == "not finished"
    back = take(held, Form(turn=held.visit.turn, choice="continue"), library, "GB")
    assert back.visit.phase is Phase.KINDS
    assert back.draft.words == "not finished"


def test_somebody_could_see_it_drops_what_was_typed(library: FileLibrary) -> None:
    assert not held_at(library, CHIPS, Form(choice="watched", words="not for his eyes")).draft.words


def test_a_closed_visit_holds_nothing_of_it(library: FileLibrary) -> None:
    held = held_at(library, CHIPS, NUMB, Form(choice="stop"))
    assert held.closing is not None
    assert held.visit.said == ()
    assert held.visit.answers == arrive().answers
    assert "blank" not in repr(held.closing)
    again = take(held, Form(turn=held.visit.turn, choice="open_door:says_no"), library, "GB")
    assert again.visit.phase is Phase.KINDS
    assert again.closing is None


def test_a_little_more_than_fits_is_kept_in_the_box(library: FileLibrary) -> None:
    held = held_at(library, CHIPS, Form(choice=SEND, words="é" * (MOST_BYTES // 2 + 1)))
    assert held.visit.phase is Phase.KINDS
    assert held.note == "too_long"
    assert held.draft.words


@pytest.mark.parametrize("choice", ["take:none.such", "answer:7", "next", "back", "yes"])
def test_a_choice_of_another_screen_is_a_calm_line(choice: str, library: FileLibrary) -> None:
    held = held_at(library, CHIPS, Form(choice=choice))
    assert held.visit.phase is Phase.KINDS
    assert held.note == "unusable_answer"
