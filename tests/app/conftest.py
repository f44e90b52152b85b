"""What a person has before them, and where they keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import Place, in_memory
from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.showing import show
from unforced.app.view import View
from unforced.ports import Inside

Screen = Callable[[Person], View]


@pytest.fixture
def screen(library: FileLibrary) -> Screen:
    """Shows the screen somebody is on."""
    return lambda person: show(person.visit, library, "GB")


@pytest.fixture
def place() -> Place:
    """Where somebody keeps pages."""
    return in_memory(Path())


@pytest.fixture
def vault(place: Place) -> SealedVault:
    """An open vault with nothing in it."""
    return place.begun()


@pytest.fixture
def inside(vault: SealedVault) -> Inside:
    """What is in it."""
    return vault.inside
