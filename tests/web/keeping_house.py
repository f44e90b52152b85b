"""A keeper over a vault in memory, with clocks that a test moves."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.adapters.vault.keeping import MINE
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.memory_store import MemoryStore
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import FLOOR
from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.watch import Watch
from unforced.domain.visit import Deed, Reply
from unforced.web.keeper import Keeper
from unforced.web.memory import Held, Memory, Session

NIGHT = datetime(2026, 11, 1, 23, 0, tzinfo=UTC)


class Clocks:
    """Time that a test moves: awake, and asleep."""

    def __init__(self) -> None:
        self.awake = self.always = 1000.0

    def pass_by(self, seconds: float) -> None:
        """Nobody does anything for a while."""
        self.awake += seconds
        self.always += seconds

    def sleep(self, seconds: float) -> None:
        """The machine sleeps."""
        self.always += seconds


class House:
    """A keeper with a vault that is open in one browser."""

    def __init__(self, library: FileLibrary) -> None:
        self.library = library
        self.clocks = Clocks()
        self.memory = Memory(lambda: self.clocks.awake)
        self.vault = SealedVault(MemoryStore(), lambda: self.clocks.always, cost=FLOOR)
        watch = Watch(lambda: self.clocks.awake, lambda: self.clocks.always)
        self.keeper = Keeper(lambda: self.vault, self.memory, watch, lambda: NIGHT)
        assert not self.keeper.there()
        self.vault.begin(self.vault.prepare(MINE))
        self.session = self.browser()
        self.keeper.opened_by(self.session)

    def browser(self) -> Session:
        """Another browser."""
        found = self.memory.find(self.memory.begin())
        assert found is not None
        return found

    def visit(self, words: str = "it says no") -> Held:
        """A visit with something said."""
        visit = respond(arrive(), Reply(Deed.OPEN_DOOR, "says_no"), self.library)
        return Held(respond(visit, Reply(Deed.CHOOSE, ()), self.library, raw=words))

    def kept(self) -> tuple[str, Held]:
        """A visit that is kept and gone on with, by its id."""
        held = self.keeper.seal(self.visit(), self.session)
        return self.memory.keep(self.session, held), held
