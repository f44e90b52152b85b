"""The outline on a page without JavaScript: a list that is the form; and the picture, drawn from the same areas."""

from __future__ import annotations

import re

from tests.people import CALM, Person
from tests.web.visitor import Visitor
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.domain.outline import Area
from unforced.domain.visit import Deed
from unforced.web.memory import Draft
from unforced.web.outline import BOTH, OUTLINE, SHAPES
from unforced.web.page import Page, page_of
from unforced.web.turns import SEND, Form, reply_to

PLACES = re.compile(r'<select name="pick" data-area="(\w+)"')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def marking(library: FileLibrary) -> Page:
    """The page on which somebody could mark."""
    person = Person(library.shelf).arrives("critic_voice").stays(**CALM).takes("contact").does(Deed.OUTLINE)
    return page_of(show(person.visit, library), Draft(), "")


def in_contact(visitor: Visitor) -> Visitor:
    """Somebody whose body is about right, in contact with what is under them."""
    visitor.press("Something in me says no")
    visitor.press("Go on", chips=("It braces, it locks",))
    visitor.press("About right")
    visitor.press("What is under you")
    return visitor


def test_the_list_sends_every_mark_and_both_outlines_come_back_with_their_words(visitor: Visitor) -> None:
    in_contact(visitor).press("Mark where in the body")
    assert PLACES.findall(visitor.answer.text) == [str(area) for area in Area]
    fields = [*visitor.fields(SEND), ("pick", "mark:jaw:tight"), ("pick", ""), ("pick", "mark:hands:warm")]
    visitor.send(visitor.form.action, fields)
    assert visitor.form.heading == "What is under you"
    visitor.press("Enough, or done")
    visitor.press("The same")
    visitor.press("The same")
    visitor.press("Mark where in the body")
    visitor.press("The same as before")
    assert "The marks are the same as before." in visitor.answer.text
    assert visitor.answer.text.count("<figcaption>Jaw tight, hands warm.</figcaption>") == 2
    assert 'fill="url(#tight)"' in visitor.answer.text
    visitor.press("Go on")
    assert "Mark where in the body" not in visitor.form.buttons


def test_it_is_left_with_one_tap_and_what_is_no_place_is_refused_calmly(visitor: Visitor) -> None:
    in_contact(visitor).press("Mark where in the body")
    visitor.send(visitor.form.action, [*visitor.fields(SEND), ("pick", "mark:pelvis:tight")])
    assert "That isn’t one of the answers here." in visitor.answer.text
    visitor.press("Leave it unmarked")
    assert visitor.form.heading == "What is under you"


def test_the_second_outline_of_the_page_is_drawn_from_the_list(library: FileLibrary) -> None:
    page = marking(library)
    drawn = {place.area for side in page.bodies[0].sides for place in side}
    assert drawn == {row.area for row in page.rows} == set(Area)
    assert all(len(row.choices) == 5 for row in page.rows)
    buttons = [place.area for side in page.bodies[0].sides for place in side if place.first]
    assert sorted(buttons) == sorted(Area), "one stop for each area, wherever it is seen"


def test_empty_places_of_the_list_are_no_answer_of_their_own(library: FileLibrary) -> None:
    view = marking(library).view
    reply = reply_to(view, Form(choice=SEND, picks=("mark:jaw:tight", "mark:feet:numb")))
    assert reply is not None
    assert reply.value == ("jaw:tight", "feet:numb")


def test_the_line_is_the_same_on_both_sides_and_every_shape_lies_on_the_sheet() -> None:
    points = [float(number) for number in NUMBER.findall(OUTLINE)]
    across, down = points[0::2], points[1::2]
    assert round(min(across) + max(across), 1) == 200
    assert min(down) >= 4
    assert max(down) <= 470
    assert set(BOTH) <= set(SHAPES[0]) & set(SHAPES[1])
