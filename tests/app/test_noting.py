"""The screens of noting: plain words to choose from, a sentence to say or not, and whose words they are."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.app.conftest import Screen
from tests.app.walks import LIBRARY, TONIGHT, kept_visit
from tests.people import CALM, Person, warm_toward_it
from unforced.adapters.memory_library import MemoryLibrary
from unforced.app.documents import document_of, visit_of
from unforced.app.kept import keep
from unforced.app.past import told
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import CONTROLS, View
from unforced.content import HERE
from unforced.domain.deeds.noting import KIND_SENTENCE
from unforced.domain.resting import LATER, goes_on
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import LONGEST

KIND = "It's OK to feel this. I am here for you."
LESS = "Named. That's enough."


def naming(person: Person, *chips: str) -> Person:
    """Somebody who has just taken one word for it."""
    return person.arrives(*(chips or ("edge",))).takes("note.one_word")


def warm(shelf: Shelf, rung: int = KIND_SENTENCE) -> Person:
    """Somebody warm toward it, at the sentence, who took a wish before."""
    answers, facts, memory = warm_toward_it("edge", rung=rung)
    visit = Visit(phase=Phase.OFFERS, door="says_no", answers=answers, facts=facts, memory=memory)
    return Person(shelf, visit).takes("note.ok_to_feel_this").does(Deed.NAME, "sad_or_hurt").does(Deed.NAME, "let_down")


def everywhere(person: Person) -> list[Person]:
    """Somebody at each of the three steps."""
    at = [Person(person.shelf, naming(person).visit)]
    for value in ("sad_or_hurt", "let_down"):
        at.append(Person(person.shelf, at[-1].visit).does(Deed.NAME, value))
    return at


# The two questions


def test_the_first_screen_has_a_few_groups_own_words_and_no_word(person: Person, screen: Screen) -> None:
    view = screen(naming(person))
    assert view.question == "What is here, in a word?"
    assert {"Sad, or hurt", "Numb, or nothing there", "Don't know"} < {choice.label for choice in view.choices}
    assert view.choices[-1].label == "No word for it" and len(view.choices) <= 10
    assert view.field and view.send == Reply(Deed.NAME)


def test_the_second_has_each_word_with_what_it_means_and_the_group_as_it_is(person: Person, screen: Screen) -> None:
    view = screen(naming(person).does(Deed.NAME, "ashamed_or_guilty"))
    assert [choice.label for choice in view.choices[:2]] == ["ashamed", "embarrassed"]
    assert all(choice.note for choice in view.choices[:-1])
    assert view.choices[-1].label == "“Ashamed, or guilty” is near enough"
    assert [choice.label for choice in view.beside] == ["Other words", "It got harder"]


def test_every_step_always_has_all_the_ways_out_and_it_got_harder(person: Person, screen: Screen) -> None:
    def lacking(view: View) -> set[Deed]:
        return {*CONTROLS, Deed.WORSE} - {choice.reply.deed for choice in view.every()}

    assert [lacking(screen(each)) for each in everywhere(person)] == [set(), set(), set()]
    assert lacking(screen(person)._replace(controls=())) == set(CONTROLS), "and a missing one would be seen"


@pytest.mark.parametrize("safety", [0, 1])
def test_where_somebody_could_see_the_screen_there_is_never_anything_to_write(
    person: Person, screen: Screen, safety: int
) -> None:
    def fields(people: list[Person]) -> list[bool]:
        return [bool(screen(each).field) for each in people]

    at = everywhere(person)
    assert fields(at) == [True, True, False]
    for each in at:
        each.visit = replace(each.visit, answers=each.visit.answers._replace(safety=safety))
    assert fields(at) == [False, False, False]
    assert all(len(screen(each).choices) > 1 for each in at[:2]), "and the lists are there as before"


# The sentence


def sentence(person: Person, screen: Screen, *taps: str, words: str = "") -> View:
    """The last screen after these taps, or these words."""
    for value in taps:
        person.does(Deed.NAME, value)
    return screen(person.does(Deed.NAME, words=words) if words else person)


def test_a_named_feeling_can_be_here_and_the_screen_says_that_it_is_the_persons_to_say(
    person: Person, screen: Screen
) -> None:
    view = sentence(naming(person), screen, "sad_or_hurt", "let_down")
    assert view.said == ("This is being let down, and it can be here.",)
    assert view.question == "You could say that, in your own time."
    assert view.hint == "Or less: named, and that's enough."
    assert [choice.reply for choice in view.choices] == [Reply(Deed.FINISH)]
    assert ("You named", "let down") in view.earlier


@pytest.mark.parametrize(
    ("words", "mirrored"),
    [
        ("heavy", "heavy"),
        ("  heavy,\nlike rain.  ", "heavy, like rain"),
        ("{feeling} <b>", "{feeling} <b>"),
        ("...", "..."),
        ("x" * 90, "x" * 59 + "…"),
    ],
)
def test_own_words_are_mirrored_as_they_are(person: Person, screen: Screen, words: str, mirrored: str) -> None:
    view = sentence(naming(person), screen, words=words)
    assert view.said == (f"This is {mirrored}, and it can be here.",)


def test_a_group_that_is_near_enough_is_mirrored_as_a_group(person: Person, screen: Screen) -> None:
    view = screen(naming(person).does(Deed.NAME, "sad_or_hurt").does(Deed.NEXT))
    assert view.said == ("This is sadness, or hurt, and it can be here.",)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("numb", "Numb is a name too. It can be here."),
        ("dont_know", "Don't know is a whole answer. It can be here without a name."),
    ],
)
def test_numb_and_not_knowing_have_a_sentence_of_their_own(person: Person, screen: Screen, key: str, line: str) -> None:
    view = sentence(naming(person), screen, key)
    assert (view.said, view.question, view.hint) == ((line,), "", "")


def test_without_a_word_nothing_is_named_for_anybody(person: Person, screen: Screen) -> None:
    view = screen(naming(person).does(Deed.NEXT))
    assert view.said == ("It can be here without a name.",)
    assert "You named" not in dict(view.earlier)


def test_the_kind_sentence_stands_there_from_rung_4_with_whose_words_it_is(shelf: Shelf, screen: Screen) -> None:
    assert screen(warm(shelf)).said == (
        "This is being let down, and it can be here.",
        "And from you to the feeling, if there is room:",
        KIND,
    )
    phrases = LIBRARY.phrases.all()
    assert [key for key, text in phrases.items() if text == KIND] == ["to_feeling.noting.kind"]


@pytest.mark.parametrize("rung", range(KIND_SENTENCE))
def test_below_rung_4_the_kind_sentence_is_never_there(shelf: Shelf, screen: Screen, rung: int) -> None:
    assert KIND not in screen(warm(shelf, rung)).said


@pytest.mark.parametrize("taps", [("sad_or_hurt", "let_down"), ()])
def test_to_whom_it_rings_hollow_no_such_sentence_is_ever_said(
    person: Person, screen: Screen, taps: tuple[str, ...]
) -> None:
    view = sentence(naming(person, "fake"), screen, *taps, words="" if taps else "heavy")
    assert (view.said, view.question) == ((LESS,), "")


def test_an_attack_is_never_printed_again_while_a_voice_is_very_close(person: Person, screen: Screen) -> None:
    def shown(blend: int) -> str:
        close = Person(person.shelf).arrives("critic_voice").stays(**{**CALM, "blend": blend})
        view = sentence(close.takes("note.one_word"), screen, words="useless lump")
        return " ".join((*view.said, *(text for entry in view.earlier for text in entry)))

    assert "useless lump" not in shown(4) and LESS in shown(4)
    assert shown(1).count("useless lump") == 2


def test_a_word_of_the_list_is_mirrored_even_then(person: Person, screen: Screen) -> None:
    close = person.arrives("critic_voice").stays(**{**CALM, "blend": 4}).takes("note.one_word")
    view = sentence(close, screen, "ashamed_or_guilty", "ashamed")
    assert view.said == ("This is shame, and it can be here.",)
    assert ("You named", "ashamed") in view.earlier


# What is written is heard


@pytest.mark.parametrize("way_back", [Deed.CONTINUE, Deed.NOT_MEANT])
def test_words_of_danger_always_open_help_first_and_are_never_said_back(person: Person, way_back: Deed) -> None:
    raw = "I want to kill myself tonight"
    heard = respond(naming(person).visit, Reply(Deed.NAME), LIBRARY, raw=raw)
    assert heard.phase is Phase.HELP and heard.facts.crisis
    back = show(respond(heard, Reply(way_back), LIBRARY), LIBRARY)
    assert back.said == (LESS,)
    calm = respond(naming(Person(person.shelf)).visit, Reply(Deed.NAME), LIBRARY, raw="worn thin")
    assert show(calm, LIBRARY).said == ("This is worn thin, and it can be here.",)


@pytest.mark.parametrize(("raw", "notice"), [("\x00", "unreadable"), ("no " * LONGEST, "cut")])
def test_what_cannot_be_read_or_is_too_long_is_said_as_everywhere(person: Person, raw: str, notice: str) -> None:
    after = respond(naming(person).visit, Reply(Deed.NAME), LIBRARY, raw=raw)
    assert after.notice == notice and show(after, LIBRARY).said[0] == LIBRARY.phrases.say(f"app.notes.{notice}")


# Kept, and gone on with


def test_a_visit_in_the_middle_comes_back_and_goes_on(person: Person, screen: Screen) -> None:
    for each in everywhere(person):
        again = visit_of(document_of(each.visit))
        assert again == each.visit
        assert screen(Person(person.shelf, again)) == screen(each)
        assert goes_on(again, 5.0) is again
        later = goes_on(again, LATER)
        assert (later.phase, later.question) == (Phase.BODY, "")
        assert [entry for entry in later.said if entry.key == "named"] == [
            entry for entry in again.said if entry.key == "named"
        ]


def test_the_past_shows_what_was_named_as_the_persons(person: Person) -> None:
    inside = in_memory(Path()).begun().inside
    kept = keep(kept_visit(everywhere(person)[-1].visit), inside, TONIGHT)
    assert ("You named", "let down") in told(kept.name, inside, LIBRARY).said


def test_a_word_that_a_newer_list_no_longer_has_is_read_out(person: Person) -> None:
    visit = everywhere(person)[-1].visit
    table = tomllib.loads((HERE / "phrases/en.toml").read_text("utf-8"))
    without = MemoryLibrary(tuple(person.shelf), table, LIBRARY.rules)
    view = show(visit, without)
    assert view.said == ("This is let down, and it can be here.",)
    assert ("You named", "let down") in view.earlier
