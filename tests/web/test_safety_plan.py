"""A safety plan on the pages: read first, written by choice, never in anybody's way, and on Help only while open."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from tests.web.keeping import Person, somebody
from tests.web.running import Running
from tests.web.test_help_lines import INTENT, Links
from unforced.adapters.library import FileLibrary
from unforced.domain.safety_plan import Heading
from unforced.web.typesetting import set_text

LIBRARY = FileLibrary()
WALK = "once round the pond <b>"
TEA = "tea, without sugar"
COUSIN = "my cousin with the boat"
NUMBER = "+44 20 7946 0958"
DESK = "the desk at the practice"
UNCLEAR = "ask for 4, then wait"
PLAN = 'href="/plan"'


@pytest.fixture(scope="module")
def keeps() -> Iterator[Person]:
    """Somebody who has kept a visit before, with the vault open."""
    with Running() as program:
        yield somebody(program).has_kept()


@pytest.fixture
def nobody_kept() -> Iterator[Person]:
    """Somebody who has kept nothing."""
    with Running() as program:
        yield somebody(program)


def title(heading: Heading) -> str:
    """What stands over a heading."""
    return set_text(LIBRARY.phrases.say(f"chip.plan.{heading}"))


def writes(person: Person, heading: Heading, words: str, number: str = "") -> None:
    """A line under a heading."""
    person.go(f"/plan/write/{heading}")
    person.press("Put it in", words=words, number=number)
    assert person.answer.status == 200 and person.at == f"/plan/write/{heading}"


def read(person: Person) -> str:
    """The plan as somebody reads it."""
    answer = person.go("/plan")
    assert answer.status == 200 and answer.headers["cache-control"] == "no-store"
    return html.unescape(answer.text)


def test_at_first_nothing_is_in_it_and_nothing_is_a_form(keeps: Person) -> None:
    text = read(keeps)
    assert "Nothing is written yet." in text and "alerts nobody" in text and "Nobody clinical has reviewed" in text
    assert "<input" not in text.replace('<input type="hidden"', "") and "<textarea" not in text
    assert 'href="/plan/write"' in text


def test_every_heading_has_a_place_and_none_has_to_be_filled_in(keeps: Person) -> None:
    text = html.unescape(keeps.go("/plan/write").text)
    assert [title(heading) for heading in Heading if title(heading) in text] == [title(each) for each in Heading]
    for heading in Heading:
        page = keeps.go(f"/plan/write/{heading}")
        assert page.status == 200 and keeps.form.heading == title(heading)
        assert ('name="number"' in page.text) is (heading in (Heading.PEOPLE, Heading.LINES))
        assert re.search(r'name="words" value=""', page.text), "nothing is filled in for anybody"
        keeps.press("Put it in", words="  ")
    assert "Nothing is written yet." in read(keeps)
    assert keeps.go("/plan/write/another").status == 404


def test_lines_are_put_in_moved_said_anew_taken_off_and_taken_back(keeps: Person) -> None:
    writes(keeps, Heading.ALONE, WALK)
    assert "It is in the plan." in keeps.answer.text
    writes(keeps, Heading.ALONE, TEA)
    assert read(keeps).index(WALK) < read(keeps).index(TEA)
    assert "&lt;b&gt;" in keeps.answer.text and "Move" not in keeps.answer.text
    keeps.go("/plan/write/alone")
    keeps.press(f"Move up: {TEA}")
    assert read(keeps).index(TEA) < read(keeps).index(WALK)
    keeps.go("/plan/write/alone/2")
    assert re.search(rf'name="words" value="{TEA}"', keeps.answer.text)
    keeps.press("Change the words", words="tea, with milk")
    assert "Changed. As it was before, it can be taken back until" in keeps.answer.text
    assert "tea, with milk" in read(keeps) and TEA not in read(keeps)
    keeps.go("/plan/write/alone")
    keeps.press("Take it off: tea, with milk")
    assert "then its words are gone for good" in keeps.answer.text
    assert "tea, with milk" not in read(keeps)
    keeps.go("/plan/write")
    keeps.press("Take it back: tea, with milk")
    assert "It is back." in keeps.answer.text and "tea, with milk" in read(keeps)
    keeps.go("/plan/write")
    keeps.press(f"Forget it now: {TEA}")
    assert TEA not in keeps.go("/plan/write").text


def test_sent_twice_it_is_there_once_and_what_is_not_there_is_refused_with_a_sentence(keeps: Person) -> None:
    keeps.go("/plan/write/signs")
    fields = {"csrfmiddlewaretoken": keeps.token(), "choice": "add", "words": "I stop answering"}
    for _ in range(2):
        assert keeps.asks_with("/plan/write/signs", fields).status == 303
    assert read(keeps).count("I stop answering") == 1
    for path, choice in (
        ("/plan/write/signs", "off:99"),
        ("/plan/write/signs", "up:x"),
        ("/plan/write/signs", "fly:1"),
        ("/plan/write", "take_back:99"),
        ("/plan/write", "x"),
        ("/plan", "x"),
    ):
        fields = {"csrfmiddlewaretoken": keeps.token(), "choice": choice}
        assert keeps.asks_with(path, fields).status == 409, choice
    fields = {"csrfmiddlewaretoken": keeps.token(), "choice": "add", "words": "typed in another window"}
    answer = keeps.asks_with("/plan/write/signs/99", fields)
    assert answer.status == 409 and "typed in another window" in answer.text
    assert keeps.go("/plan/write/lines/1").status == 409


def test_help_shows_their_people_exactly_as_typed_and_the_plan_one_tap_away(keeps: Person) -> None:
    writes(keeps, Heading.PEOPLE, COUSIN, number=NUMBER)
    writes(keeps, Heading.LINES, DESK, number=UNCLEAR)
    writes(keeps, Heading.LINES, "somebody without a number")
    for address in ("/help", in_a_visit(keeps)):
        text = keeps.go(address).text
        links = Links(text).found
        assert ("tel:+442079460958", NUMBER) in links and ("sms:+442079460958", NUMBER) in links, address
        assert UNCLEAR in text and not [href for href, shown in links if shown == UNCLEAR], "nothing is guessed"
        assert "somebody without a number" in text and PLAN in text
        assert "The whole plan" in text
    keeps.press("No, continue") if "No, continue" in keeps.form.buttons else keeps.press("Go back")


def in_a_visit(person: Person) -> str:
    """Help, asked for in a visit; its address."""
    person.begins()
    person.press("Help")
    return person.at


def test_in_a_crisis_no_form_is_put_before_anybody(keeps: Person) -> None:
    in_a_visit(keeps)
    text = read(keeps)
    assert "This can be written on a calmer day." in text and COUSIN in text, "it is there to be read"
    assert 'href="/plan/write"' not in text
    for address in ("/plan/write", "/plan/write/alone", "/plan/write/alone/1"):
        keeps.go(address)
        assert keeps.answer.status == 303 and keeps.answer.headers["location"] == "/plan"
    keeps.begins()
    assert 'href="/plan/write"' in read(keeps)


def test_words_of_danger_bring_a_number_at_once_and_nothing_is_lost(keeps: Person) -> None:
    writes(keeps, Heading.SIGNS, INTENT)
    assert 'class="heard"' in keeps.answer.text and "tel:999" in keeps.answer.text
    assert INTENT in keeps.answer.text, "it is written all the same"
    assert 'class="heard"' not in keeps.go("/plan/write/signs").text
    writes(keeps, Heading.SIGNS, f"again: {INTENT}")
    assert 'class="heard"' not in keeps.answer.text and "Help is up there, any time." in keeps.answer.text
    writes(keeps, Heading.SIGNS, "I sleep past noon")
    assert "Help is up there, any time." not in keeps.answer.text


def test_where_somebody_could_see_it_no_name_stands_on_help_and_nothing_is_written(keeps: Person) -> None:
    keeps.begins()
    keeps.press("Somebody could see this")
    assert "behind your passphrase" not in keeps.go("/help").text and PLAN in keeps.answer.text
    keeps.unlocks()
    assert COUSIN not in keeps.go("/help").text
    text = read(keeps)
    assert "Somebody could see this screen, so nothing is written here now." in text
    assert 'href="/plan/write"' not in text
    assert keeps.go("/plan/write/alone").headers["location"] == "/plan"
    fields = {"csrfmiddlewaretoken": html_token(keeps), "choice": "add", "words": "typed all the same"}
    answer = keeps.asks_with("/plan/write/alone", fields)
    assert answer.status == 409 and "typed all the same" in answer.text, "not lost, and not written"
    keeps.go("/")
    keeps.press("Leave now")
    keeps.come_in()
    keeps.unlocks()
    assert COUSIN in keeps.go("/help").text and "typed all the same" not in read(keeps)


def html_token(person: Person) -> str:
    """The token of this browser's forms."""
    person.go("/")
    return person.token()


