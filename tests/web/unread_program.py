"""The program with nobody who reads: `python -m tests.web.unread_program`."""

from __future__ import annotations

from unforced import wiring
from unforced.adapters.reading.silent import SilentReader

if __name__ == "__main__":
    wiring.reading = lambda: wiring.Reading(SilentReader(), None)
    wiring.main()
