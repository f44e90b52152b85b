"""What has to hold of lifelines before a release: their form, how old they are, and, as a hint, the numbering plan.

    make release-check            or: python -m scripts.release_check [a day like 2027-11-22]

Form: every finding of `unforced content check` in the file of lifelines. Age: a record that was checked twelve months
ago or more stops the release. The plan: a number that libphonenumber doesn't know is named and stops nothing, since its
plan lacks real short codes (KR 109, IN 14416, BR 188, NL 113).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date

from scripts.build_lifelines import in_plan
from unforced.adapters.library import FileLibrary
from unforced.content.lifelines import DAY, read_lifelines
from unforced.domain.lifeline import Lifelines, due_on, too_old


def stale(lifelines: Lifelines, today: str) -> list[str]:
    """Every record that is too old today, in a sentence."""
    return [
        f"{line.id} was checked on {line.checked_on}; it was due on {due_on(line.checked_on)}"
        for line in lifelines.records
        if too_old(line.checked_on, today)
    ]


def outside_the_plan(lifelines: Lifelines) -> Iterator[str]:
    """Every shown number that the numbering plan doesn't know."""
    for line in lifelines.records:
        for number in (line.dial, *line.also) if line.may_be_shown else ():
            if number and not in_plan(number, line.region):
                yield f"{line.region} {number} ({line.service})"


def check(library: FileLibrary, today: str) -> int:
    """Prints what was found; 1 where a release has to wait."""
    lifelines, findings = read_lifelines(library.lifelines_source())
    for finding in findings:
        print(f"{finding.file}:{finding.line}: {finding.finding}")
    old = stale(lifelines or Lifelines(), today)
    print("\n".join([*old[:5], *([f"and {len(old) - 5} more"] if len(old) > 5 else [])]) or "No record is too old.")
    hints = list(outside_the_plan(lifelines or Lifelines()))
    print(f"A hint: the numbering plan lacks {len(hints)} numbers that are shown: {', '.join(hints) or 'none'}.")
    return 1 if findings or old else 0


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()
    if not re.fullmatch(DAY, given):
        sys.exit("A day looks like 2027-11-22.")
    sys.exit(check(FileLibrary(), given))
