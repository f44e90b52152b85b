"""A visit as a document: it comes back exactly as it was, or not at all."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from tests.app.walks import LIBRARY, some_way_in_once, walked
from unforced.app import documents
from unforced.app.documents import FORM, check_form, document_of, visit_of
from unforced.app.showing import show
from unforced.domain.answers import BETWEEN, MIXED, SCALES, UNKNOWN, Answers, Choice, Facts, Memory, Never
from unforced.domain.errors import NewerFormatError, PageDamagedError
from unforced.domain.moments import Small
from unforced.domain.outline import Area, Mark, Sensation
from unforced.domain.practice import AREAS, TONES, Family
from unforced.domain.reading import Lesson
from unforced.domain.resistance import Kind
from unforced.domain.visit import LastRound, Phase, Said, Use, Visit
from unforced.domain.whys import WHYS
from unforced.domain.words import Words

WRITTEN_BY_FORM_1 = """
{"answers": {"arousal": 0, "blend": 1, "body": {"answer": "unknown"}, "choice": "something_else", "distress": 4,
 "energy": 2, "firmness": 1, "kinds": ["critic_voice", "two_sides"], "never": ["breath", "sound"], "presence": 3,
 "soften": 1, "toward": -1},
 "came_from": "shelf", "door": "says_no", "facts": {"memory": true, "tender": true, "two_named": true},
 "lines": ["kind_two_sides", "two_sides"], "memory": {"declined": ["ask", "see"], "first": ["contact"],
 "inward_s": 60, "outward_due": true, "put_away": ["breath.one_minute"], "refused": ["see"], "rung": 2,
 "softened": true, "used": ["contact.feet_on_floor", "warmth.rung_2"]},
 "names": [{"words": "the one who wants it"}, null], "note": "declined", "phase": "offers",
 "said": [{"key": "kinds", "value": ["critic_voice", "two_sides", "memory"]},
 {"key": "words", "value": {"words": "who do you think you are"}}, {"key": "body_words", "value": "about_right"},
 {"key": "distress", "value": 4}, {"key": "ask_0", "value": {"words": "it keeps watch"}},
 {"key": "sides_room", "value": "no_answer"}], "stay_began": "settling", "turn": 14,
 "uses": [{"practice": "contact.feet_on_floor", "worse": false}, {"practice": "warmth.rung_2", "worse": true}],
 "warmth_from": {"answer": "unknown"}}
