"""Somebody alone in front of the terminal's screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.cli.alone import Alone
from unforced.adapters.library import FileLibrary


@pytest.fixture
def alone(library: FileLibrary) -> Alone:
    """Somebody whose vault is locked."""
    return Alone(library, in_memory(Path()))
