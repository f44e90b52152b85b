"""Phrases: every sentence that can be asked for is there, in its voice, with the person's words put in."""

from __future__ import annotations

import ast
import re
from itertools import product

import pytest

from tests.people import somebody
from unforced.adapters.library import FileLibrary
from unforced.content import HERE
from unforced.content.finding import Source
from unforced.content.phrases import Phrases, check_phrases
from unforced.domain.answers import BODY_WORDS, SCALES, Never
from unforced.domain.deeds.arriving import DOORS, MEMORY_CHIP, NOTHING_LEFT
from unforced.domain.deeds.helping import HAND_OFF
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.staying import HOLDS, NAMES, TURNING
from unforced.domain.errors import UnforcedError
from unforced.domain.practice import Family
from unforced.domain.resistance import EFFECTS, GROUPS, Kind
from unforced.domain.sides import LISTENED, SIDES_STEPS
from unforced.domain.states import STATES
from unforced.domain.visit import Deed

TABLE = {
    "app": {"lines": {"one": "A no is here."}, "notes": {"equal": "{a} was heard. {b} was heard."}},
    "chip": {"scales": {"blend": ["Over there", "Beside me"]}},
    "plain": {"app.lines.one": "A no is here, plainly."},
}

# How a phrase is asked for


def test_a_list_is_the_steps_of_a_scale_from_the_lowest() -> None:
    assert [Phrases(TABLE).say(f"chip.scales.blend.{step}") for step in (0, 1)] == ["Over there", "Beside me"]


def test_the_persons_own_words_are_put_in_as_they_are() -> None:
    said = Phrases(TABLE).say("app.notes.equal", a="the door 🌧", b="wants\nrest")
    assert said == "the door 🌧 was heard. wants\nrest was heard."


def test_a_name_that_looks_like_a_place_is_never_filled_with_the_other_sides_name() -> None:
    """What somebody calls a side stays as they wrote it, braces and all."""
    assert Phrases(TABLE).say("app.notes.equal", a="{b}", b="rest") == "{b} was heard. rest was heard."


def test_plain_takes_the_sentence_without_parts_words_where_there_is_one() -> None:
    phrases = Phrases(TABLE)
    assert phrases.say("app.lines.one", plain=True) == "A no is here, plainly."
    assert phrases.say("chip.scales.blend.0", plain=True) == "Over there"


def test_a_sentence_that_is_not_there_is_a_defect_and_never_an_empty_line() -> None:
    phrases = Phrases(TABLE)
    assert "app.lines.two" not in phrases
    with pytest.raises(KeyError):
        phrases.say("app.lines.two")


def test_every_sentence_can_be_listed_the_plain_ones_too() -> None:
    assert Phrases(TABLE).all()["app.lines.one.plain"] == "A no is here, plainly."
    assert len(Phrases(TABLE).all()) == 5


# What is wrong with a phrases file


@pytest.mark.parametrize(
    ("table", "finding"),
    [
        ({"app": {}, "narrator": {"one": "Once upon a time."}}, "narrator is no voice"),
        ({"app": {"one": "Words."}, "plain": {"app.two": "Words."}}, "plain.app.two has no phrase of that key"),
        ({"app": {"one": "  "}}, "app.one is empty"),
        ({"chip": {"scales": {"a": ["Words", ""]}}}, "chip.scales.a.1 is empty"),
    ],
)
def test_what_is_wrong_with_the_phrases_is_found(table: dict[str, object], finding: str) -> None:
    (found,) = check_phrases(table, Source("en.toml", ""))
    assert found.finding.startswith(finding)


@pytest.mark.parametrize("table", [{"app": "Words."}, {"plain": 3}, {"app": {}, "plain": {"app.one": 3}}])
def test_a_phrases_file_of_another_shape_is_a_finding_and_never_a_crash(table: dict[str, object]) -> None:
    assert check_phrases(table, Source("en.toml", ""))


def test_the_shipped_phrases_have_nothing_wrong_with_them(library: FileLibrary) -> None:
    assert library.findings() == []


# Every key that can be asked for


def lines() -> set[str]:
    """The line of every moment, in every situation that changes it."""
    situations = [
        somebody(*kinds, memory=memory, distress=distress, toward=toward, blend=blend)
        for kinds, memory, distress, toward, blend in product(
            [(), *((kind,) for kind in Kind)], (False, True), (4, 8, 10), (-3, -2, -1, 0, 1), (3, 4)
        )
    ]
    return {state.line(situation) for state in STATES for situation in situations}


