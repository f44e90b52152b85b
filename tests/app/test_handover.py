"""A sheet to take along: what could be chosen from what is kept, and the page that a choice makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.adapters.vault.keeping import Place, flipped
from tests.app.walks import LIBRARY, TONIGHT, kept_visit, walked
from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.bounds import keep_bounds
from unforced.app.handover import MOST, Offered, compose, offered
from unforced.app.handover_lines import MOST_TIMES
from unforced.app.heard import help_for
from unforced.app.inner_map import change
from unforced.app.kept import KeptVisit, keep
from unforced.domain.answers import Answers, Facts, Memory, Never
from unforced.domain.errors import BrokenContentError, LockedError
from unforced.domain.handover import Handover, Item, Section
from unforced.domain.inner_map import InnerMap
from unforced.domain.part import Part, Role
from unforced.domain.resistance import Kind
from unforced.domain.screening import Rules
from unforced.domain.ties import Between, tied
from unforced.domain.visit import Said, Use, Visit
from unforced.domain.words import Words

S = Section
FLOOR = "contact.a_surface_under_you"


def keeps(vault: SealedVault, visit: Visit, days: float = 0) -> KeptVisit:
    """A visit that was just kept, begun so many days after tonight."""
    return keep(kept_visit(visit, TONIGHT + timedelta(days=days)), vault.inside, TONIGHT)


def saying(words: str = "", *chips: str) -> Visit:
    """Somebody's visit at the first offers."""
    return Person(LIBRARY.shelf).says_no(*chips, words=words).body("about_right").visit


def now_offered(vault: SealedVault | None = None, present: Visit | None = None) -> Offered:
    """What could be chosen tonight."""
    return offered(vault.inside if vault else None, present, LIBRARY, TONIGHT)


def lines(found: Offered, section: Section) -> list[tuple[str, str]]:
    """What could be chosen in one section: labels and heads."""
    return [(item.label, item.head) for item in found.of(section)]


def page_of(found: Offered, *chosen: Item, written: str = "") -> Handover:
    """The page of a choice."""
    return compose(found, [item.token for item in chosen], written, LIBRARY, TONIGHT)


def words(text: str) -> Words:
    """Their words."""
    found = Words.from_raw(text)
    assert found is not None
    return found


def test_where_nothing_is_kept_and_nobody_is_visiting_nothing_could_be_chosen(vault: SealedVault) -> None:
    assert now_offered() == Offered() and now_offered(vault) == Offered()


def test_nothing_is_ever_on_the_page_before_it_is_chosen(vault: SealedVault) -> None:
    keeps(vault, saying("it keeps me going", "edge"))
    found = now_offered(vault)
    assert found.items and not page_of(found)


@pytest.mark.parametrize("seed", [3, 7])
def test_whatever_was_said_only_what_was_chosen_is_on_the_page(vault: SealedVault, seed: int) -> None:
    for number, visit in enumerate(walked(12, seed)[::9]):
        keeps(vault, visit, number)
    found = now_offered(vault)
    chosen = found.items[::3]
    page = page_of(found, *chosen)
    assert [item for chapter in page.chapters for item in chapter.items] == list(chosen)
    assert all(chapter.items for chapter in page.chapters)


def test_control_a_choice_of_everything_brings_everything(vault: SealedVault) -> None:
    keeps(vault, saying("it keeps me going", "edge"))
    found = now_offered(vault)
    page = page_of(found, *found.items)
    assert sum((chapter.items for chapter in page.chapters), ()) == found.items


def test_the_page_has_a_neutral_title_a_day_and_the_sections_in_order(vault: SealedVault) -> None:
    keeps(vault, replace(saying("it keeps me going", "edge"), uses=(Use(FLOOR, worse=True),)))
    found = now_offered(vault)
    page = page_of(found, *found.items, written="Is it always this loud?")
    assert (page.title, page.day) == ("Notes", "4 March 2026")
    assert [chapter.section for chapter in page.chapters] == [S.RESISTED, S.TRIED, S.QUESTIONS]
    assert page.chapters[-1].items[0].head == "Is it always this loud?"


def test_kinds_and_words_are_offered_once_each_the_newest_visit_first(vault: SealedVault) -> None:
    keeps(vault, saying("it keeps\n me going", "edge"), 1)
    keeps(vault, saying("", "edge", "numb"), 2)
    assert lines(now_offered(vault), S.RESISTED) == [
        ("", "Nothing there, blank"),
        ("", "I'd lose my drive"),
        ("In my words", "it keeps me going"),
    ]


def test_what_it_said_when_it_was_asked_is_under_what_says_no_and_small_moments_are_not(vault: SealedVault) -> None:
    said = (Said("ask_0", words("so that nobody laughs")), Said("own", words("tea")), Said("named", words("grey")))
    keeps(vault, Visit(said=said))
    assert lines(now_offered(vault), S.RESISTED) == [("It said", "so that nobody laughs")]


