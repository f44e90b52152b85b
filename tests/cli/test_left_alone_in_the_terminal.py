"""Somebody leaves an open vault alone, or the machine sleeps: it locks, and nothing they typed is lost."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from tests.adapters.vault.keeping import Place, in_memory
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.watch import IDLE, Watch
from unforced.cli.asking import Asking
from unforced.cli.keeping import Keeping
from unforced.cli.paper import Paper
from unforced.cli.past import Looking
from unforced.cli.visiting import Visiting
from unforced.cli.watched import Watched
from unforced.domain.errors import InUseError
from unforced.domain.page import Kept, Page, Standing
from unforced.ports import Inside

PASSPHRASE = "a quiet place by the sea"
Line = str | Callable[[], str]


class Alone:
    """A person in memory, with two clocks that can be set. A line may be something that happens before it is typed."""

    def __init__(self, library: FileLibrary, place: Place) -> None:
        self.awake = self.always = 1000.0
        self.place = place
        self.vault: SealedVault = place.begun()
        self.vault.lock()
        self.sheet = io.StringIO()
        self.lines: Iterator[Line] = iter(())
        self.watched = Watched(lambda: self.vault, Watch(lambda: self.awake, lambda: self.always), every=0.005)
        paper = Paper(Console(file=self.sheet, width=100, markup=False, highlight=False, emoji=False))
        self.asking = Asking(library, paper, "GB", self.typed, self.typed)
        self.asking.touched = self.watched.touch
        self.now = datetime(2026, 11, 23, 3, 12, tzinfo=UTC)

    def typed(self) -> str:
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line() if callable(line) else line

    def away(self, line: str, seconds: float = IDLE + 1) -> Callable[[], str]:
        """Nobody does anything for a while; then this is typed."""

        def after() -> str:
            self.awake += seconds
            self.always += seconds
            return self._once_locked(line)

        return after

    def slept(self, line: str, seconds: float = 60) -> Callable[[], str]:
        """The machine sleeps; this is typed before anybody looked."""

        def after() -> str:
            self.always += seconds
            return line

        return after

    def _once_locked(self, line: str) -> str:
        until = time.monotonic() + 5
        while self.vault.standing() is Standing.OPEN and time.monotonic() < until:
            time.sleep(0.002)
        assert self.vault.standing() is Standing.LOCKED
        return line

    def visit(self, *lines: Line) -> str:
        self.lines = iter(lines)
        keeping = Keeping(self.watched, self.asking, now=lambda: self.now)
        Visiting(self.asking.library, self.asking.paper, "GB", self.asking.read, keeping).run()
        return self.printed()

    def past(self, *lines: Line) -> str:
        self.lines = iter(lines)
        with suppress(EOFError):
            Looking(self.watched, self.asking, lambda: self.now).run()
        return self.printed()

    def printed(self) -> str:
        said = " ".join(self.sheet.getvalue().split())
        self.sheet.seek(0)
        self.sheet.truncate()
        return said

    def kept(self) -> list[Page]:
        self.vault.lock()
        vault = self.place.unlocked()
        return [page for page in vault.inside.open_all().pages if page.document["kind"] == "visit"]


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
    assert said.endswith("It is kept, and sealed.")


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
