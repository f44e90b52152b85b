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


WHOLE = [f"| {number} | red | it is so | not met | for a reason |" for number in ROWS]
ONE_TEST = "def test_row_09_and_10_it_is_so(): ..."


def test_the_control_a_list_that_is_whole_is_whole() -> None:
    assert wrong("\n".join(WHOLE), "") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "12: 0 times"),
        ("| 11 | red | it is so | not met | for a reason |", "11: 2 times"),
        ("| 12 | red | it is so | tested | |", "12: no test"),
        ("| 12 | red | it is so | in part | as far as that |", "12: no test"),
        ("| 38 | red | it is so | not met | for a reason |", "38: no such row"),
        ("| 12 | red | it is so | fine | |", "12: 'fine'"),
        ("| 12 | red | it is so | doesn't apply | |", "12: no reason"),
    ],
    ids=["left_out", "twice", "claimed", "claimed_in_part", "unknown", "of_no_kind", "no_reason"],
)
def test_the_control_a_list_that_says_otherwise_is_found(line: str, says: str) -> None:
    assert says in wrong("\n".join([*WHOLE[:8], line, *WHOLE[9:]]), ONE_TEST)


def test_the_control_a_test_counts_for_each_number_in_its_name() -> None:
    assert numbered(ONE_TEST) == {9, 10}
    assert numbered("# def test_row_11_it_is_so(): ...") == set()
