"""Reading content in a terminal: findings, practices, and the pages on why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from unforced.cli.paper import Paper
from unforced.cli.tools import Tools
from unforced.domain.errors import UnknownPracticeError, UnusableAnswerError
from unforced.domain.practice import Practice
from unforced.domain.timeline import LONGEST_HOLD, timeline
from unforced.ports import Library

NOT_REVIEWED = "not yet reviewed by a clinician"


def print_findings(library: Library, as_json: bool) -> int:
    """Every finding with its file and line; exit code 1 where there is one."""
    findings = library.findings()
    if as_json:
        print(json.dumps([finding._asdict() for finding in findings]))
    else:
        for finding in findings:
            print(f"{finding.file}:{finding.line}: {finding.finding}")
        print("Nothing found." if not findings else f"{len(findings)} found.")
    return 1 if findings else 0


def print_practices(library: Library, as_json: bool) -> None:
    """Every practice, a line each."""
    practices = list(library.shelf)
    if as_json:
        print(json.dumps([_summary(practice) for practice in practices]))
        return
    for practice in practices:
        print(f"{practice.id:<40} {practice.seconds:>4} s  {practice.direction:<8} {practice.title}")


def _summary(practice: Practice) -> dict[str, Any]:
    return {
        "id": practice.id,
        "family": str(practice.family),
        "direction": str(practice.direction),
        "seconds": practice.seconds,
        "title": practice.title,
    }


def print_practice(library: Library, practice_id: str, as_json: bool) -> None:
    """One practice with everything there is to know about it."""
    practice = library.shelf.get(practice_id)
    if as_json:
        print(json.dumps(_whole(practice)))
        return
    paper = Paper()
    paper.line(practice.title)
    paper.line(practice.invitation)
    paper.gap()
    for cue in practice.cues:
        paper.entry(f"{cue.seconds:>3} s  ", cue.text)
    paper.gap()
    for text in (practice.skip, f"Harder: {practice.worse}", f"Nothing changed: {practice.same}"):
        if text:
            paper.line(text)
    paper.hint(f"Sources: {'; '.join(practice.sources)}")
    paper.hint(practice.reviewed_by or NOT_REVIEWED)


def _whole(practice: Practice) -> dict[str, Any]:
    return {
        **_summary(practice),
        "invitation": practice.invitation,
        "needs": sorted(practice.needs),
        "skip": practice.skip,
        "twin": practice.twin,
        "worse": practice.worse,
        "same": practice.same,
        "phrase": practice.phrase,
        "rung": practice.rung if practice.rung >= 0 else None,
        "hold": practice.hold,
        "picked_only": practice.picked_only,
        "only_in": sorted(practice.only_in),
        "not_in": sorted(practice.not_in),
        "cues": [
            {"seconds": cue.seconds, "phase": cue.phase, "text": cue.text, "voice": cue.voice, "tone": cue.tone}
            for cue in practice.cues
        ],
        "sources": list(practice.sources),
        "reviewed_by": practice.reviewed_by,
        "review": practice.reviewed_by or NOT_REVIEWED,
    }


def print_timeline(library: Library, practice_id: str, hold: str, as_json: bool) -> None:
    """A practice in time. UnknownPracticeError, and UnusableAnswerError for a hold that isn't 0 to 4."""
    if hold and not (hold.isascii() and hold.isdigit()):
        raise UnusableAnswerError("hold", f"a number from 0 to {LONGEST_HOLD}")
    found = timeline(library.shelf.get(practice_id), int(hold[:3]) if hold else None)
    if as_json:
        cues = [beat._asdict() for beat in found.beats]
        print(json.dumps({"id": found.id, "seconds": found.seconds, "cues": cues}))
        return
    paper = Paper()
    for beat in found.beats:
        paper.entry(f"{beat.at:>4} s  {beat.seconds:>3} s  ", beat.text)
    paper.hint(f"{found.seconds} s")


def print_why(library: Library, name: str) -> None:
    """One page, or the list of pages."""
    pages = library.why()
    paper = Paper()
    if name and name not in pages:
        raise UnknownPracticeError("the pages are: " + ", ".join(pages))
    for page, text in pages.items():
        if name == page:
            for line in text.splitlines():
                paper.line(line.removeprefix("# ")) if line else paper.gap()
        elif not name:
            paper.line(f"unforced why {page}")
            paper.hint(text.splitlines()[0].removeprefix("# "))


def print_where(tools: Tools) -> None:
    """Where the program, its content and the home folder lie, and what is in the home folder."""
    print(f"program  {Path(__file__).parent.parent}")
    print(f"content  {tools.content}")
    print(f"home     {tools.home} ({_held(tools.home)})")
    print("A visit is in the program's memory while it lasts. What isn't kept is forgotten when it ends.")


def _held(home: Path) -> str:
    from unforced.cli.place import files_of, vault_of  # noqa: PLC0415

    if not home.exists():
        return "not made, since nothing is kept"
    return f"a sealed vault: {vault_of(home)}" if files_of(home) else "nothing is kept in it"
