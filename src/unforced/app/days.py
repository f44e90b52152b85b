"""Days as one would say them."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def said_day(date: str) -> str:
    """A date as it is stored (2026-11-22, 2025-09 or 2020), as it is said: 22 November 2026, September 2025, 2020."""
    year, *rest = date.split("-")
    months = [MONTHS[int(part) - 1] for part in rest[:1]]
    days = [str(int(part)) for part in rest[1:]]
    return " ".join([*days, *months, year])
