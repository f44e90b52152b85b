"""`unforced guide next --json` (issue 2, Instruments): a table of answers in, a table of guidance out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import curious_about_it, somebody, warm_toward_it
from unforced.app.next_step import ANSWERS, FACTS, MEMORY, as_table, situation_from
from unforced.domain.answers import MIXED, SCALES, UNKNOWN, Facts, Situation
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.guide import guide
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf

# In


def test_a_missing_key_is_unknown_and_a_missing_memory_a_fresh_visit() -> None:
    assert situation_from({}) == Situation()


def test_null_is_unknown_wherever_it_stands() -> None:
    assert situation_from(dict.fromkeys((*ANSWERS, *FACTS, *MEMORY))) == Situation()


def test_every_key_the_issue_names_is_understood() -> None:
    table = {
        **dict.fromkeys(("presence", "arousal", "distress", "safety", "energy", "firmness", "blend", "toward"), 1),
        "soften": 0,
        "kinds": ["critic_voice", "numb"],
        "choice": "something_else",
        "never": ["breath", "imagery"],
        **dict.fromkeys(("crisis", "surge", "memory", "hand_off", "tender", "two_named", "invited", "stayed"), True),
        "refused": ["contact"],
        "put_away": ["orient.one_colour"],
        "was_low": True,
        "rung": 3,
        "softened": True,
        "inward_s": 90,
    }
    answers, facts, memory = situation_from(table)
    assert answers.kinds == {Kind.CRITIC_VOICE, Kind.NUMB}
    assert facts == Facts(*[True] * 8)
    assert memory.refused == {Family.CONTACT}
    assert memory.put_away == {"orient.one_colour"}
    assert (memory.rung, memory.inward_s, memory.was_low, memory.softened) == (3, 90, True, True)


def test_the_lowest_rung_and_no_seconds_at_all_are_answers_too() -> None:
    memory = situation_from({"rung": 0, "inward_s": 0}).memory
    assert (memory.rung, memory.inward_s) == (0, 0)


def test_mixed_is_an_arousal_and_nothing_else() -> None:
    assert situation_from({"arousal": "mixed"}).answers.arousal is MIXED
    with pytest.raises(UnusableAnswerError):
        situation_from({"presence": "mixed"})


@pytest.mark.parametrize(("softened", "meant"), [(True, True), (False, False), (2, True), (1, True), (0, False)])
def test_softened_is_yes_or_no_or_the_answer_it_came_from(softened: object, meant: bool) -> None:
    assert situation_from({"softened": softened}).memory.softened is meant


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"presence": True}, "presence"),
        ({"distress": False}, "distress"),
        ({"presence": 5}, "presence"),
        ({"presence": -1}, "presence"),
        ({"presence": 3.0}, "presence"),
        ({"presence": "3"}, "presence"),
        ({"arousal": "wired"}, "arousal"),
        ({"distress": [1]}, "distress"),
        ({"crisis": 1}, "crisis"),
        ({"crisis": "true"}, "crisis"),
        ({"kinds": "critic_voice"}, "kinds"),
        ({"kinds": ["lazy"]}, "kinds"),
        ({"kinds": [1]}, "kinds"),
        ({"never": ["kindness"]}, "never"),
        ({"choice": "perhaps"}, "choice"),
        ({"choice": ["stop"]}, "choice"),
        ({"refused": {"contact": True}}, "refused"),
        ({"refused": ["everything"]}, "refused"),
        ({"put_away": [None]}, "put_away"),
        ({"rung": 6}, "rung"),
        ({"rung": True}, "rung"),
        ({"inward_s": -1}, "inward_s"),
        ({"inward_s": 1.5}, "inward_s"),
        ({"inward_s": 10**9}, "inward_s"),
        ({"was_low": "no"}, "was_low"),
        ({"softened": "a little"}, "softened"),
    ],
)
def test_an_answer_no_question_has_is_refused_by_the_name_of_its_key(table: dict[str, object], key: str) -> None:
    with pytest.raises(UnusableAnswerError) as refused:
        situation_from(table)
    assert refused.value.key == key


@pytest.mark.parametrize("misspelt", ["crisys", "Crisis", "", "presence ", "words", "score"])
def test_a_misspelt_crisis_never_looks_like_a_calm_visit(misspelt: str) -> None:
    with pytest.raises(UnusableAnswerError):
        situation_from({misspelt: True})


@pytest.mark.parametrize("line", [None, [], [{}], "presence", 3, True])
def test_a_line_that_is_no_object_is_refused(line: object) -> None:
    with pytest.raises(UnusableAnswerError) as refused:
        situation_from(line)
    assert refused.value.key == "line"


@given(st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(), max_size=4))
def test_any_object_is_understood_or_refused_and_nothing_else_happens(table: dict[str, object]) -> None:
    try:
        situation_from(table)
    except UnusableAnswerError as error:
        assert len(str(error)) < 400


@given(st.fixed_dictionaries({}, optional={key: st.sampled_from(steps) for key, steps in SCALES.items()}))
def test_every_step_of_every_scale_comes_through_as_it_was_given(levels: dict[str, object]) -> None:
    plain = {key: "mixed" if value is MIXED else value for key, value in levels.items()}
    answers = situation_from(json.loads(json.dumps(plain))).answers
    assert {key: getattr(answers, key) for key in SCALES} == {key: levels.get(key, UNKNOWN) for key in SCALES}


# Out


def test_guidance_comes_out_as_the_issue_describes_it(shelf: Shelf) -> None:
    table = as_table(guide(curious_about_it(), shelf))
    assert table["state"] == table["line"] == "curious"
    assert table["always"] == ["nothing", "something_else", "stop", "help"]
    ask, acknowledge = table["offers"]
    assert set(ask) == {"practice", "family", "direction", "seconds", "because"}
    assert (ask["family"], ask["direction"]) == ("ask", "inward")
    assert (acknowledge["family"], acknowledge["direction"]) == ("acknowledge", "neither")
    assert json.loads(json.dumps(table)) == table


def test_warmth_says_its_rung_and_breath_that_it_holds_nothing(shelf: Shelf) -> None:
    refused = frozenset({"ask", "acknowledge", "contact", "touch", "muscles_release", "note"})
    offers = as_table(guide(warm_toward_it(rung=1, refused=refused), shelf))["offers"]
    assert {offer["family"]: (offer.get("rung"), offer.get("hold")) for offer in offers} == {
        "warmth": (2, None),
        "breath": (None, 0),
    }


def test_a_moment_without_offers_says_so_by_offering_none(shelf: Shelf) -> None:
    assert as_table(guide(somebody(energy=0, refused=frozenset(Family)), shelf))["offers"] == []
