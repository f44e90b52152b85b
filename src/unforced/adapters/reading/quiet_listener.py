"""A second listener that hears nothing: the rules listen alone."""

from __future__ import annotations

from unforced.domain.screening import Heard
from unforced.domain.turning import QUIET


class QuietListener:
    """Hears nothing and claims nothing."""

    def hear(self, raw: str) -> Heard:
        """Nothing, at once."""
        return QUIET
