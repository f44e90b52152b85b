"""The past, when somebody opens it: newest first, in their words, whole; and nothing that is damaged closes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.adapters.vault.keeping import Place, flipped
from tests.app.walks import LIBRARY, TONIGHT, kept_visit, some_way_in_once, walked
from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.documents import FORM
from unforced.app.kept import KeptVisit, keep, written
from unforced.app.past import LONGEST_TITLE, Shelf, day_of, past, told, when_of
from unforced.app.showing import show
from unforced.domain import shelf as practices
from unforced.domain.errors import BrokenContentError, NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import Page
from unforced.domain.visit import Deed, Use, Visit

LONG = "no " * 200


def keeps(vault: SealedVault, visit: Visit, days: float = 0, draft: str = "") -> KeptVisit:
    """A visit that was just kept, begun so many days after tonight."""
    return keep(kept_visit(visit, TONIGHT + timedelta(days=days), draft=draft), vault.inside, TONIGHT)


def saying(words: str = "", *chips: str) -> Visit:
    """Somebody's visit at the first offers."""
    return Person(LIBRARY.shelf).says_no(*chips, words=words).body("about_right").visit


def opened(vault: SealedVault) -> Shelf:
    """The past as it is listed."""
    return past(vault.inside, LIBRARY)


def test_where_nothing_is_kept_there_is_no_past(vault: SealedVault) -> None:
    assert opened(vault) == Shelf((), (), 0)


def test_the_newest_always_stands_first_whatever_was_kept_last(vault: SealedVault) -> None:
    for days in (3, -400, 0, 12, 1):
        keeps(vault, saying(f"day {days}"), days)
    assert [entry.line for entry in opened(vault).entries] == ["day 12", "day 3", "day 1", "day 0", "day -400"]


def test_a_visit_is_listed_by_their_own_words_before_anything_else(vault: SealedVault) -> None:
    keeps(vault, saying("it keeps\n me   going", "edge", "numb"))
    (entry,) = opened(vault).entries
    assert entry.line == "it keeps me going" and entry.when == "4 March 2026, 22:10"
    assert not entry.goes and not entry.copied and entry.name


def test_without_words_it_is_listed_by_what_was_chosen_and_else_as_wordless(vault: SealedVault) -> None:
    keeps(vault, saying("", "numb"), 2)
    keeps(vault, Visit(uses=(Use("rest.doing_nothing", worse=False),)), 1)
    chosen, wordless = opened(vault).entries
    assert chosen.line == LIBRARY.phrases.say("chip.kinds.numb")
    assert wordless.line == LIBRARY.phrases.say("app.past.wordless")


def test_long_words_are_cut_in_the_list_and_whole_when_it_is_opened(vault: SealedVault) -> None:
    kept = keeps(vault, saying(LONG))
    (entry,) = opened(vault).entries
    assert len(entry.line) <= LONGEST_TITLE and entry.line.endswith("…")
    visit = told(kept.name, vault.inside, LIBRARY)
    assert (LIBRARY.phrases.say("chip.said.words"), LONG.strip()) in visit.said
    assert visit.entry == entry


def test_merged_with_a_voice_the_screen_never_prints_it_again_and_the_past_shows_all(vault: SealedVault) -> None:
    person = Person(LIBRARY.shelf).says_no("critic_voice", words="who do you think you are").body("about_right")
    merged = person.stays(**{**CALM, "blend": 4}).visit
    shown = told(keeps(vault, merged).name, vault.inside, LIBRARY).said
    assert "who do you think you are" in [answer for _, answer in shown]
    assert "who do you think you are" not in [answer for _, answer in show(merged, LIBRARY).earlier]


def test_every_answer_stands_under_its_question_in_order_with_the_names_of_the_sides(vault: SealedVault) -> None:
    person = Person(LIBRARY.shelf).arrives("two_sides").stays(**{**CALM, "name_a": "the door", "name_b": "the wish"})
    person.takes("sides").does(Deed.NEXT, 1).does(Deed.NEXT, words="a good night")
    said = told(keeps(vault, person.visit).name, vault.inside, LIBRARY).said
    assert [question for question, _ in said][:2] == ["You said", "Your body"]
    assert said[-1] == ("the wish", "a good night")


def test_what_was_done_and_what_was_typed_are_told(vault: SealedVault) -> None:
    visit = replace(saying("no"), uses=(Use("contact.feet_on_floor", worse=False), Use("breath.gone", worse=True)))
    shown = told(keeps(vault, visit, draft="typed,\n\nnot sent").name, vault.inside, LIBRARY)
    assert shown.done == (LIBRARY.shelf.get("contact.feet_on_floor").title, "breath.gone")
    assert shown.draft == "typed,\n\nnot sent"


