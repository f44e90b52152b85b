"""Fixtures: the library as it is shipped, read once, and somebody at the three doors."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.domain.shelf import Shelf

settings.register_profile("calm", derandomize=True, deadline=None, max_examples=100, database=None)
settings.load_profile("calm")
# A browser that a journey has opened leaves its event loop in this thread; tests of tables that come after it in the
# same process would be refused by the framework, although nothing runs beside them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def library() -> FileLibrary:
    """The content that is shipped."""
    return FileLibrary()


@pytest.fixture(scope="session")
def shelf(library: FileLibrary) -> Shelf:
    """Every practice that is shipped."""
    return library.shelf


@pytest.fixture
def person(shelf: Shelf) -> Person:
    """Somebody at the three doors, of whom nothing is known."""
    return Person(shelf)
