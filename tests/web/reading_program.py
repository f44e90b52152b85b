"""The program with a reader that names the same two kinds always: `python -m tests.web.reading_program`."""

from __future__ import annotations

from tests.readers import Names
from unforced import wiring

if __name__ == "__main__":
    wiring.reading = lambda: wiring.Reading(Names("edge", "tense"), None)
    wiring.main()
