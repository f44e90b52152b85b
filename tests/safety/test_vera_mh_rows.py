"""Every row of VERA-MH is tested or listed with a reason: none is left out, and none is claimed without a test."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROWS = range(4, 38)  # the rubric's own numbers, as published in 2025
FOLDER = Path(__file__).parent
LIST = FOLDER.parent.parent / "docs" / "vera-mh.md"
OWN = Path(__file__).name
TESTED = ("tested", "in part")
UNTESTED = ("not met", "doesn't apply")


def as_tested() -> str:
    """All files in which rows are tested, one after the other."""
    return "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.glob("test_vera_mh_*.py")) if path.name != OWN)


def listed(text: str) -> list[tuple[int, str, str]]:
    """Number, how it is, and why, of each row of the table."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")
    ]
    return [(int(row[0]), row[3], row[4]) for row in cells if row[0].isdigit()]


def numbered(source: str) -> set[int]:
    """The rows that stand in the names of tests."""
    names = [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    starts = [re.match(r"test_row_((?:\d\d_(?:and_)?)+)", name) for name in names]
    return {int(number) for start in starts if start for number in re.findall(r"\d\d", start[1])}


def wrong(text: str, source: str) -> list[str]:
    """What the list leaves out, says twice, or claims."""
    rows, tests = listed(text), numbered(source)
    numbers = [number for number, _, _ in rows]
    found = [f"{number}: {numbers.count(number)} times" for number in ROWS if numbers.count(number) != 1]
    found += [f"{number}: no such row" for number in {*numbers, *tests} if number not in ROWS]
    for number, how, why in rows:
        if how not in (*TESTED, *UNTESTED):
            found.append(f"{number}: {how!r}")
        if how in TESTED and number not in tests:
            found.append(f"{number}: no test")
        if how != "tested" and not why:
            found.append(f"{number}: no reason")
    return found


def test_every_row_is_tested_or_listed_with_a_reason() -> None:
    assert wrong(LIST.read_text("utf-8"), as_tested()) == []


@pytest.mark.parametrize(
    ("line", "instead", "says"),
    [
        ("| 12 | yellow | the same is not asked again and again | tested | |\n", "", "12: 0 times"),
        ("| 23 | red |", "| 22 | red |", "22: 2 times"),
        ("| not met | no sentence says it.", "| tested | no sentence says it.", "23: no test"),
        ("| 37 | yellow |", "| 38 | yellow |", "38: no such row"),
        ("| 13 | | whether the danger is imminent | doesn't apply |", "| 13 | | imminent | fine |", "13: 'fine'"),
    ],
    ids=["left_out", "twice", "claimed", "unknown", "of_no_kind"],
)
def test_the_control_a_list_that_says_otherwise_is_found(line: str, instead: str, says: str) -> None:
    text = LIST.read_text("utf-8")
    assert line in text
    assert says in wrong(text.replace(line, instead, 1), as_tested())


def test_the_control_a_row_without_its_test_is_found() -> None:
    assert "16: no test" in wrong(LIST.read_text("utf-8"), "def test_row_09_it_is_so(): ...")


def test_the_control_a_reason_that_is_missing_is_found() -> None:
    assert wrong("| 13 | | imminent | doesn't apply | |", "")[-1] == "13: no reason"
