"""The pages on why: at most ninety words each, with what they stand on, and whether anybody reviewed them."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.content.finding import Source
from unforced.content.whys import LONGEST, check_why, why_of
from unforced.domain.whys import WHYS

PAGE = "# When\n\nOne thing.\nAnother.\n\nAnd more.\n\nSources: Kelly 2009.\n\nNot yet reviewed by a clinician.\n"


def test_the_four_are_there_and_no_fifth(library: FileLibrary) -> None:
    assert set(library.why()) == set(WHYS)


@pytest.mark.parametrize("name", WHYS)
def test_each_is_read_in_ninety_words_with_its_sources(library: FileLibrary, name: str) -> None:
    page = why_of(library.why()[name])
    assert page.title
    assert 0 < sum(len(paragraph.split()) for paragraph in page.paragraphs) <= LONGEST
    assert page.footnotes[0].startswith("Sources: ")
    assert page.footnotes[-1] == "Not yet reviewed by a clinician."


def test_a_page_is_a_title_paragraphs_and_notes() -> None:
    assert why_of(PAGE) == (
        "When",
        ("One thing. Another.", "And more."),
        ("Sources: Kelly 2009.", "Not yet reviewed by a clinician."),
    )
    assert check_why(Source("why.md", PAGE)) == []


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (PAGE.removeprefix("# "), "begins with its title"),
        (PAGE.replace("And more.", "more " * 88), "this one 91"),
        (PAGE.replace("One thing.\nAnother.\n\nAnd more.\n\n", ""), "this one 0"),
        (PAGE.replace("Sources: Kelly 2009.", "Kelly 2009."), "names its sources"),
        (PAGE.replace("Sources: Kelly 2009.", "Sources:"), "names its sources"),
        (PAGE.replace("Not yet reviewed by a clinician.", ""), "reviewed it"),
    ],
)
def test_a_page_without_one_of_them_is_found(broken: str, found: str) -> None:
    assert [found in finding.finding for finding in check_why(Source("why.md", broken))] == [True]