def test_body_and_feeling_are_told_apart_and_worse_and_the_same_like_easier(vault: SealedVault) -> None:
    uses = (Use(FLOOR, False, 0, 1), Use(FLOOR, True, -2, -1), Use(FLOOR, False, 2))
    keeps(vault, Visit(uses=uses[:2]))
    keeps(vault, Visit(uses=uses[2:]), 1)
    (item,) = now_offered(vault).of(S.TRIED)
    assert item.head == LIBRARY.shelf.get(FLOOR).title
    assert item.lines == (
        "4 March 2026: feeling the same, body looser",
        "4 March 2026: feeling much harder, body tighter",
        "5 March 2026: feeling easier",
    )


def test_where_nothing_was_answered_only_worse_is_known(vault: SealedVault) -> None:
    keeps(vault, Visit(uses=(Use(FLOOR, worse=True), Use(FLOOR, worse=False))))
    (item,) = now_offered(vault).of(S.TRIED)
    assert item.lines == ("4 March 2026: worse", "4 March 2026: nothing said")


def test_what_somebody_answered_after_each_practice_of_a_visit_is_there(vault: SealedVault) -> None:
    person = Person(LIBRARY.shelf).says_no("tense").body("about_right")
    person.tries(FLOOR, soften=1, body=1)
    person.tries("acknowledge.a_no_is_here", soften=-1)
    keeps(vault, person.visit)
    told = {item.head: item.lines for item in now_offered(vault).of(S.TRIED)}
    assert told[LIBRARY.shelf.get(FLOOR).title] == ("4 March 2026: feeling a little easier, body looser",)
    assert ("4 March 2026: feeling harder",) in told.values()


def test_a_practice_is_told_by_the_last_few_times_of_it(vault: SealedVault) -> None:
    for day in range(MOST_TIMES + 3):
        keeps(vault, Visit(uses=(Use(FLOOR, worse=False),)), day)
    (item,) = now_offered(vault).of(S.TRIED)
    assert len(item.lines) == MOST_TIMES and item.lines[-1].startswith("12 March 2026")


def test_what_to_go_slowly_with_is_offered_from_what_stays_away_and_what_got_worse(vault: SealedVault) -> None:
    away = Answers(never=frozenset({Never.BREATH, Never.TOUCH}))
    keep_bounds(Visit(answers=away, facts=Facts(hand_off=True), left_out=frozenset({"face"})), vault.inside)
    visit = Visit(facts=Facts(memory=True), memory=Memory(put_away=frozenset({FLOOR})), said=(Said("kinds", ()),))
    keeps(vault, visit)
    assert lines(now_offered(vault), S.SLOWLY) == [
        ("Rather not", "Anything with breath"),
        ("Rather not", "Touch"),
        ("", "I lose time, voices take over, psychosis, mania, or a recent attempt"),
        ("", "Something that happened is here"),
        ("Left out", "Face"),
        ("Put away, since it got worse", LIBRARY.shelf.get(FLOOR).title),
    ]


def test_a_part_what_it_told_and_what_is_between_two_can_each_be_taken_without_the_others(vault: SealedVault) -> None:
    clip = Part(1, words("the clipboard"), "wire", "jaw", Role.PROTECTOR, "critic", fear=words("being laughed at"))
    fog = Part(2, look="fog", place="behind", job=Words("\u200b"))
    mute = Part(3)
    ties = (tied(Between.POLARISED, 1, 2), tied(Between.PROTECTS, 1, 3))
    found_map = InnerMap((clip, fog, mute), ties, next_key=4)
    change(vault.inside, lambda _: found_map)
    found = now_offered(vault)
    heads = [(item.label, item.head, item.lines) for item in found.of(S.PARTS)]
    assert heads[0] == ("", "the clipboard", ("Like wire · Jaw · It protects · Harshly, like a critic",))
    assert heads[1] == ("the clipboard: what it fears", "being laughed at", ())
    assert heads[2] == ("", "The one like fog", ("Behind me",))
    assert heads[4][1].startswith("the clipboard and the one like fog pull against each other")
    assert heads[5][1].startswith("the clipboard protects ")
    alone = page_of(found, found.of(S.PARTS)[0])
    assert "being laughed at" not in alone.texts()


def test_a_long_name_is_whole_on_the_page(vault: SealedVault) -> None:
    name = "the one who counts every crumb on the table " * 4
    change(vault.inside, lambda _: InnerMap((Part(1, words(name)),), next_key=2))
    assert lines(now_offered(vault), S.PARTS) == [("", " ".join(name.split()))]


