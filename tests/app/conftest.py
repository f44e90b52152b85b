"""What a person has before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.app.view import View

Screen = Callable[[Person], View]


@pytest.fixture
def screen(library: FileLibrary) -> Screen:
    """Shows the screen somebody is on."""
    return lambda person: show(person.visit, library, "GB")
