"""Small moments on the pages: written, kept by the person's own choice, gathered on a shore, forgotten and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Engine
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.keeping import Person, somebody
from tests.web.keeping_house import House
from tests.web.running import Running
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.framework import ready
from unforced.app.moments import PURPOSE, moments
from unforced.app.respond import respond
from unforced.app.shore import A_STRETCH, WIDE, height, pebbles, sentence
from unforced.app.showing import show
from unforced.domain.errors import NoSpaceError
from unforced.domain.page import Kept, Page
from unforced.domain.visit import Deed, Reply, Visit
from unforced.web.memory import Held
from unforced.web.shore import Shore, outlines
from unforced.web.turns import Form, reply_to

MINE = "stand at the back door"
DRAWN = Engine(dirs=[str(Path(__file__).parents[2] / "src/unforced/web/templates")]).get_template("parts/shore.html")
WORDS = re.compile(r">([^<>]+)<")


def markup(count: int) -> str:
    """The picture as a page holds it."""
    ready()
    said = FileLibrary().phrases.say(f"app.moments.{sentence(count)}")
    return DRAWN.render(Context({"shore": Shore(WIDE, height(count), said, outlines(), pebbles(count))}))


def elements(count: int) -> list[str]:
    """Every pebble's markup, in order."""
    return re.findall(r"<use .*?/>", markup(count))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2 * A_STRETCH))
def test_one_more_always_leaves_the_markup_of_every_earlier_one_unchanged(count: int) -> None:
    before, after = elements(count), elements(count + 1)
    assert (len(before), len(after)) == (count, count + 1)
    assert after[:-1] == before


@pytest.mark.parametrize("count", [0, 1, 7, 60, 400])
def test_the_picture_says_what_it_is_in_words_and_holds_no_number_to_read(count: int) -> None:
    said = [text.strip() for text in WORDS.findall(markup(count)) if text.strip()]
    assert len(said) == 1 and not re.search(r"\d", said[0])
    assert 'role="img" aria-labelledby="shore-said"' in markup(count)
    assert "style=" not in markup(count) and "<script" not in markup(count)
    assert len(markup(count)) < 100_000


