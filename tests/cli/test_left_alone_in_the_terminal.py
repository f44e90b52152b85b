"""Somebody leaves an open vault alone, or the machine sleeps: it locks, and nothing they typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.cli.alone import Alone
from unforced.adapters.library import FileLibrary
from unforced.domain.errors import InUseError
from unforced.domain.page import Kept, Page, Standing
from unforced.ports import Inside

PASSPHRASE = "a quiet place by the sea"


@pytest.fixture
def alone(library: FileLibrary, tmp_path: Path) -> Iterator[Alone]:
    somebody = Alone(library, in_memory(tmp_path))
    yield somebody
    somebody.watched.end()


def test_a_vault_left_alone_locks_and_the_next_turn_asks_seals_and_goes_on(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    said = alone.past(PASSPHRASE, "1", "g", "5", alone.away("1 the later words"), PASSPHRASE, "q", "k")
    assert "It locked itself. Everything kept is there." in said
    assert said.rindex("In your words: the later words") > said.index("It locked itself.")
    assert "the later words" in repr(alone.kept()[0].document)


def test_somebody_who_comes_back_to_a_machine_that_slept_finds_it_locked(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    assert "It locked itself." in alone.past(PASSPHRASE, alone.slept("1"), PASSPHRASE, "q")
    alone.vault.lock()
    assert "It locked itself." not in alone.past(PASSPHRASE, alone.slept("1", 1.0), "q"), "the control"


def test_whoever_does_not_unlock_again_goes_on_unsealed_and_is_asked_at_the_end(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    said = alone.past(PASSPHRASE, "1", "g", "5", alone.away("1 the later words"), "", "3", "3", "q", PASSPHRASE, "k")
    assert "From here on it isn't sealed. What was sealed before is kept." in said
    assert said.count("It locked itself.") == 2, "once when it was noticed, and once at the end"
    assert "the later words" in repr(alone.kept()[0].document)


def test_a_list_left_alone_is_cleared_from_the_window_and_locked(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    said = alone.past(PASSPHRASE, alone.away("1"), "")
    assert "It locked itself." in said
    assert alone.vault.standing() is Standing.LOCKED


def test_a_visit_of_a_long_night_is_not_locked_out_of_being_kept(alone: Alone) -> None:
    said = alone.visit("1", alone.slept("1 the first words"), "4", "q", alone.slept("k"), PASSPHRASE)
    assert "It is kept, and sealed." in said


def test_a_visit_forgotten_elsewhere_goes_on_and_is_tried_no_more(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    name = alone.kept()[0].id

    def forgotten() -> str:
        alone.place.unlocked().inside.forget_now(name)
        return "1 the later words"

    said = alone.past(PASSPHRASE, "1", "g", "5", forgotten, "3", "3", "q", "l")
    assert said.count("This visit was forgotten elsewhere.") == 1
    assert "Keep this visit, or let it go?" in said, "it isn't kept, so the question is the first one again"
    assert alone.kept() == []


def test_a_visit_gone_on_with_elsewhere_stands_beside_it(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    name = alone.kept()[0].id

    def elsewhere() -> str:
        inside = alone.place.unlocked().inside
        inside.keep(inside.open(name))
        return "1 the later words"

    said = alone.past(PASSPHRASE, "1", "g", "5", elsewhere, "3", "q", "k")
    assert said.count("Somebody went on with this visit elsewhere.") == 1
    assert len(alone.kept()) == 2
    assert [("the later words" in repr(page.document)) for page in alone.kept()].count(True) == 1


def test_a_turn_that_cannot_be_sealed_is_said_and_sealed_with_the_next_one(
    alone: Alone, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    refused: list[Page] = []

    def busy(_inside: Inside, page: Page) -> Kept:
        refused.append(page)
        raise InUseError("busy")

    def breaks() -> str:
        monkeypatch.setattr(type(alone.vault.inside), "keep", busy)
        return "1 the later words"

    def works() -> str:
        monkeypatch.undo()
        return "4"

    said = alone.past(PASSPHRASE, "1", "g", "5", breaks, works, "q", "k")
    assert "Another window held what is kept for too long. Nothing was lost" in said
    assert len(refused) == 1
    assert "the later words" in repr(alone.kept()[0].document)


def test_a_draft_from_the_page_is_shown_and_stays_until_words_are_sent(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    page = alone.kept()[0]
    draft = {"screen": "kinds/", "words": "half a \x1b]0;owned\x07sentence", "picks": []}
    alone.place.unlocked().inside.keep(Page(page.id, page.revision, {**page.document, "draft": draft}))
    said = alone.past(PASSPHRASE, "1", "g", "5", "q", "k")
    assert said.count("half a ]0;ownedsentence") == 2, "in the whole visit, and when it goes on"
    assert "\x1b" not in said
    assert "draft" in alone.kept()[0].document
    alone.past(PASSPHRASE, "1", "g", "1 the later words", "q", "k")
    assert "draft" not in alone.kept()[0].document


def test_what_was_about_another_night_is_asked_anew(alone: Alone) -> None:
    alone.visit("1", "1 the first words", "4", "q", "k", PASSPHRASE)
    alone.vault.lock()
    asked_anew = "Since some time has passed, what was about that moment is asked anew."
    assert asked_anew not in alone.past(PASSPHRASE, "1", "g", "q", "k")
    alone.now = alone.now.replace(day=24)
    alone.vault.lock()
    said = alone.past(PASSPHRASE, "1", "g", "q", "k")
    assert asked_anew in said
    assert "Your body right now is closest to" in said