ASKED = {
    "app.lines": lines(),
    "app.acks": {"any", "memory", *Kind},
    "app.nouns": {"any", *Kind},
    "app.questions": {"doors", "kinds", "kinds_hint", "kinds_words", "body_words", "soften", "body"}
    | {"help_urgent", "help_tender"}
    | {"presence", "offers", "offers_none", "shelf", "shelf_moment", "bounds", "bounds_hint", "ask_words"}
    | {*HOLDS.values(), *NAMES, *TURNING},
    "app.because": {f"state_{state.name}" for state in STATES}
    | {f"kind_{kind}" for kind, effect in EFFECTS.items() if effect.first}
    | {
        "rung_lowest",
        "rung_same",
        "rung_up",
        "rung_held",
        "rung_down",
        "twin",
        "no_hold",
        "outside_home",
        "room_to_turn",
    }
    | {"you_asked", "always_open", "small_dose"}
    | {f"family_{family}" for family in ("orient", "move", "contact", "object", "acknowledge", "see", "moment")},
    "app.notes": {"worse", "same", "easier", "body_only", "thats_fine", "no_answer", "equal_line", "left_it"}
    | {"declined", "help_is_there", "yes", "put_away", "cut", "unreadable", "watched_note"},
    "app.errors": {UnforcedError.code, *(error.code for error in UnforcedError.__subclasses__())},
    "app.closings": {"noticed", "plain", "unsafe", "nothing"},
    "app.sides": {"intro", "one", "other", "time", "its_time", "over"}
    | {step.partition("_")[0] for step in SIDES_STEPS},
    "chip.sides": set(LISTENED),
    "app.help": {f"{heard}_{wording}" for heard in ("urgent", "tender") for wording in (1, 2, 3)}
    | {"danger", "lines", "young"},
    "chip.help": {"call", "call_press", "text", "text_word", "more_urgent", "more_tender"},
    "chip.doors": set(DOORS),
    "chip.groups": set(GROUPS),
    "chip.kinds": {MEMORY_CHIP, *Kind},
    "chip.body_words": {NOTHING_LEFT, *BODY_WORDS},
    "chip.bounds": {HAND_OFF, *Never},
    "chip.said": {"kinds", "words", "body_words", "ask", "sides", "named"}
    | {"presence", "distress", "energy", "firmness", "blend", "toward", "soften", "body"},
    "chip.controls": {str(deed) for deed in (Deed.HELP, Deed.WATCHED, Deed.NOTHING, Deed.SOMETHING_ELSE, Deed.STOP)}
    | {f"room_{answer}" for answer in ROOM}
    | {"stay", "stay_body", "stay_two_sides", "hear", "look", "chips", "finish", "worse", "next", "silent", "back"}
    | {"back_shelf", "take_back", "never_breath", "never_touch", "yes", "continue", "not_meant", "danger_now"}
    | {"set_bounds", "again", "passed", "bounds", "unknown"},
}


@pytest.mark.parametrize("group", ASKED)
def test_every_sentence_the_code_can_ask_for_is_there(group: str, library: FileLibrary) -> None:
    assert [name for name in sorted(map(str, ASKED[group])) if f"{group}.{name}" not in library.phrases] == []


def test_every_key_that_is_written_out_in_the_code_is_there(library: FileLibrary) -> None:
    key = re.compile(r"(app|chip)\.[a-z_]+\.[a-z_.]+[a-z_]")
    asked = {
        node.value
        for path in HERE.parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and key.fullmatch(node.value)
    }
    assert len(asked) > 40
    assert sorted(name for name in asked if name not in library.phrases and not name.endswith("_")) == []


@pytest.mark.parametrize("key", [key for key in SCALES if key not in ("arousal", "safety")])
def test_a_scale_has_as_many_words_as_steps(key: str, library: FileLibrary) -> None:
    words = [name for name in library.phrases.all() if name.startswith(f"chip.scales.{key}.")]
    assert len(words) == len(SCALES[key])


def test_every_family_of_the_shelf_has_a_name_where_names_are_shown(library: FileLibrary) -> None:
    hidden = {Family.ASK, Family.SIDES, Family.LEAVE, Family.HELP}
    assert {f for f in Family if f"chip.families.{f}" not in library.phrases} <= hidden


def test_the_plain_sentences_hold_no_parts_words(library: FileLibrary) -> None:
    plain = {key: text for key, text in library.phrases.all().items() if key.endswith(".plain")}
    assert plain
    assert not [key for key, text in plain.items() if re.search(r"\bparts?\b", text, re.IGNORECASE)]


def test_every_app_sentence_with_a_parts_word_has_a_plain_twin(library: FileLibrary) -> None:
    every = library.phrases.all()
    with_parts = [key for key, text in every.items() if key.startswith("app.") and re.search(r"\bparts?\b", text)]
    assert [key for key in with_parts if f"{key}.plain" not in every and not key.endswith(".plain")] == []