"""

EVERYTHING = (
    Visit(),
    *(
        Visit(phase=phase, practice="rest.doing_nothing")
        for phase in Phase
        if phase not in (Phase.STAYING, Phase.AFTER, Phase.OUTLINE, Phase.WHY)
    ),
    *(Visit(answers=Answers().told(key, level)) for key, levels in SCALES.items() for level in levels),
    Visit(answers=Answers(kinds=frozenset(Kind), never=frozenset(Never))),
    *(Visit(answers=Answers(choice=choice)) for choice in Choice),
    *(Visit(facts=Facts()._replace(**{name: True})) for name in Facts._fields),
    Visit(memory=Memory(frozenset(Family), frozenset({"a.b", "c.d"}), was_low=True, rung=0, softened=True)),
    Visit(memory=Memory(inward_s=180, outward_due=True, inward_over=True, surged=True, unchanged=2)),
    Visit(memory=Memory(rung=5, used=("a.b", "a.b"), declined=tuple(Family), first=(Family.CONTACT,))),
    Visit(said=(Said("kinds", ("memory", "numb")), Said("words", Words("a\n\tb 🌧")), Said("body_words", "slow"))),
    Visit(said=(Said("toward", -3), Said("ask_0", Words("to keep watch")), Said("sides_room", "yes"))),
    Visit(said=(Said("sides_first", Words("that one")), Said("kinds", ()))),
    Visit(phase=Phase.STAYING, question="name_a", pending=("name_b", "firmness", "blend", "toward")),
    Visit(
        phase=Phase.AFTER, question="body_words", pending=("distress",), practice="move.shake", came_from=Phase.SHELF
    ),
    Visit(uses=(Use("a.b", worse=True), Use("a.b", worse=False)), step=3, first_side=1),
    Visit(listed=1, listened=(45, 600, 45, 0), last_round=LastRound(1, Words("the door"))),
    Visit(last_round=LastRound(0), said=(Said("sides_firmness_one", 4), Said("sides_toward_other", -3))),
    *(Visit(phase=Phase.PRACTICE, practice="breath.with_the_hold", hold=hold) for hold in (0, 4)),
    *(Visit(soften_before=level, soften_to_it=level) for level in SCALES["soften"]),
    Visit(phase=Phase.STAYING, question="place", pending=("called", "toward"), place="behind", found=True),
    *(Visit(phase=Phase.SAYING, saying_from=p, practice="ask.listen") for p in (Phase.ASKING, Phase.OFFERS)),
    *(Visit(phase=Phase.WHY, why_from=Phase.BODY, why=why) for why in WHYS),
    *(Visit(tone=tone, said=(Said("said_to_it", f"acknowledge.i_see_you:{tone}"),)) for tone in TONES),
    Visit(said=(Said("said_to_it", Words("you again")), Said("ask_guards", Words("that I get hurt")))),
    Visit(look="moss", called=Words("the bouncer"), on_map=(1, 0, 2**53 - 1)),
    Visit(said=(Said("place", "jaw"), Said("look", "fog"), Said("called", Words("the bouncer")))),
    *(Visit(memory=Memory(between=who), said=(Said("toward", who),)) for who in BETWEEN),
    Visit(phase=Phase.NOTING, practice="note.one_word", step=1, question="sad_or_hurt"),
    Visit(said=(Said("named", "let_down"), Said("named", Words("like a lid")))),
    Visit(left_out=frozenset(AREAS), said=(Said("own", Words("a lamp")),), own=Words("a lamp")),
    Visit(moments=(Small("moment.own", Words("a lamp"), kept=True), Small("moment.short_break"))),
    Visit(phase=Phase.OUTLINE, practice="move.shake", answers=Answers(presence=3, arousal=0), marks_before=()),
    Visit(marks_before=(Mark(Area.JAW, Sensation.TIGHT), Mark(Area.FEET, Sensation.NUMB)), marks_after=()),
    Visit(said=(Said("marks_before", ()), Said("marks_after", ("jaw:tight", "hands:warm")))),
    Visit(names=(Words("x"), None)),
    Visit(names=(None, Words("{a} \\ \" '"))),
    *(Visit(warmth_from=started) for started in (UNKNOWN, 0, 10)),
    Visit(phase=Phase.HELP, help_from=Phase.BOUNDS, bounds_from=Phase.KINDS, help_asked=True, note="yes"),
    Visit(door="moment", whole_shelf=True, stay_began="flat", concern_shown=2, not_meant=True, notice="cut"),
    Visit(lines=("settling", "flat"), turn=10**9),
    Visit(phase=Phase.KINDS, likely=(Kind.EDGE, Kind.NUMB), guessed=(Words("a"), Words("b"))),
    Visit(taught=(Lesson(Words("a wall"), Kind.TENSE), Lesson(Words("a wall"), Kind.JUST_NO))),
)
"""Every stored type, each value it can hold at least once."""


def through_json(visit: Visit) -> Visit:
    """The visit as it comes back from what is kept."""
    return visit_of(json.loads(json.dumps(document_of(visit), allow_nan=False)))


def exactly(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way in: True isn't 1, and a list is no tuple."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Visit):
        return all(exactly(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    if isinstance(one, tuple):
        return len(one) == len(other) and all(exactly(mine, yours) for mine, yours in zip(one, other, strict=True))
    return bool(one == other) and (not isinstance(one, frozenset) or set(map(type, one)) == set(map(type, other)))


def test_a_visit_always_comes_back_exactly_as_any_walk_left_it() -> None:
    visits = walked()
    assert len(visits) > 9_000
    assert {visit.phase for visit in visits} == set(Phase)
    assert [visit for visit in set(visits) if not exactly(through_json(visit), visit)] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 105))
def test_it_always_does_after_many_more_walks(seed: int) -> None:
    assert [visit for visit in set(walked(seed=seed)) if not exactly(through_json(visit), visit)] == []


@pytest.mark.parametrize("visit", [*EVERYTHING, *some_way_in_once().values()])
def test_every_stored_type_comes_back_exactly(visit: Visit) -> None:
    assert exactly(through_json(visit), visit)


def test_every_part_of_a_visit_is_among_the_stored_types() -> None:
    fresh = Visit()
    for field in fields(Visit):
        assert any(getattr(visit, field.name) != getattr(fresh, field.name) for visit in EVERYTHING), field.name
    for part in ("answers", "facts", "memory"):
        for number, name in enumerate(getattr(fresh, part)._fields):
            assert any(getattr(v, part)[number] != getattr(fresh, part)[number] for v in EVERYTHING), name


def test_exactly_would_notice_a_slip() -> None:
    assert not exactly(Visit(step=1), Visit(step=True))
    assert not exactly(Visit(lines=("a", "b")), Visit(lines=["a", "b"]))  # type: ignore[arg-type]
    assert not exactly(Visit(said=(Said("toward", 1),)), Visit(said=(Said("toward", 1.0),)))
    plain = Answers(kinds=frozenset({"numb"}))  # type: ignore[arg-type]
    assert not exactly(Visit(answers=Answers(kinds=frozenset({Kind.NUMB}))), Visit(answers=plain))
    assert not exactly(Visit(answers=Answers(arousal=MIXED)), Visit(answers=Answers(arousal=UNKNOWN)))


def test_what_is_absent_is_empty_and_what_is_empty_is_absent() -> None:
    assert document_of(Visit()) == {}
    assert visit_of({}) == Visit()
    assert document_of(Visit(answers=Answers(presence=0))) == {"answers": {"presence": 0}}
    for whole in (visit_of({"answers": {}, "facts": {}, "memory": {}}), visit_of({"said": []})):
        assert whole == Visit()


def test_what_an_older_version_wrote_still_opens() -> None:
    visit = visit_of(json.loads(WRITTEN_BY_FORM_1))
    assert visit.answers.kinds == {Kind.CRITIC_VOICE, Kind.TWO_SIDES}
    assert visit.answers.energy == 2 and visit.answers.body is UNKNOWN
    assert visit.answers.choice is Choice.SOMETHING_ELSE
    assert visit.facts == Facts(memory=True, tender=True, two_named=True)
    assert visit.memory.refused == {Family.SEE} and visit.memory.rung == 2
    assert visit.names == (Words("the one who wants it"), None)
    assert visit.said[1].value == Words("who do you think you are")
    assert visit.uses == (Use("contact.feet_on_floor", worse=False), Use("warmth.rung_2", worse=True))
    assert visit.came_from is Phase.SHELF and visit.turn == 14 and visit.warmth_from is UNKNOWN
    assert show(visit, LIBRARY).choices
    assert exactly(through_json(visit), visit)


def test_a_form_is_this_one_or_an_older_one_and_a_newer_is_never_read() -> None:
    check_form({"form": FORM})
    for newer in (FORM + 1, 10**30):
        with pytest.raises(NewerFormatError):
            check_form({"form": newer})
    for none in ({}, {"form": None}, {"form": "1"}, {"form": 1.0}, {"form": True}, {"form": 0}, {"form": -1}):
        with pytest.raises(PageDamagedError):
            check_form(none)


def test_a_document_never_holds_what_json_does_not() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(inner) for key, inner in value.items())
        return all(map(plain, value)) if isinstance(value, list) else type(value) in (int, str, bool, type(None))

    assert all(plain(document_of(visit)) for visit in (*EVERYTHING, *walked()[:2_000]))
    assert not plain({"a": (1,)}) and not plain({"a": Kind.NUMB}) and not plain({"a": 1.0})


def test_the_form_has_one_number_and_no_word_of_it_is_renamed() -> None:
    assert FORM == 1, "keep a literal document of the older form here, and let it open"
    assert (documents.WORDS, documents.ANSWER, UNKNOWN.value, MIXED.value) == ("words", "answer", "unknown", "mixed")
