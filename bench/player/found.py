"""One figure with its bound."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """What was measured, the bound, and whether it holds."""

    what: str
    value: float
    bound: str
    unit: str
    holds: bool


def at_most(what: str, value: float, most: float, unit: str) -> Found:
    """A figure that may not be larger."""
    return Found(what, round(value, 1), f"at most {most:g}", unit, value <= most)


def at_least(what: str, value: float, least: float, unit: str) -> Found:
    """A figure that may not be smaller; a control, without which the others show nothing."""
    return Found(what, round(value, 1), f"at least {least:g}", unit, value >= least)