def test_with_broken_practices_the_past_still_opens(vault: SealedVault) -> None:
    class Broken(FileLibrary):
        @property
        def shelf(self) -> practices.Shelf:
            raise BrokenContentError("practices", "cut short")

    visit = replace(saying("no"), uses=(Use("contact.feet_on_floor", worse=False),))
    shown = told(keeps(vault, visit).name, vault.inside, Broken())
    assert shown.done == ("contact.feet_on_floor",) and shown.entry.line == "no"


def test_a_copy_says_that_it_stands_beside_another(vault: SealedVault) -> None:
    kept = keeps(vault, saying("no"))
    keep(kept, vault.inside, TONIGHT)
    keep(kept, vault.inside, TONIGHT)
    assert sorted(entry.copied for entry in opened(vault).entries) == [False, True]


def test_a_forgotten_visit_stands_apart_until_its_day(place: Place, vault: SealedVault) -> None:
    stays, goes = keeps(vault, saying("stays")), keeps(vault, saying("goes"))
    day = datetime.fromordinal(vault.inside.forget(goes.name))
    shelf = opened(vault)
    assert [entry.name for entry in shelf.entries] == [stays.name]
    assert [(entry.name, entry.line, entry.goes) for entry in shelf.leaving] == [(goes.name, "goes", day_of(day))]
    assert told(goes.name, vault.inside, LIBRARY).entry.line == "goes"
    vault.inside.take_back(goes.name)
    assert len(opened(vault).entries) == 2 and not opened(vault).leaving


def test_what_is_damaged_or_newer_is_always_counted_and_never_closes_the_past(place: Place, vault: SealedVault) -> None:
    whole, broken = keeps(vault, saying("whole")), keeps(vault, saying("broken"))
    page = Page(broken.name, 1, {})
    place.put(page, flipped(place.sealed(page), 700))
    document = written(kept_visit(saying("no")))
    for change in ({"form": FORM + 1}, {"form": None}, {"began": ""}, {"visit": {"phase": "asking"}}, {"draft": 1}):
        vault.inside.keep(Page("", 0, {**document, **change}))
    for strange in ({}, {"form": FORM}, {"form": FORM, "kind": "visit"}, {"kind": "visit"}):
        vault.inside.keep(Page("", 0, strange))
    vault.inside.forget(vault.inside.keep(Page("", 0, {**document, "began": 3})).page.id)
    shelf = opened(vault)
    assert [entry.name for entry in shelf.entries] == [whole.name] and not shelf.leaving
    assert shelf.damaged == 1 + 5 + 4 + 1


def test_where_the_list_of_pages_is_damaged_what_opens_is_shown_and_the_list_is_no_page(
    place: Place, vault: SealedVault
) -> None:
    keeps(vault, saying("mine"))
    assert opened(vault).listed
    place.put_register(flipped(place.register(), 700))
    shelf = past(place.unlocked().inside, LIBRARY)
    assert [entry.line for entry in shelf.entries] == ["mine"]
    assert (shelf.listed, shelf.damaged) == (False, 0)


def test_pages_of_other_kinds_are_neither_listed_nor_damaged(vault: SealedVault) -> None:
    vault.inside.keep(Page("", 0, {"form": FORM, "kind": "bounds"}))
    vault.inside.keep(Page("", 0, {"form": FORM + 1, "kind": "an inner map"}))
    assert opened(vault) == Shelf((), (), 0)


def test_one_that_cannot_be_opened_says_which_it_is(place: Place, vault: SealedVault) -> None:
    kept = keeps(vault, saying("no"))
    newer = vault.inside.keep(Page("", 0, {"form": FORM + 1, "kind": "visit"})).page
    bounds = vault.inside.keep(Page("", 0, {"form": FORM, "kind": "bounds"})).page
    place.put(Page(kept.name, 1, {}), b"")
    wrong = {kept.name: PageDamagedError, newer.id: NewerFormatError, bounds.id: NothingKeptError}
    for name, error in {**wrong, "ab" * 16: NothingKeptError}.items():
        with pytest.raises(error):
            told(name, vault.inside, LIBRARY)


def test_every_visit_that_walks_reach_can_be_told(vault: SealedVault) -> None:
    for visit in (*some_way_in_once().values(), *walked()[::101]):
        shown = told(keeps(vault, visit).name, vault.inside, LIBRARY)
        assert shown.entry.line and len(shown.said) == len(visit.said) and len(shown.done) == len(visit.uses)
        assert all(question and answer for question, answer in shown.said)
    assert opened(vault).damaged == 0


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 1, 1, 0, 0), "1 January 2026, 00:00"),
        (datetime(2024, 2, 29, 9, 5), "29 February 2024, 09:05"),
    ],
)
def test_a_day_is_said_as_one_would_say_it(moment: datetime, said: str) -> None:
    assert when_of(moment) == said and day_of(moment) == said.partition(",")[0]
