"""Help in one action from every screen, locked or not, without JavaScript: every address there is, and every template.

An address that is added later is walked too, and fails here where it is a screen without a way to Help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from random import Random

import pytest
from django.urls import URLPattern

from tests.web.keeping import Person, somebody
from tests.web.running import Running
from tests.web.visitor import Answer, Visitor
from unforced.web.assets import HERE
from unforced.web.urls import urlpatterns

TEMPLATES = HERE.parent / "templates"
NO_SCREEN = {
    "alive": "it has no content",
    "worker": "a script",
    "manifest": "what the pages are called",
    "blank": "where leaving ends: nothing at all is there, so that nothing can be seen",
}
SCREENS = 18  # at the very least, for somebody who has something kept and open
INTENT = "I am going to kill myself tonight."
PLACE = re.compile(r"<(?:str|int):(\w+)>")


class Ways(HTMLParser):
    """Whether a page has a way to Help that needs one action and no JavaScript, and that isn't hidden."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found = False
        self._top = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self._top = self._top or tag == "header"
        link = tag == "a" and named.get("href") == "/help"
        button = tag == "button" and named.get("value") == "help" and named.get("form") == "turn"
        if self._top and "hidden" not in named and (link or button):
            self.found = True

    def handle_endtag(self, tag: str) -> None:
        self._top = self._top and tag != "header"


def without_help(answers: dict[str, Answer]) -> list[str]:
    """The names of all screens from which Help can't be reached. An empty answer to a form's address is no screen."""
    screens = {name: each for name, each in answers.items() if name not in NO_SCREEN and each.status != 405}
    return [name for name, each in screens.items() if not Ways(each.text).found and each.status != 303]


def walked(person: Visitor, values: dict[str, str]) -> dict[str, Answer]:
    """Every address, asked for as a browser does."""
    sent = {"Sec-Fetch-Site": "none"}
    return {str(each.name): person.ask("GET", _filled(each, values), headers=sent) for each in urlpatterns}


def _filled(each: URLPattern, values: dict[str, str]) -> str:
    """An address with something in each of its places."""
    return "/" + PLACE.sub(lambda at: values.get(f"{each.name}.{at[1]}", values.get(at[1], "1")), str(each.pattern))


@pytest.fixture(scope="module")
def kept_here() -> Iterator[Running]:
    """A program of its own, in whose home something is kept."""
    with Running() as running:
        yield running


@pytest.fixture(scope="module")
def person(kept_here: Running) -> Person:
    """Somebody with one visit kept and open, and another one begun."""
    return somebody(kept_here).has_kept()


@pytest.fixture
def values(person: Person) -> dict[str, str]:
    """What stands for the places in an address."""
    person.go("/past")
    one = [address.rpartition("/")[2] for address in person.kept()]
    person.begins()
    visit = person.at.rpartition("/")[2]
    return {
        "visit_id": visit,
        "one.name": (one or ["0" * 32])[0],
        "name": "three_things",
        "field": "name",
        "token": "1",
    }


def test_from_every_address_while_something_is_open(person: Person, values: dict[str, str]) -> None:
    if "Unlock" in person.go("/past").text:
        person.unlocks()
    answers = walked(person, values)
    assert without_help(answers) == []
    assert sum(each.status == 200 for each in answers.values()) >= SCREENS


def test_from_every_address_while_it_is_locked(person: Person, values: dict[str, str]) -> None:
    person.locks()
    assert without_help(walked(person, values)) == []
    person.unlocks()


def test_from_every_address_for_a_browser_that_hasnt_come_in(kept_here: Running, values: dict[str, str]) -> None:
    assert without_help(walked(Visitor(kept_here), values)) == []


def test_from_every_address_where_nothing_at_all_is_kept(values: dict[str, str]) -> None:
    with Running(options=("--no-trace",)) as running:
        assert without_help(walked(Visitor(running).come_in(), values)) == []


@pytest.mark.parametrize("seed", range(4))
def test_from_every_screen_of_visits_however_somebody_taps(seed: int, running: Running, inside: dict[str, str]) -> None:
    dice, person = Random(seed), Visitor(running)
    person.cookies = dict(inside)
    person.go("/")
    headings = set()
    for _ in range(60):
        assert without_help({person.at: person.answer}) == [], person.form.heading
        headings.add(person.form.heading)
        labels = [label for label in person.form.buttons if label and label not in ("Leave now", "Show")]
        if person.answer.status != 200 or not labels:
            person.go("/")
            continue
        words = dice.choice([None, "it says no", "it says no", INTENT])
        chips = tuple(chip for chip in person.form.chips if dice.random() < 0.1)
        person.press(dice.choice(labels), words, chips)
    assert len(headings) > 8


def test_a_screen_without_it_is_caught() -> None:
    """The control: none at all, one that is hidden, and one that stands only in the text."""
    top = '<header class="top"><a class="edge help" href="/help">Help</a></header>'
    pages = {
        "none": "<main>Something</main>",
        "hidden": top.replace("<a ", "<a hidden "),
        "not in its place": '<header></header><main><a href="/help">Help</a></main>',
    }
    assert without_help({name: Answer(200, {}, text) for name, text in pages.items()}) == list(pages)
    assert without_help({"there": Answer(200, {}, top)}) == []


def test_every_template_that_is_a_page_has_the_top_of_all_pages_or_help_in_its_own() -> None:
    for path in sorted(TEMPLATES.glob("*.html")):
        text = path.read_text("utf-8")
        if path.name in ("base.html", "blank.html"):
            continue
        assert re.match(r'\{% extends "(base|offline)\.html" %\}', text), path.name
        if "{% block top %}" in text:
            assert 'href="/help"' in text, path.name
