"""The guide's instruments: lines of JSON in, lines of JSON out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from unforced.app.next_step import as_table, situation_from
from unforced.domain.errors import UnforcedError, UnusableAnswerError
from unforced.domain.guide import guide
from unforced.domain.screening import screen
from unforced.ports import Library
from unforced.proof.enumerate import enumerate_all

LONGEST_LINE = 1_000_000


def print_next(library: Library, lines: Iterable[bytes]) -> None:
    """One line of guidance for each line of answers; a line that can't be used says why, and the next goes on."""
    shelf = library.shelf
    for line in lines:
        try:
            print(json.dumps(as_table(guide(situation_from(_table(line)), shelf))), flush=True)
        except UnforcedError as error:
            print(json.dumps({"error": str(error)}), flush=True)


def print_screened(library: Library, lines: Iterable[bytes]) -> None:
    """``{"id", "text"}`` a line in; ``{"id", "concern": "none|tender|urgent", "because": [rule, …]}`` a line out."""
    for line in lines:
        try:
            print(json.dumps(_screened(_table(line), library)), flush=True)
        except UnforcedError as error:
            print(json.dumps({"error": str(error)}), flush=True)


def _screened(table: object, library: Library) -> dict[str, object]:
    if not isinstance(table, dict) or not isinstance(table.get("text"), str):
        raise UnusableAnswerError("text", "a JSON object with id and text")
    heard = screen(table["text"], library.rules)
    return {"id": table.get("id"), "concern": heard.concern.word, "because": list(heard.because)}


def _table(line: bytes) -> object:
    if len(line) > LONGEST_LINE:
        raise UnusableAnswerError("line", "at most a million bytes")
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise UnusableAnswerError("line", "one JSON object in UTF-8") from None


def print_enumeration(library: Library, as_json: bool, tenth: bool) -> int:
    """The proof's result; exit code 1 where an invariant broke or a control was missed."""
    result = enumerate_all(library, share=10 if tenth else 1)
    if as_json:
        print(json.dumps(result))
    else:
        print(f"{result['visited']:,} combinations and {result['sequences']:,} sequences")
        print(f"{len(result['broken'])} broken")
        for broken in result["broken"]:
            print(f"  {broken}")
        for name, caught in result["controls"].items():
            print(f"  control {name}: {'caught' if caught else 'MISSED'}")
    return 0 if not result["broken"] and all(result["controls"].values()) else 1
