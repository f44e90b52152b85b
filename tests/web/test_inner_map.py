"""The inner map on the pages: everything by the list, nothing typed is lost, and every change has a way back."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest

from tests.web.keeping import Person, somebody
from tests.web.running import Running

TAG = re.compile(r"<[^>]+>")
HIDDEN = re.compile(r"<(svg|title)[ >].*?</\1>", re.DOTALL)
LONG = "a herring " * 1_000
FLAG = "🦊 the 火 guard 🇬🇧"


@pytest.fixture
def person(program: Running) -> Person:
    """Somebody with the vault open and an empty map."""
    found = somebody(program)
    found.unlocks()
    for address in parts(found):
        found.go(address)
        found.press("Let go of it")
    return found


def said(found: Person) -> str:
    """What the page says in words, the picture left out."""
    return " ".join(unescape(TAG.sub(" ", HIDDEN.sub(" ", found.answer.text))).split())


def parts(found: Person) -> list[str]:
    """The pages of the parts, in the order of the list."""
    found.go("/parts")
    return list(dict.fromkeys(re.findall(r'href="(/parts/\d+)"', found.answer.text)))


def adds(found: Person, name: str, **more: str) -> str:
    """One by hand; the address of its page."""
    found.go("/parts/new")
    found.press("Put it on the map", name, (), **more)
    return parts(found)[-1]


def ties(found: Person, one: str, other: str, what: str = "They pull against each other") -> str:
    """Something between two; the address of where that leads."""
    found.go(f"{one}/between")
    found.press(what, one=one.rpartition("/")[2], other=other.rpartition("/")[2])
    return found.at


# Opened by the person


def test_locked_the_passphrase_comes_first_and_leads_back(person: Person) -> None:
    person.locks()
    person.go("/parts")
    assert person.answer.headers["location"] == "/unlock"
    person.go("/unlock")
    person.unlocks()
    assert person.at == "/parts" and person.form.heading == "Inner map"


def test_words_typed_while_it_locked_itself_wait_in_their_field(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/job")
    page, form = person.at, person.form
    person.locks()
    person.send(page, [*form.hidden.items(), ("choice", "keep"), ("words", "keeps the door")])
    assert person.at == "/unlock" and "keeps the door" in person.answer.text
    person.unlocks()
    assert person.at == page and person.form.written == "keeps the door"
    person.press("Keep it so", words=person.form.written)
    person.go(page)
    assert person.form.written == "keeps the door"


def test_where_nothing_is_kept_it_says_how_a_map_begins() -> None:
    with Running() as running:
        found = somebody(running)
        found.go("/parts")
        assert "Nothing is kept yet, so there is no map." in said(found) and "Begin" in said(found)
        found.go("/parts/7/name")
        assert "so there is no map" in said(found)


def test_it_is_opened_from_what_is_kept_and_never_shown_before(person: Person) -> None:
    adds(person, "bear")
    person.go("/past")
    assert 'href="/parts"' in person.answer.text and "bear" not in person.answer.text
    person.go("/")
    assert "bear" not in person.answer.text


def test_an_empty_map_is_calm(person: Person) -> None:
    person.go("/parts")
    assert "The map is empty." in said(person) and "Add one" in said(person)
    assert "<svg" not in person.answer.text


# Everything from the list, without the picture and without a script


def test_everything_is_done_from_the_list(person: Person) -> None:
    bear, clock = adds(person, "bear", look="stone", place="chest"), adds(person, "clock")
    person.go(f"{bear}/name")
    person.press("Keep it so", words="old bear")
    assert person.form.heading == "old bear" and "got another name" in said(person)
    for field, words in (("job", "keeps quiet"), ("fear", "the laughing"), ("hope", "peace"), ("against", "shame")):
        person.go(f"{bear}/{field}")
        person.press("Keep it so", words=words)
        assert words in said(person)
    for field, label in (
        ("look", "Like a bell"),
        ("place", "Behind me"),
        ("role", "It protects"),
        ("manner", "Harshly"),
    ):
        person.go(f"{bear}/{field}")
        person.press(label)
        assert label in said(person)
        person.go(f"{bear}/{field}")
        assert 'aria-current="true">' in person.answer.text
    person.press("Leave it unsaid")
    assert "Harshly" not in said(person)
    tie = ties(person, bear, clock)
    assert "/between/polarised-" in tie
    person.press("Half taut")
    assert "The line: half taut." in said(person)
    person.go(tie)
    person.press("Not said")
    assert "The line:" not in said(person)
    ties(person, bear, clock, "The other protects the first")
    assert "clock protects old bear." in said(person)
    person.go(tie)
    person.press("Nothing is between them")
    assert "pull against each other" not in said(person).partition("What can be taken back")[0]
    person.go(f"{bear}/join")
    person.press("Join it with another one", other=clock.rpartition("/")[2])
    assert "old bear · clock" in said(person) or "old bear clock" in said(person)
    person.press("Let go of it")
    assert person.at == "/parts" and "was let go of. It can be taken back until" in said(person)
    person.press("Take the last change back")
    assert "Taken back. It is as it was." in said(person) and len(parts(person)) == 1


def test_it_goes_up_down_left_and_right_and_back_to_the_map(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/where")
    assert "The map chose this place." in said(person)
    first = re.findall(r'class="node chosen"[^>]*translate\(([\d.]+) ([\d.]+)\)', person.answer.text)[0]
    inward, back, aside = ("Right", "Left", 1) if float(first[0]) < 160 else ("Left", "Right", -1)
    for way in ("Down", inward, inward, "Up", back):
        person.press(way)
    assert "You put it here." in said(person)
    moved = re.findall(r'class="node chosen"[^>]*translate\(([\d.]+) ([\d.]+)\)', person.answer.text)[0]
    assert aside * (float(moved[0]) - float(first[0])) > 10 and abs(float(moved[1]) - float(first[1])) < 1
    person.press("Leave its place to the map")
    again = re.findall(r'class="node chosen"[^>]*translate\(([\d.]+) ([\d.]+)\)', person.answer.text)[0]
    assert again == first


def test_what_was_before_a_change_can_be_forgotten_now(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/name")
    person.press("Keep it so", words="heron")
    person.go("/parts")
    assert "What can be taken back" in said(person)
    person.press("Forget the earlier state now")
    assert "Forgotten. What was before that change is gone for good." in said(person)
    assert "Take the last change back" not in person.form.buttons
    assert "heron" in said(person)


# What is refused, and what was typed


def test_without_a_name_is_fine_and_two_of_one_name_are_told_apart(person: Person) -> None:
    adds(person, "", place="chest")
    adds(person, "guard", place="head")
    adds(person, "guard", place="belly")
    adds(person, "")
    for name in ("the one in the chest", "guard, head", "guard, belly", "one without a name"):
        assert name in said(person)


def test_one_with_itself_is_refused_in_a_calm_sentence(person: Person) -> None:
    bear, _ = adds(person, "bear"), adds(person, "clock")
    key = bear.rpartition("/")[2]
    person.go("/parts/between")
    person.press("They pull against each other", one=key, other=key)
    assert person.answer.status == 400 and "That takes two different ones. Nothing was changed." in said(person)
    person.go(f"{bear}/join")
    person.press("Join it with another one", other=key)
    assert "That takes two different ones." in said(person) and len(parts(person)) == 2


def test_less_than_two_have_nothing_between_them(person: Person) -> None:
    adds(person, "bear")
    person.go("/parts/between")
    assert "That takes two on the map." in said(person)


def test_a_circle_is_kept_and_said(person: Person) -> None:
    bear, clock = adds(person, "bear"), adds(person, "clock")
    ties(person, bear, clock, "The first protects the other")
    ties(person, bear, clock, "The other protects the first")
    assert "Each protects the next here, round in a circle" in said(person)


@pytest.mark.parametrize("words", [FLAG, LONG, "<b>&amp;</b> {{ x }}", "two\nlines"])
def test_any_words_stay_as_they_were_typed(person: Person, words: str) -> None:
    bear = adds(person, words)
    person.go(f"{bear}/name")
    assert person.form.written == words.strip()
    assert person.form.title == "Notes"


def test_too_many_words_are_said_to_be_too_many_and_stay_in_the_field(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/job")
    person.press("Keep it so", words="x" * 300_000)
    assert person.answer.status == 400 and "It is still in the box" in said(person)
    assert len(person.form.written) == 300_000
    person.press("Keep it so", words="y" * 30_000)
    assert "Only the first 20,000 characters could stay." in said(person)


def test_what_cannot_be_read_changes_nothing(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/name")
    person.press("Keep it so", words="\x07")
    assert person.answer.status == 400
    person.go(bear)
    assert person.form.heading == "bear"


def test_let_go_of_in_another_tab_what_was_typed_comes_back(person: Person) -> None:
    bear, clock = adds(person, "bear"), adds(person, "clock")
    person.go(f"{bear}/fear")
    page, form = person.at, person.form
    person.go(bear)
    person.press("Let go of it")
    answer = person.send(page, [*form.hidden.items(), ("choice", "keep"), ("words", "that it shows")])
    assert answer.status == 409 and "That isn’t on the map any more." in said(person)
    assert person.form.written == "that it shows"
    for address in (bear, f"{bear}/name", f"{bear}/where", f"{bear}/join", f"{bear}/between", "/parts/between/x-1-2"):
        person.go(address)
        assert person.answer.status == 409 and "Inner map" in said(person)
    person.go(f"{clock}/between")
    person.send(person.at, [*person.form.hidden.items(), ("choice", "polarised"), ("one", "7"), ("other", "8")])
    assert person.answer.status == 409


def test_an_undo_from_an_old_page_changes_nothing(person: Person) -> None:
    adds(person, "bear")
    old = person.form
    adds(person, "clock")
    person.send("/parts", [*old.hidden.items(), ("choice", old.buttons["Take the last change back"])])
    assert "That was from an earlier screen. Nothing changed." in said(person)
    assert len(parts(person)) == 2


def test_a_double_tap_adds_one(person: Person) -> None:
    person.go("/parts/new")
    form = person.form
    for _ in range(2):
        person.send("/parts/new", [*form.hidden.items(), ("choice", "add"), ("words", "bear")])
    assert len(parts(person)) == 1
    adds(person, "bear")
    assert len(parts(person)) == 2


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("look", {"choice": "dragon"}),
        ("role", {"choice": "exile"}),
        ("nothing_such", {}),
        ("where", {"choice": "sideways"}),
        ("where", {"choice": "here", "across": "x", "down": "1"}),
        ("between", {"choice": "marries"}),
    ],
)
def test_a_forged_answer_changes_nothing(person: Person, page: str, fields: dict[str, str]) -> None:
    bear = adds(person, "bear")
    person.go("/parts/new")
    person.send(f"{bear}/{page}", [*person.form.hidden.items(), *fields.items()])
    assert person.answer.status in (400, 409)
    person.go("/parts/new")
    person.send("/parts/new", [*person.form.hidden.items(), ("words", "x"), ("look", "dragon")])
    assert person.answer.status == 400 and len(parts(person)) == 1


def test_pointing_at_a_place_puts_it_there(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/where")
    fields = [*person.form.hidden.items(), ("choice", "here"), ("across", "500"), ("down", "700")]
    person.send(f"{bear}/where", fields)
    assert "translate(160" in person.answer.text


# What is heard


def test_danger_in_what_was_written_opens_the_same_screen_and_loses_nothing(person: Person) -> None:
    bear = adds(person, "bear")
    person.go(f"{bear}/fear")
    person.press("Keep it so", words="I am going to kill myself tonight")
    assert person.at.startswith("/visits/") and "999" in said(person)
    person.press("No, continue")
    person.go(f"{bear}/fear")
    assert person.form.written == "I am going to kill myself tonight"
    person.press("Keep it so", words="I am going to kill myself tomorrow")
    assert person.at == bear and "Help is up there, any time." in said(person)


def test_a_word_never_comes_into_an_address_or_a_title(person: Person) -> None:
    bear, clock = adds(person, "herring"), adds(person, "clock")
    tie = ties(person, bear, clock)
    for address in ("/parts", bear, tie, f"{bear}/where", f"{bear}/name", f"{bear}/join"):
        person.go(address)
        assert "herring" not in "".join(re.findall(r'href="([^"]*)"', person.answer.text)) + person.form.title
        assert "no-store" in person.answer.headers["cache-control"]
        assert 'style="' not in person.answer.text


# The picture


def test_the_picture_has_a_title_and_says_in_words_what_is_on_it(person: Person) -> None:
    bear, clock = adds(person, "bear"), adds(person, "clock")
    ties(person, bear, clock)
    person.go("/parts")
    assert re.search(r'<svg role="img" aria-labelledby="map-title map-told"', person.answer.text)
    assert '<title id="map-title">The inner map</title>' in person.answer.text
    assert "bear and clock pull against each other." in person.answer.text.partition("</desc>")[0]


def test_a_page_with_twenty_stays_small(person: Person) -> None:
    found = [adds(person, f"the one called {number:02}", look="fog", place="chest") for number in range(20)]
    for one, other in pairwise(found):
        ties(person, one, other)
    person.go("/parts")
    assert len(person.answer.text.encode()) <= 60_000


def test_with_the_word_part_put_away_it_is_said_without(person: Person) -> None:
    person.go("/parts")
    adds(person, "bear")
    assert "The parts you met" in said(person)
    person.go("/")
    person.press("What stays away")
    person.press("That’s how it is", chips=("The word part; say side",))
    person.go("/parts")
    assert "The sides you met" in said(person) and not re.search(r"\bparts?\b", said(person))
