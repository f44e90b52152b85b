"""The proof by walking: every screen can be left and helps, and no sentence says what is never said."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.memory_library import MemoryLibrary
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.visit import Deed, Phase, Visit
from unforced.ports import Library
from unforced.proof.controls import SAID, run_controls
from unforced.proof.enumerate import enumerate_all
from unforced.proof.walking import check_screens, check_sentences, visits


def test_every_screen_on_the_way_has_stop_nothing_and_help_and_can_be_left(library: FileLibrary) -> None:
    seen, broken = check_screens(library, 20)
    assert seen > 200
    assert broken == []


def test_the_walk_is_the_same_each_time_and_another_with_another_seed(library: FileLibrary) -> None:
    first, again, other = (list(visits(library, 2, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert {visit.phase for visit in first} > {Phase.DOORS, Phase.OFFERS}


@pytest.mark.slow
def test_the_walk_comes_to_every_kind_of_screen(library: FileLibrary) -> None:
    """guide.md §8: 1 and 16 hold by walking every screen; the ask and the two sides are screens too."""
    assert {visit.phase for visit in visits(library, 300)} == set(Phase)


@pytest.mark.parametrize("missing", [Deed.STOP, Deed.NOTHING, Deed.HELP, Deed.SOMETHING_ELSE])
def test_a_screen_without_a_way_out_is_always_caught(library: FileLibrary, missing: Deed) -> None:
    def without(visit: Visit, library: Library) -> View:
        view = show(visit, library)
        return view._replace(controls=tuple(c for c in view.controls if c.reply.deed is not missing))

    assert any(line.startswith("1:") and missing in line for line in check_screens(library, 2, showing=without)[1])


def test_a_closing_that_asks_something_is_always_caught(library: FileLibrary) -> None:
    def asking(visit: Visit, library: Library) -> View:
        view = show(visit, library)
        return view._replace(question="Will you come back?") if visit.phase is Phase.CLOSED else view

    assert any(line.startswith("16:") for line in check_screens(library, 9, showing=asking)[1])


def test_no_sentence_says_what_is_never_said(library: FileLibrary) -> None:
    assert check_sentences(library) == []


@pytest.mark.parametrize(("invariant", "sentence"), SAID.items())
def test_a_sentence_that_is_never_said_is_always_caught_under_its_invariant(
    library: FileLibrary, invariant: str, sentence: str
) -> None:
    saying = MemoryLibrary((), {"app": {"one": sentence}}, library.rules, bans=library.bans)
    assert any(line.startswith(f"{invariant}:") for line in check_sentences(saying))


@pytest.mark.slow
def test_every_control_is_caught(library: FileLibrary) -> None:
    assert all(run_controls(library).values())


@pytest.mark.slow
def test_a_tenth_of_the_whole_proof_breaks_nothing_and_catches_every_control(library: FileLibrary) -> None:
    result = enumerate_all(library, share=10)
    assert result["visited"] >= 200_000
    assert result["sequences"] > 1_000
    assert result["broken"] == []
    assert all(result["controls"].values())
    numbered = {name.rstrip("ab") for name in result["controls"]}
    assert numbered >= {str(number) for number in range(1, 20)}