def test_what_was_named_in_a_visit_is_offered_unless_it_is_on_the_map(vault: SealedVault) -> None:
    names = (words("the pusher"), words("the one who stays in bed"))
    said = (Said("sides_wants_one", words("that I get somewhere")), Said("sides_wants_other", words("\u200brest")))
    visit = Visit(called=words("the door"), look="fog", place="jaw", names=names, said=said, on_map=(0, 0, 4))
    keeps(vault, visit)
    found = now_offered(vault)
    assert [item.head for item in found.of(S.PARTS)] == ["the door", "the pusher", "that I get somewhere", "rest"]
    assert found.items[0].lines == ("Like fog · Jaw",)


def test_what_was_found_and_never_named_is_called_by_what_it_is_like(vault: SealedVault) -> None:
    keeps(vault, Visit(look="fog", said=(Said("look", "fog"),)))
    keeps(vault, Visit(called=Words("\u200b"), said=(Said("called", Words("\u200b")),)), 1)
    assert lines(now_offered(vault), S.PARTS) == [("", "The one like fog")]


def test_what_it_is_called_is_never_said_twice(vault: SealedVault) -> None:
    keeps(vault, Visit(called=words("the door"), said=(Said("called", words("the door")),)))
    assert [item.head for item in now_offered(vault).items] == ["the door"]


def test_without_the_word_part_the_sheet_has_none(vault: SealedVault) -> None:
    visit = saying("no", "numb")
    visit = replace(visit, answers=visit.answers._replace(never=frozenset({Never.PARTS_WORDS})), called=words("it"))
    keeps(vault, visit)
    found = now_offered(vault)
    page = page_of(found, *found.of(S.PARTS))
    assert found.plain and page.chapters[0].title == "Sides of me"


def test_without_a_vault_it_is_the_visit_that_is_there_now() -> None:
    found = now_offered(None, saying("it keeps me going"))
    assert ("In my words", "it keeps me going") in lines(found, S.RESISTED)


@pytest.mark.parametrize("safety", [0, 1])
def test_a_visit_that_somebody_could_see_never_offers_anything(safety: int, vault: SealedVault) -> None:
    visit = saying("it keeps me going")
    seen = replace(visit, answers=visit.answers._replace(safety=safety))
    assert now_offered(None, seen) == Offered()
    keeps(vault, seen)
    assert now_offered(vault) == Offered()


def test_a_long_past_offers_the_newest_lines_and_says_that_there_is_more(vault: SealedVault) -> None:
    for day in range(MOST + 5):
        keeps(vault, saying(f"day {day}"), day)
    found = now_offered(vault)
    own = [head for label, head in lines(found, S.RESISTED) if label]
    assert len(found.of(S.RESISTED)) == MOST and own[0] == f"day {MOST + 4}"
    assert found.cut == {S.RESISTED}


def test_of_very_many_visits_the_newest_are_looked_through_and_that_is_said(
    vault: SealedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unforced.app.handover.LOOKED_THROUGH", 3)
    for day in range(4):
        keeps(vault, saying(f"day {day}"), day)
        assert now_offered(vault).older is (day == 3)
    assert [head for label, head in lines(now_offered(vault), S.RESISTED) if label] == ["day 3", "day 2", "day 1"]


def test_a_page_that_cannot_be_read_blocks_nothing(place: Place, vault: SealedVault) -> None:
    lost = keeps(vault, saying("lost"))
    keeps(vault, saying("whole"), 1)
    page = vault.inside.open(lost.name)
    place.put(page, flipped(place.sealed(page), 90))
    for purpose in ("inner map", "what stays away"):
        name = vault.inside.name_of(purpose)
        vault.inside.keep(page.__class__(name, 0, {"kind": "another", "form": 99}))
    vault.inside.keep(page.__class__("", 0, {"kind": "visit", "form": 1}))
    assert ("In my words", "whole") in lines(now_offered(vault), S.RESISTED)


def test_once_it_is_locked_nothing_kept_is_offered(vault: SealedVault) -> None:
    keeps(vault, saying("whole"))
    inside = vault.inside
    vault.lock()
    with pytest.raises(LockedError):
        offered(inside, None, LIBRARY, TONIGHT)


def test_what_is_written_for_the_session_is_heard_like_anything_written() -> None:
    assert help_for("I want to kill myself tonight", LIBRARY).startswith("app.help.urgent_")
    assert help_for("Is it always this loud?", LIBRARY) == ""


def test_where_nothing_can_be_heard_the_quieter_text_is_always_there() -> None:
    class Damaged(FileLibrary):
        @property
        def rules(self) -> Rules:
            raise BrokenContentError("signals/en.toml", "damaged")

    said = {help_for("Is it loud" + "?" * marks, Damaged()) for marks in range(3)}
    assert said == {f"app.help.tender_{number}" for number in (1, 2, 3)}
    assert all(key in LIBRARY.phrases for key in said)


def test_every_kind_of_no_has_a_line() -> None:
    visit = Visit(answers=Answers(kinds=frozenset(Kind)), said=(Said("kinds", tuple(Kind)),))
    assert len(now_offered(None, visit).of(S.RESISTED)) == len(Kind)