@pytest.fixture(scope="module")
def keeps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Somebody who has kept a visit before, with the vault open."""
    with Running() as program:
        yield somebody(program).has_kept()


def at_the_door(person: Person) -> Person:
    """Behind the door of small moments."""
    person.go("/")
    person.press("A small moment")
    return person


def done(person: Person) -> None:
    """Done, and nothing changed."""
    person.press("Enough, or done")
    person.press("The same")


def shore(person: Person) -> int:
    """How many pebbles lie on the shore."""
    person.go("/moments")
    assert person.answer.status == 200
    return person.answer.text.count("<use ")


def test_somebody_writes_one_keeps_it_and_finds_it_on_the_shore(keeps: Person) -> None:
    before = shore(keeps)
    at_the_door(keeps).press("This one", words=MINE)
    assert keeps.form.heading == MINE and "data-timeline" not in keeps.answer.text
    done(keeps)
    assert shore(keeps) == before, "nothing is kept unless they say so"
    keeps.go("/")
    at_the_door(keeps).press("This one", words=MINE)
    done(keeps)
    keeps.press("Keep this small moment")
    assert "It is kept, and sealed." in keeps.answer.text
    assert "Keep this small moment" not in keeps.form.buttons and 'href="/moments"' in keeps.answer.text
    assert shore(keeps) == before + 1
    assert keeps.answer.text.count(MINE) >= 2


def test_in_a_visit_that_is_kept_it_gathers_by_itself_and_once(keeps: Person) -> None:
    before = shore(keeps)
    at_the_door(keeps).press("Twenty seconds off")
    done(keeps)
    keeps.press("Stop")
    keeps.press("Keep this visit")
    assert shore(keeps) == before + 1
    keeps.goes_on()
    keeps.press("Stop")
    keeps.press("Leave it kept")
    assert shore(keeps) == before + 1


def test_one_of_their_own_is_taken_again_only_from_the_list(keeps: Person) -> None:
    shore(keeps)
    keeps.press(f"Take this one: {MINE}")
    assert keeps.at.startswith("/visits/") and keeps.form.heading == MINE
    at_the_door(keeps)
    assert MINE not in keeps.answer.text, "it isn't put before them unasked"


def test_own_words_are_forgotten_and_taken_back_and_the_shore_stays_as_it_is(keeps: Person) -> None:
    before = shore(keeps)
    keeps.press(f"Forget it: {MINE}")
    assert "can be taken back until" in keeps.answer.text
    assert shore(keeps) == before
    assert f"Take this one: {MINE}" not in keeps.form.buttons
    keeps.press(f"Take it back: {MINE}")
    assert "It is back." in keeps.answer.text and f"Take this one: {MINE}" in keeps.form.buttons


def test_what_is_not_on_the_list_is_refused_with_a_sentence(keeps: Person) -> None:
    shore(keeps)
    for choice in ("take:own-99", "forget:done-9999", "forget:", "take_back:own-x"):
        answer = keeps.asks_with("/moments", {"csrfmiddlewaretoken": keeps.token(), "choice": choice})
        assert answer.status == 409, choice
    assert keeps.asks_with("/moments", {"csrfmiddlewaretoken": keeps.token(), "choice": "x"}).status == 303


def test_what_was_taken_home_elsewhere_joins_and_never_takes_anything_away(keeps: Person) -> None:
    before = shore(keeps)
    found = {"done": [{"what": "moment.lonely", "day": 739_000}]}
    page = {"id": "ab" * 16, "document": {"kind": "moments", "form": 1, "moments": found}}
    file = json.dumps({"program": "unforced", "form": 1, "pages": [page]}).encode()
    for _ in range(2):
        assert keeps.brings(file).status == 200
        assert shore(keeps) == before + 1


def test_legs_are_left_out_by_a_form_and_stay_out_the_next_time(keeps: Person) -> None:
    keeps.go("/")
    keeps.press("Settle for a minute")
    keeps.press("All of them")
    keeps.press("Toes to face, only letting go")
    assert "Thighs" in keeps.answer.text and "Legs" in keeps.form.chips
    keeps.press("Leave these out", chips=("Legs",))
    assert "Thighs" not in keeps.answer.text and keeps.form.checked == ["leave_out:legs"]
    keeps.press("Stop")
    keeps.go("/")
    keeps.press("Settle for a minute")
    keeps.press("All of them")
    keeps.press("Toes to face, only letting go")
    assert "Thighs" not in keeps.answer.text, "kept with what stays away"
    keeps.press("Leave these out")
    assert "Thighs" in keeps.answer.text


def test_locked_nothing_of_it_is_shown_and_the_passphrase_comes_first(keeps: Person) -> None:
    keeps.locks()
    keeps.go("/moments")
    assert MINE not in keeps.answer.text and "<use " not in keeps.answer.text
    at_the_door(keeps).press("Twenty seconds off")
    done(keeps)
    assert "Keep this small moment" not in keeps.form.buttons
    keeps.unlocks()
    assert shore(keeps) > 0


def test_where_nothing_was_ever_kept_there_is_no_shore() -> None:
    with Running() as program:
        person = somebody(program)
        person.go("/moments")
        assert "Nothing is kept" in person.answer.text
        at_the_door(person).press("Twenty seconds off")
        done(person)
        assert "Keep this small moment" not in person.form.buttons
        assert person.ask("POST", "/visits/x/moments", "", person.own_headers()).status in (303, 403)


# The keeper, and one form


def in_a_visit(library: FileLibrary) -> Held:
    """Somebody who did a small moment just now."""
    visit = respond(Visit(), Reply(Deed.OPEN_DOOR, "moment"), library)
    visit = respond(visit, Reply(Deed.TAKE, "moment.short_break"), library)
    return Held(respond(visit, Reply(Deed.FINISH), library))


def test_a_moment_that_could_not_be_kept_waits_for_the_next_time(
    library: FileLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(library)
    inside = house.vault.inside
    keep = type(inside).keep

    def full(self: object, page: Page) -> Kept:
        if page.id == inside.name_of(PURPOSE):
            raise NoSpaceError("full")
        return keep(inside, page)

    monkeypatch.setattr(type(inside), "keep", full)
    held = house.keeper.seal(in_a_visit(library), house.session)
    assert not held.visit.moments[0].kept
    monkeypatch.setattr(type(inside), "keep", keep)
    held = house.keeper.seal(held, house.session)
    assert held.visit.moments[0].kept
    house.keeper.seal(held, house.session)
    assert len(moments(house.vault.inside, 1).done) == 1


@pytest.mark.parametrize("picks", [("leave_out:nose",), ("worse",), ("leave_out:legs", "x")])
def test_a_forged_area_is_no_reply(library: FileLibrary, picks: tuple[str, ...]) -> None:
    visit = respond(Visit(), Reply(Deed.OPEN_DOOR, "settle"), library)
    visit = respond(visit, Reply(Deed.TAKE, "muscles_release.toes_to_face"), library)
    view = show(visit, library)
    assert reply_to(view, Form(choice="leave_out", picks=picks)) is None
    assert reply_to(view, Form(choice="leave_out")) == Reply(Deed.LEAVE_OUT, ())
    assert reply_to(show(Visit(), library), Form(choice="leave_out")) is None
