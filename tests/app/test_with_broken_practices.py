"""One of the practice files is damaged: Help still works, Stop still works, and the rest says so."""

from __future__ import annotations

from typing import cast

import pytest

from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.errors import BrokenContentError
from unforced.domain.visit import Deed, Phase, Reply
from unforced.ports import Library


class Broken:
    """A library whose practices can't be read."""

    def __init__(self, whole: FileLibrary) -> None:
        self._whole = whole

    def __getattr__(self, name: str) -> object:
        if name == "shelf":
            raise BrokenContentError("moment/torn.toml", "no seconds")
        return getattr(self._whole, name)


@pytest.fixture
def broken(library: FileLibrary) -> Library:
    return cast(Library, Broken(library))


def test_help_is_there_all_the_same_without_the_practice_that_stands_on_it(person: Person, broken: Library) -> None:
    visit = respond(person.visit, Reply(Deed.HELP), broken)
    view = show(visit, broken, "GB")
    assert visit.phase is Phase.HELP
    assert view.reach is not None and view.reach.number.link == "999"
    assert not [choice for choice in view.choices if choice.reply.deed is Deed.TAKE]


def test_stopping_works_and_everything_else_says_what_is_so(person: Person, broken: Library) -> None:
    assert respond(person.visit, Reply(Deed.STOP), broken).phase is Phase.CLOSED
    with pytest.raises(BrokenContentError, match="torn"):
        respond(person.visit, Reply(Deed.OPEN_DOOR, "settle"), broken)
