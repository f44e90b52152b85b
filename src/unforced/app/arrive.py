"""Arriving: a new visit, with nothing asked and nothing kept."""

from __future__ import annotations

from unforced.domain.visit import Visit


def arrive() -> Visit:
    """A fresh visit at the three doors."""
    return Visit()
