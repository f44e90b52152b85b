"""The same places for every suite about the vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import PLACES, Place, living_at


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Every store of the port, in turn."""
    with living_at(request.param, tmp_path) as here:
        yield here
