"""Documents with the right types that no answers lead to: refused, or gone on with where nothing is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.test_keeping_broken_documents import goes_on_without_a_fault
from tests.app.walks import LIBRARY
from unforced.app import documents
from unforced.app.documents import visit_of
from unforced.app.showing import show
from unforced.domain.deeds.turning_toward import steps_of
from unforced.domain.errors import PageDamagedError, UnforcedError
from unforced.domain.possible import ASKED, NOTES, NOTICES
from unforced.domain.resting import LATER, goes_on, on_shelf
from unforced.domain.visit import Phase

ALL_WRONG: dict[str, list[Any]] = {
    "no table": [None, [], "visit", 3, True],
    "what nobody could ask": [
        {"phase": "staying"},
        {"phase": "staying", "question": "body_words"},
        {"phase": "after", "practice": "move.shake", "question": "name_a"},
        {"phase": "after", "question": "soften"},
        {"phase": "after", "practice": "move.shake", "question": "soften", "pending": ["safety"]},
    ],
    "no practice where one is needed": [
        {"phase": "asking"},
        {"phase": "sides", "practice": ""},
        {"phase": "practice"},
        {"phase": "noting"},
        {"phase": "help", "help_from": "practice"},
        {"phase": "bounds", "bounds_from": "help", "help_from": "asking"},
    ],
    "a step that isn't there": [
        {"phase": "asking", "practice": "ask.listen", "step": -1},
        {"phase": "sides", "practice": "sides.both_sides", "step": 17},
        {"phase": "noting", "practice": "note.one_word", "step": 3},
        {"phase": "saying", "saying_from": "doors"},
        {"phase": "saying", "saying_from": "asking"},
        {"phase": "saying", "saying_from": "staying", "question": "origin"},
        {"phase": "why"},
        {"phase": "why", "why": "childhood"},
        {"phase": "why", "why": "critic", "why_from": "sides"},
        {"phase": "noting", "practice": "note.one_word", "step": 1},
        {"phase": "noting", "practice": "note.one_word", "step": 1, "question": "Sad!"},
    ],
    "a guess that nobody made": [
        {"phase": "kinds", "likely": ["edge"], "guessed": [{"words": "a wall"}]},
        {"phase": "kinds", "likely": ["edge", "edge"], "guessed": [{"words": "a wall"}]},
        {"phase": "kinds", "likely": ["edge", "numb"]},
        {"phase": "kinds", "likely": ["edge", "none"], "guessed": [{"words": "a wall"}]},
        {"taught": [{"words": {"words": "a wall"}, "kind": "none"}]},
        {"taught": [{"words": {"words": "a wall " * 200}, "kind": "edge"}]},
        {"taught": [{"words": {"words": f"wall {n}"}, "kind": "edge"} for n in range(51)]},
    ],
    "a number out of range": [
        {"first_side": 7},
        {"first_side": -1},
        {"listed": 2},
        {"listened": [45, 45, 45, 45, 45]},
        {"listened": [-1]},
        {"listened": [601]},
        {"last_round": {"second": 2}},
        {"said": [{"key": "sides_firmness_one", "value": 5}]},
        {"said": [{"key": "sides_distress_one", "value": 5}]},
        {"turn": -1},
        {"concern_shown": 9},
        {"hold": 5},
        {"hold": -1},
        {"answers": {"presence": 5}},
        {"answers": {"presence": {"answer": "mixed"}}},
        {"memory": {"inward_s": -60}},
        {"memory": {"unchanged": -1}},
        {"memory": {"rung": 6}},
        {"warmth_from": 11},
        {"warmth_from": "4"},
        {"soften_before": 3},
        {"soften_before": {"answer": "mixed"}},
        {"soften_to_it": 3},
        {"on_map": [0, -1, 0]},
        {"on_map": [0, 0, 2**53]},
    ],
    "what nobody could have said": [
        {"said": [{"key": "origin", "value": 1}]},
        {"said": [{"key": "safety", "value": 1}]},
        {"said": [{"key": "toward", "value": 9}]},
        {"said": [{"key": "toward", "value": "sad"}]},
        {"said": [{"key": "firmness", "value": "bored"}]},
        {"said": [{"key": "place", "value": "throat"}]},
        {"said": [{"key": "look", "value": "child"}]},
        {"said": [{"key": "called", "value": "fog"}]},
        {"place": "throat"},
        {"look": "child"},
        {"tone": "harsh"},
        {"said": [{"key": "said_to_it", "value": "acknowledge.whole"}]},
        {"said": [{"key": "said_to_it", "value": "acknowledge.whole:harsh"}]},
        {"said": [{"key": "said_to_it", "value": 3}]},
        {"memory": {"between": "sad"}},
        {"said": [{"key": "toward", "value": {"words": "x"}}]},
        {"said": [{"key": "kinds", "value": ["sad"]}]},
        {"said": [{"key": "kinds", "value": "numb"}]},
        {"said": [{"key": "kinds", "value": [["numb"]]}]},
        {"said": [{"key": "body_words", "value": "blue"}]},
        {"said": [{"key": "sides_room", "value": "perhaps"}]},
        {"said": [{"key": "words", "value": "x"}]},
        {"said": [{"key": "named", "value": "You are ashamed."}]},
        {"said": [{"key": "named", "value": 3}]},
        {"said": [{"key": "named", "value": ["numb"]}]},
        {"said": [{"key": "words", "value": {"words": "\x1b[2J"}}]},
        {"said": [{"key": "words", "value": {"words": ""}}]},
        {"said": [{"key": "words"}]},
    ],
    "another type": [
        {"turn": "1"},
        {"turn": True},
        {"turn": 1.0},
        {"not_meant": 1},
        {"names": [None]},
        {"names": [None, None, None]},
        {"lines": "ab"},
        {"pending": {"a": 1}},
        {"uses": [{"practice": "a.b"}]},
        {"names": [{"words": "x", "more": 1}, None]},
        {"warmth_from": {"answer": "unknown", "more": 1}},
        {"warmth_from": 4.0},
        {"answers": {"mood": 3}},
        {"answers": {"kinds": ["sad"]}},
        {"note": "no_such_note"},
        {"notice": "no_such_notice"},
        {"door": "the_fourth"},
        {"more": 1},
    ],
}


@pytest.mark.parametrize("document", [each for kind in ALL_WRONG.values() for each in kind])
def test_what_no_answers_lead_to_is_never_opened(document: object) -> None:
    with pytest.raises(PageDamagedError):
        visit_of(document)


def test_without_the_table_of_what_is_possible_some_of_them_would_crash_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "possible", lambda visit: True)
    crashed = 0
    for kind in ("what nobody could ask", "no practice where one is needed", "what nobody could have said"):
        for document in ALL_WRONG[kind]:
            try:
                show(visit_of(document), LIBRARY)
            except (KeyError, ValueError, IndexError, UnforcedError):
                crashed += 1
    assert crashed > 10


def test_the_table_names_every_note_and_question_that_there_are_words_for() -> None:
    said = {key.removeprefix("app.notes.") for key in LIBRARY.phrases.all() if key.startswith("app.notes.")}
    assert NOTES - {""} == said - {"put_away", "cut", "unreadable", "foreign", "watched_note"}
    assert NOTICES - {""} == {"cut", "unreadable", "foreign"}
    for questions in ASKED.values():
        assert all(f"app.questions.{question}" in LIBRARY.phrases for question in questions)
    answers = {f"chip.said.{key}" for asked in ASKED.values() for key in asked if not key.startswith("name_")}
    assert all(key in LIBRARY.phrases for key in answers)


def test_somebody_in_a_practice_that_is_no_longer_there_goes_on_without_it() -> None:
    document = {"phase": "practice", "practice": "breath.gone", "door": "says_no", "memory": {"put_away": ["x.gone"]}}
    visit = visit_of({**document, "said": [{"key": "words", "value": {"words": "mine"}}]})
    gone_on = on_shelf(visit, LIBRARY.shelf)
    assert gone_on == replace(goes_on(visit, LATER), memory=gone_on.memory)
    assert gone_on.phase is Phase.BODY and gone_on.said == visit.said and not gone_on.memory.put_away
    goes_on_without_a_fault(gone_on)


def test_somebody_in_a_question_that_became_shorter_goes_on_without_it() -> None:
    last = len(steps_of(LIBRARY.shelf.get("ask.listen")))
    for step, still in ((last - 1, Phase.ASKING), (last, Phase.SHELF), (10**40, Phase.SHELF)):
        visit = visit_of({"phase": "asking", "practice": "ask.listen", "step": step})
        assert on_shelf(visit, LIBRARY.shelf).phase is still


def test_somebody_at_words_that_a_newer_list_no_longer_has_goes_on_without_them() -> None:
    for group, still in (("sad_or_hurt", Phase.NOTING), ("a_group_of_then", Phase.SHELF)):
        visit = visit_of({"phase": "noting", "practice": "note.one_word", "step": 1, "question": group})
        gone_on = on_shelf(visit, LIBRARY.shelf)
        assert gone_on.phase is still
        goes_on_without_a_fault(gone_on)
        assert show(visit, LIBRARY).choices, "and it can be shown as it is"