def test_it_goes_home_and_comes_back_and_twice_is_the_same_as_once(keeps: Person) -> None:
    _, file = keeps.takes("Take home as JSON")
    _, markdown = keeps.takes("Take home as Markdown")
    assert f"- {COUSIN}: \\+44" in markdown.decode() or f"- {COUSIN}: {NUMBER}" in markdown.decode()
    for _ in range(2):
        assert keeps.brings(file).status == 200
        assert read(keeps).count(COUSIN) == 1


def test_locked_help_says_where_it_is_and_is_otherwise_as_it_was(keeps: Person) -> None:
    keeps.locks()
    text = html.unescape(keeps.go("/help").text)
    assert COUSIN not in text and "If you kept a safety plan, it is behind your passphrase." in text
    assert PLAN in text and "tel:999" in text
    assert keeps.go("/plan").headers["location"] == "/unlock"
    keeps.unlocks()
    assert keeps.at == "/plan" and COUSIN in keeps.answer.text
    keeps.go("/plan/write/alone")
    form = keeps.token()
    keeps.locks()
    fields = {"csrfmiddlewaretoken": form, "choice": "add", "words": "typed while it locked"}
    assert keeps.asks_with("/plan/write/alone", fields).headers["location"] == "/unlock"
    keeps.unlocks()
    assert keeps.at == "/plan/write/alone"
    assert 'value="typed while it locked"' in keeps.answer.text, "what was typed waited"


