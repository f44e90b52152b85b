"""A reader that answers unknown: the chips stand in their plain order."""

from __future__ import annotations

from unforced.domain.resistance import Kind
from unforced.domain.words import Words


class SilentReader:
    """Reads nothing and claims nothing."""

    def read(self, words: Words) -> tuple[Kind, ...]:
        """Unknown."""
        return ()
