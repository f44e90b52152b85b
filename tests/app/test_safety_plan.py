"""A safety plan, kept: one page in the person's own words, in however many windows, taken home and brought back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.app.walks import LIBRARY
from unforced.adapters.vault.inside import SealedInside
from unforced.app.bring_back import bring_back
from unforced.app.documents import FORM, document_of, value_of
from unforced.app.past import past
from unforced.app.safety_plan import PURPOSE, SAFETY_PLAN, change, kept_plan, line_of, safety_plan, until
from unforced.app.safety_plan_paper import chapters, leaving, on_paper, own_people, told
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.domain.errors import NewerFormatError, PageDamagedError
from unforced.domain.page import Kept, Page
from unforced.domain.safety_plan import LAST_DAY, LONGEST_LINE, Heading, SafetyPlan
from unforced.domain.words import Words
from unforced.ports import Inside

TODAY = 739_900
NOW = datetime(2026, 11, 23, 3, 12, tzinfo=UTC)
SIGN = Words("I stop opening *letters*")
COUSIN = Words("my cousin with the boat")
NUMBER = Words("+44 20 7946 0958")
DESK = Words("the desk at the practice")
UNCLEAR = Words("ask for 4, then wait")
WRITTEN = (
    SafetyPlan()
    .with_line(Heading.PEOPLE, COUSIN, NUMBER)
    .with_line(Heading.SIGNS, SIGN)
    .with_line(Heading.LINES, DESK, UNCLEAR)
)


def writes(inside: Inside, plan: SafetyPlan = WRITTEN) -> None:
    """This is kept."""
    change(inside, lambda found: found.joined(plan))


def test_it_is_on_one_page_and_reads_back_as_it_was_written(inside: Inside) -> None:
    assert safety_plan(inside, TODAY) == SafetyPlan()
    assert inside.open_all().pages == (), "looking keeps nothing"
    writes(inside)
    (page,) = inside.open_all().pages
    assert page.id == inside.name_of(PURPOSE) and page.document["kind"] == SAFETY_PLAN
    assert safety_plan(inside, TODAY) == kept_plan(inside) == WRITTEN
    assert value_of(SafetyPlan, document_of(WRITTEN)) == WRITTEN
    assert not past(inside, LIBRARY).entries, "it is no visit"


def test_what_is_taken_off_is_gone_from_the_page_on_its_day(inside: Inside) -> None:
    writes(inside)
    change(inside, lambda plan: plan.without(1, until(TODAY)))
    assert len(safety_plan(inside, TODAY + 6).lines) == 3
    assert len(safety_plan(inside, TODAY + 7).lines) == 2
    assert len(kept_plan(inside).lines) == 2
    assert until(LAST_DAY) == LAST_DAY


def test_written_in_two_windows_at_once_both_lines_are_there(inside: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    writes(inside)
    keep = SealedInside.keep
    others = ["in the other window"]

    def in_between(self: SealedInside, page: Page) -> Kept:
        if others:
            words = Words(others.pop())
            change(inside, lambda plan: plan.with_line(Heading.ALONE, words))
        return keep(self, page)

    monkeypatch.setattr(SealedInside, "keep", in_between)
    change(inside, lambda plan: plan.with_line(Heading.ALONE, Words("in this one")))
    assert [line.words.reveal() for line in kept_plan(inside).under(Heading.ALONE)] == [
        "in the other window",
        "in this one",
    ]
    assert len(inside.open_all().pages) == 1


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"kind": SAFETY_PLAN, "form": FORM + 1}, NewerFormatError),
        ({"kind": SAFETY_PLAN, "form": FORM, "plan": []}, PageDamagedError),
        ({"kind": "another", "form": FORM, "plan": {}}, PageDamagedError),
        ({"kind": SAFETY_PLAN, "form": FORM, "plan": {"made": -1, "lines": [{}]}}, PageDamagedError),
        (
            {
                "kind": SAFETY_PLAN,
                "form": FORM,
                "plan": {"lines": [{"key": 1, "heading": "signs", "words": {"words": "a"}, "number": None, "gone": 0}]},
            },
            PageDamagedError,
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_left_as_it_is(
    inside: Inside, document: dict[str, object], error: type[Exception]
) -> None:
    name = inside.name_of(PURPOSE)
    inside.keep(Page(name, 0, document))
    with pytest.raises(error):
        safety_plan(inside, TODAY)
    with pytest.raises(error):
        change(inside, lambda plan: plan.with_line(Heading.SIGNS, SIGN))
    assert inside.open(name).document == document
    assert "Safety plan" not in as_markdown(inside, LIBRARY)
    file = [Page("ab" * 16, 0, {"kind": SAFETY_PLAN, "form": FORM, "plan": document_of(WRITTEN)})]
    assert bring_back(file, inside).new == 1
    assert inside.open(name).document == document, "what came stands beside it"


def test_it_goes_home_and_comes_back_joined_and_twice_is_the_same_as_once(inside: Inside) -> None:
    writes(inside)
    pages = pages_of(as_json(inside))
    there = in_memory(Path()).begun().inside
    assert bring_back(pages, there).new == 1
    assert kept_plan(there) == WRITTEN
    change(there, lambda plan: plan.with_line(Heading.ALONE, Words("once round the pond")).without(1, TODAY + 7))
    assert bring_back(pages, there).new == 1, "a line that was taken off there is back"
    before = kept_plan(there)
    assert {line.said for line in WRITTEN.lines} < {line.said for line in before.lines}
    assert bring_back(pages, there).known == 1
    assert kept_plan(there) == before and len(there.open_all().pages) == 1


def test_in_markdown_it_stands_under_its_headings_and_words_are_words(inside: Inside) -> None:
    assert "Safety plan" not in as_markdown(inside, LIBRARY)
    writes(inside)
    text = as_markdown(inside, LIBRARY)
    assert "## Safety plan\n\n### Signs that it is getting hard\n\n- I stop opening \\*letters\\*\n" in text
    assert "- my cousin with the boat: +44 20 7946 0958\n" in text
    assert "What I can do by myself" not in text, "what is empty isn't in it"


def test_on_paper_it_has_its_day_and_says_that_nobody_is_alerted() -> None:
    text = on_paper(WRITTEN, LIBRARY, NOW)
    assert text.startswith("# Safety plan\n\n23 November 2026\n\n## Signs that it is getting hard\n")
    assert "alerts nobody" in text and "Nobody clinical has reviewed" in text


def test_a_number_is_shown_as_it_was_typed_and_leads_somewhere_only_where_it_can_be_dialled() -> None:
    cousin, desk = own_people(WRITTEN, LIBRARY)
    assert (cousin.text, cousin.number) == (COUSIN.reveal(), NUMBER.reveal())
    assert [each.link for each in cousin.ways] == [NUMBER.reveal()] * 2
    assert [each.href for each in cousin.ways] == ["tel:+442079460958", "sms:+442079460958"]
    assert (desk.number, desk.ways) == (UNCLEAR.reveal(), ())
    assert own_people(SafetyPlan().with_line(Heading.SIGNS, SIGN), LIBRARY) == ()


def test_only_what_is_written_has_a_chapter_and_what_was_taken_off_its_day() -> None:
    plan = WRITTEN.without(2, TODAY + 7)
    assert [each.heading for each in chapters(plan, LIBRARY)] == [Heading.PEOPLE, Heading.LINES]
    (gone,) = leaving(plan, LIBRARY)
    assert (gone.whole, gone.goes) == (SIGN.reveal(), "18 October 2026")
    assert told(plan, Heading.SAFER, LIBRARY).lines == []


def test_a_line_is_one_line_and_no_longer_than_it_may_be() -> None:
    assert line_of(" two\r\nlines ") == Words("two lines")
    assert line_of(" \n") is None
    long = line_of("a" * (LONGEST_LINE + 1))
    assert long is not None and len(long.reveal()) == LONGEST_LINE
