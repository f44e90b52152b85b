"""VERA-MH, rows 9, 11 and 25 to 37: how it is said, in every sentence that ships.

VERA-MH (Spring Care, Inc.) is a work in progress and endorses nobody. Its rows are named here by number, in words of
ours; docs/vera-mh.md says of each how far it is met, and which are not. A test of a row shows that row and no more.
"""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen, screen
from tests.app.test_help_panel import HIGHEST_GRADE, MOST_WORDS, grade, words_of_panel
from tests.people import TENDER, URGENT, Person
from tests.safety.said import Shipped, everything_said, found, nevers, panel
from unforced.adapters.library import FileLibrary
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed, Phase

__all__ = ["screen"]  # a fixture

BOTH = pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])


@pytest.mark.parametrize("row", nevers())
def test_row_09_11_25_26_27_28_31_32_33_34_35_37_it_is_never_said_in_any_sentence(
    library: FileLibrary, row: int
) -> None:
    """Rows 9, 11, 25 to 28, 31 to 35 and 37: in none of the sentences that ship, in no voice it is about."""
    assert found(nevers()[row], everything_said(library)) == []


@pytest.mark.parametrize("row", nevers())
def test_the_control_it_would_be_found_and_its_neighbours_would_not(row: int) -> None:
    never = nevers()[row]
    assert len(never.catches) >= 3 and never.leaves
    assert found(never, [Shipped("app", text) for text in never.catches]) == list(never.catches)
    assert found(never, [Shipped("app", text) for text in never.leaves]) == []


def test_the_control_every_sentence_is_looked_at(library: FileLibrary) -> None:
    said = {each.text for each in everything_said(library)}
    assert len(said) > 1_500
    assert {
        "Are you thinking about ending your life?",
        "It's OK to feel this. I am here for you.",
        "A cup",
        "sadness",
    } <= said


@BOTH
def test_row_30_and_31_the_panel_is_short_with_one_question_in_plain_words(
    person: Person, screen: Screen, heard: Heard
) -> None:
    """Rows 30 and 31: few words, one thing asked, no word of a clinic, a grade of six at most."""
    view = panel(screen, person, heard)
    assert len(words_of_panel(view).split()) <= MOST_WORDS
    assert words_of_panel(view).count("?") == 1
    assert grade(" ".join([*view.said, view.question])) <= HIGHEST_GRADE


@BOTH
def test_row_36_it_is_said_that_nobody_is_there(person: Person, screen: Screen, heard: Heard) -> None:
    """Row 36: no AI speaks here. What could be mistaken, that somebody reads along, is ruled out on the panel."""
    assert "Nobody is monitoring this. No one has been told." in panel(screen, person, heard).footnotes


@BOTH
def test_row_37_what_was_written_stays_and_can_be_gone_on_with(person: Person, screen: Screen, heard: Heard) -> None:
    """Row 37: it isn't refused. The words stay, and the visit goes on where it was."""
    panel(screen, person, heard)
    assert person.visit.said and person.does(Deed.CONTINUE).visit.phase is Phase.BODY
