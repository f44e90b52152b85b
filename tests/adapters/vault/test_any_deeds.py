"""Whatever somebody does, in whatever order: the vault holds what a plain dictionary would hold."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.adapters.vault.keeping import DAY, MINE, NEXT, PLACES, WRONG, Place, close
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import AlreadyKeptError, KeyDoesNotFitError, NothingKeptError
from unforced.domain.page import Document, Page, Standing
from unforced.domain.passphrase import Passphrase

DOCUMENTS = st.dictionaries(
    st.text(max_size=5).filter(lambda name: name != "copy_of"),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)
WHICH = st.integers(0, 2**16)


class AnyDeeds(RuleBasedStateMachine):
    """A person, and the dictionary that they are compared with. The vault is open between two deeds."""

    where = "in_memory"

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.place: Place = PLACES[self.where](Path(self.folder.name))
        self.passphrase: Passphrase = MINE
        self.pages: dict[str, tuple[int, Document]] = {}
        self.leaving: dict[str, tuple[int, Document, int]] = {}

    def teardown(self) -> None:
        if isinstance(self.place.store, TableStore):
            close(self.place.store.path)
        self.folder.cleanup()

    @initialize()
    def begins(self) -> None:
        self.vault = self.place.begun()
        self.passphrase = MINE

    def one_of(self, which: int, of: dict[str, Any]) -> str:
        return sorted(of)[which % len(of)]

    def known(self) -> dict[str, Any]:
        return {**self.pages, **self.leaving}

    # Keeping

    @rule(document=DOCUMENTS)
    def keeps_a_new_page(self, document: Document) -> None:
        page, copied = self.vault.inside.keep(Page("", 0, document))
        assert not copied and page.revision == 1 and page.id not in self.known()
        self.pages[page.id] = (1, document)

    @precondition(lambda self: self.pages)
    @rule(which=WHICH, document=DOCUMENTS)
    def keeps_a_page_again(self, which: int, document: Document) -> None:
        name = self.one_of(which, self.pages)
        revision = self.pages[name][0]
        assert self.vault.inside.keep(Page(name, revision, document)) == (Page(name, revision + 1, document), False)
        self.pages[name] = (revision + 1, document)

    @precondition(lambda self: self.pages)
    @rule(which=WHICH, off=st.integers(-3, 3).filter(bool), document=DOCUMENTS)
    def keeps_a_page_that_somebody_else_kept(self, which: int, off: int, document: Document) -> None:
        name = self.one_of(which, self.pages)
        page, copied = self.vault.inside.keep(Page(name, max(0, self.pages[name][0] + off), document))
        assert copied and page.id not in self.known()
        self.pages[page.id] = (1, {**document, "copy_of": name})

    @precondition(lambda self: self.leaving)
    @rule(which=WHICH)
    def cannot_keep_what_was_forgotten(self, which: int) -> None:
        name = self.one_of(which, self.leaving)
        with pytest.raises(NothingKeptError):
            self.vault.inside.keep(Page(name, self.leaving[name][0], {}))

    # Forgetting

    @precondition(lambda self: self.known())
    @rule(which=WHICH)
    def forgets(self, which: int) -> None:
        name = self.one_of(which, self.known())
        day = self.vault.inside.forget(name)
        before = self.leaving.get(name)  # forgotten already: its day stays
        assert day == (before[2] if before else self.vault.today() + 7)
        revision, document = self.known()[name][:2]
        self.pages.pop(name, None)
        self.leaving[name] = (revision, document, day)

    @precondition(lambda self: self.known())
    @rule(which=WHICH)
    def takes_back(self, which: int) -> None:
        name = self.one_of(which, self.known())
        self.vault.inside.take_back(name)
        self.pages[name] = self.known()[name][:2]
        self.leaving.pop(name, None)

    @precondition(lambda self: self.known())
    @rule(which=WHICH)
    def forgets_now(self, which: int) -> None:
        name = self.one_of(which, self.known())
        self.vault.inside.forget_now(name)
        self.pages.pop(name, None)
        self.leaving.pop(name, None)

    @rule(days=st.integers(1, 8), open_meanwhile=st.booleans())
    def days_go_by(self, days: int, open_meanwhile: bool) -> None:
        self.place.now += days * DAY
        if not open_meanwhile:
            self.vault = self.place.vault()
        self.vault.sweep()
        if not open_meanwhile:
            self.vault.unlock(self.passphrase)
        today = self.vault.today()
        self.leaving = {name: entry for name, entry in self.leaving.items() if entry[2] > today}

    @rule()
    def forgets_everything_and_begins_anew(self) -> None:
        self.vault.forget_everything()
        assert self.vault.standing() is Standing.ABSENT
        self.pages, self.leaving = {}, {}
        self.begins()

    # Keys

    @rule(wrong=st.booleans())
    def locks_and_unlocks(self, wrong: bool) -> None:
        self.vault.lock()
        assert self.vault.standing() is Standing.LOCKED
        if wrong:
            with pytest.raises(KeyDoesNotFitError):
                self.vault.unlock(WRONG)
        self.vault.unlock(self.passphrase)

    @rule(by_code=st.booleans())
    def has_another_passphrase(self, by_code: bool) -> None:
        old, self.passphrase = self.passphrase, NEXT if self.passphrase == MINE else MINE
        if by_code:
            self.vault.recover(self.place.code, self.passphrase)
        else:
            self.vault.change_passphrase(old, self.passphrase)
        with pytest.raises(KeyDoesNotFitError):
            self.place.vault().unlock(old)

    @rule()
    def begins_the_program_again(self) -> None:
        self.vault = self.place.unlocked(self.passphrase)

    @rule(by_code=st.booleans())
    def takes_home_and_brings_back(self, by_code: bool) -> None:
        file, secret = self.vault.inside.take_home(), self.place.code if by_code else self.passphrase
        assert held(self.vault.look_into(file, secret).pages) == self.pages
        with pytest.raises(AlreadyKeptError):
            self.vault.adopt(file, secret)
        self.vault.forget_everything()
        self.vault = self.place.vault()
        self.vault.adopt(file, secret)
        self.leaving = {}

    @rule()
    def mends_what_is_whole(self) -> None:
        self.vault.inside.mend()
        self.pages |= {name: (revision, document) for name, (revision, document, _) in self.leaving.items()}
        self.leaving = {}

    # What holds after each

    @invariant()
    def everything_is_as_it_would_be_in_a_dictionary(self) -> None:
        found = self.vault.inside.open_all()
        assert found.damaged == ()
        assert held(found.pages) == self.pages
        assert {page.id: (page.revision, page.document, day) for page, day in found.leaving} == self.leaving
        for name in [*self.known()][:3]:
            assert self.vault.inside.open(name).document == self.known()[name][1]


def held(pages: tuple[Page, ...]) -> dict[str, tuple[int, Document]]:
    """Pages as the dictionary holds them."""
    return {page.id: (page.revision, page.document) for page in pages}


class InTables(AnyDeeds):
    """The same person over a file."""

    where = "in_tables"


@pytest.mark.slow
@pytest.mark.parametrize(("person", "examples", "steps"), [(AnyDeeds, 100, 30), (InTables, 20, 20)])
def test_whatever_somebody_does_the_vault_never_differs_from_a_dictionary(
    person: type[AnyDeeds], examples: int, steps: int
) -> None:
    run_state_machine_as_test(
        person,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


class Unnoticed(AnyDeeds):
    """A dictionary that isn't told of a page that was kept."""

    @rule()
    def keeps_a_page_on_the_quiet(self) -> None:
        self.vault.inside.keep(Page("", 0, {}))


def test_the_control_a_page_that_the_dictionary_does_not_hold_is_a_difference() -> None:
    few = settings(
        max_examples=20,
        stateful_step_count=10,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate,),
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Unnoticed, settings=few)