def test_words_are_never_in_an_address_a_title_or_a_log(keeps: Person) -> None:
    writes(keeps, Heading.SAFER, "the blue box goes to my cousin")
    assert keeps.form.title == "Notes" and "blue" not in keeps.at
    assert "blue" not in keeps.running.log.read_text()
    found = [path for path in keeps.running.folder.rglob("*") if path.is_file() and b"blue box" in path.read_bytes()]
    assert not found


def test_with_nothing_kept_it_is_here_until_somebody_leaves_and_says_so(nobody_kept: Person) -> None:
    person = nobody_kept
    person.go("/")
    assert PLAN in person.answer.text, "a quiet link beside the doors"
    help_page = html.unescape(person.go("/help").text)
    assert "This can be written on a calmer day." in help_page and PLAN in help_page
    writes(person, Heading.PEOPLE, COUSIN, number=NUMBER)
    assert "This is kept nowhere." in read(person) and COUSIN in person.answer.text
    assert COUSIN in person.go("/help").text
    assert not [path for path in person.running.home.rglob("*") if path.is_file()]
    person.go("/")
    person.press("Leave now")
    person.come_in()
    assert COUSIN not in read(person)


def test_written_before_anything_was_kept_it_can_be_kept_with_the_rest_or_let_go(nobody_kept: Person) -> None:
    person = nobody_kept
    writes(person, Heading.ALONE, TEA)
    person.has_kept()
    assert "isn’t kept yet" in read(person) and TEA in person.answer.text
    person.press("Keep it with the rest")
    assert "It is kept, and sealed." in person.answer.text
    assert TEA in read(person) and "isn’t kept yet" not in person.answer.text
    person.locks()
    person.unlocks()
    assert TEA in read(person)


def test_what_was_written_before_is_let_go_by_choice_and_with_forget_everything(nobody_kept: Person) -> None:
    person = nobody_kept
    writes(person, Heading.ALONE, TEA)
    person.has_kept()
    read(person)
    person.press("Let it go")
    assert "It is gone from here." in person.answer.text and TEA not in read(person)
    writes(person, Heading.ALONE, WALK)
    person.go("/everything")
    person.press("Forget everything")
    assert WALK not in read(person)


def test_without_having_come_in_there_is_no_plan_and_help_says_nothing_of_one(keeps: Person) -> None:
    outside = Person(keeps.running)
    assert PLAN not in outside.go("/help").text and outside.go("/help").status == 200
    assert outside.go("/plan").status == 404


def test_help_kept_for_when_the_program_is_stopped_never_holds_a_name(keeps: Person) -> None:
    assert COUSIN in keeps.go("/help").text
    kept = keeps.go("/offline/help").text
    assert "Help" in kept and COUSIN not in kept and NUMBER not in kept
