"""Without the word *part*, for who prefers that: no screen says part, protector or critic of somebody's inside.

Practices use *part* for what a body has, and as a deed ("the hands can part"); that has nothing to do with the switch,
so a practice's own text is looked at apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from tests.app.walks import LIBRARY, walked
from unforced.app.showing import show
from unforced.app.view import Choice, View
from unforced.domain.answers import Never
from unforced.domain.visit import Deed, Phase, Visit

INNER = re.compile(r"\b(?:parts?|protectors?|critics?|exiles?|firefighters?)\b", re.IGNORECASE)
INNER_IN_A_PRACTICE = re.compile(
    r"\b(?:protectors?|critics?|exiles?|firefighters?|(?:part|parts) of (?:you|me|yourself|myself)"
    r"|(?:inner|young|wounded|angry|protective|critical) parts?)\b",
    re.IGNORECASE,
)
THE_SWITCH_ITSELF = "chip.bounds.parts_words"


def texts_of(view: View) -> Iterator[str]:
    """Every sentence that the app itself says on a screen; titles and cues of practices are theirs."""
    yield from (*view.said, view.question, view.hint, view.field, view.send_label, *view.footnotes)
    yield from (label for label, _ in view.earlier)
    for column in view.columns:
        yield from (column.name, *(heading for heading, _ in column.said))
    yield view.listening.over if view.listening else ""
    for choice in view.every():
        if choice.reply.deed not in (Deed.TAKE, Deed.TAKE_BACK) and not is_the_switch(choice):
            yield from (choice.label, choice.note, *choice.why)


def is_the_switch(choice: Choice) -> bool:
    """The chip with which the word is put away has to say which word."""
    return choice.reply.deed is Deed.SET_BOUNDS and choice.reply.value == (Never.PARTS_WORDS.value,)


def inner_words(visit: Visit, plain: bool) -> set[str]:
    """The sentences on this screen that speak of parts."""
    never = visit.answers.never | {Never.PARTS_WORDS} if plain else visit.answers.never - {Never.PARTS_WORDS}
    view = show(replace(visit, answers=visit.answers._replace(never=never)), LIBRARY, "GB")
    return {text for text in texts_of(view) if INNER.search(text)} - of_practices()


@cache
def of_practices() -> frozenset[str]:
    """Every text of a practice."""
    return frozenset(
        text
        for practice in LIBRARY.shelf
        for text in (
            *(practice.title, practice.invitation, practice.skip, practice.worse, practice.same),
            *(cue.text for cue in practice.cues),
        )
    )


@pytest.fixture(scope="module")
def screens() -> list[Visit]:
    """Visits on every kind of screen, each with and without names of its own."""
    found = list(dict.fromkeys(walked(120, seed=11)))
    return found + [replace(visit, names=(None, None)) for visit in found if visit.phase is Phase.SIDES]


def test_who_wants_no_parts_words_never_meets_one_on_any_screen(screens: list[Visit]) -> None:
    assert {visit.phase for visit in screens} >= {Phase.SIDES, Phase.OFFERS, Phase.STAYING, Phase.BOUNDS, Phase.ASKING}
    assert {text for visit in screens for text in inner_words(visit, plain=True)} == set()


def test_without_the_switch_some_screens_do_speak_of_parts(screens: list[Visit]) -> None:
    """The control: the same walk finds them where nothing was put away."""
    said = {text for visit in screens for text in inner_words(visit, plain=False)}
    assert any(text.startswith("Two parts of you.") for text in said)


def test_every_sentence_with_a_parts_word_has_a_plain_twin_without_one() -> None:
    every = LIBRARY.phrases.all()
    spoken = {key for key, text in every.items() if INNER.search(text) and not key.endswith(".plain")}
    assert spoken
    assert {key for key in spoken if f"{key}.plain" not in every} == {THE_SWITCH_ITSELF}
    assert [key for key, text in every.items() if key.endswith(".plain") and INNER.search(text)] == []


def test_a_practice_never_speaks_of_inner_parts() -> None:
    texts = of_practices()
    assert {text for text in texts if INNER_IN_A_PRACTICE.search(text)} == set()
    assert any(INNER.search(text) for text in texts), "the body has parts, and that may be said"


@pytest.mark.parametrize("text", ["A part of you says no.", "Your inner critic", "An angry part is here.", "exile"])
def test_a_practice_that_did_would_be_found(text: str) -> None:
    assert INNER_IN_A_PRACTICE.search(text)


def test_the_pages_on_why_never_need_the_word_part() -> None:
    """They are the same for everybody; "critic" stands there in the name of a study's subject only."""
    body = "\n".join(text for text in LIBRARY.why().values())
    assert re.findall(r"\b(?:parts?|protectors?|exiles?)\b", body, re.IGNORECASE) == []
