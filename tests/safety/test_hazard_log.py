"""The hazard log in SAFETY.md names a real test for each hazard.

Promise: reads the table and the tests as text; a name in a comment or a string is no test. Whether a test is a good one
is for a reader to judge.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
SAFETY = ROOT / "SAFETY.md"
LEAST = 30
NAMED = re.compile(r"`(?P<path>[^`:]+\.py)::(?P<name>\w+(?:::\w+)?)`")
NOBODY = "nobody clinical yet"
DATED = re.compile(r".+, \d{4}-\d\d-\d\d$")  # somebody, and the day


class Hazard(NamedTuple):
    """One row: what could hurt somebody, how it could come, what is done, which tests show it, who has looked at it."""

    hazard: str
    cause: str
    control: str
    tests: tuple[tuple[str, str], ...]
    reviewed: str


def hazards(text: str) -> list[Hazard]:
    """The rows of the table under *Hazards*."""
    section = text.partition("\n## Hazards\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in section.splitlines() if "|" in line
    ]
    return [
        Hazard(row[0], row[1], row[2], tuple((each["path"], each["name"]) for each in NAMED.finditer(row[3])), row[4])
        for row in rows[2:]
    ]


@cache
def named_in(path: str) -> frozenset[str]:
    """The tests of a file, by name; none where there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    body = ast.parse(file.read_text("utf-8")).body
    groups = [("", body)] + [
        (f"{group.name}::", group.body)
        for group in body
        if isinstance(group, ast.ClassDef) and group.name.startswith("Test")
    ]
    return frozenset(
        start + node.name
        for start, nodes in groups
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )


def wrong(text: str) -> list[str]:
    """What the log leaves open or claims."""
    log = hazards(text)
    names = [each.hazard for each in log]
    found = [f"{name}: twice" for name in names if names.count(name) > 1]
    for each in log:
        if not (each.hazard and each.cause and each.control):
            found.append(f"{each.hazard}: something is empty")
        if not each.tests:
            found.append(f"{each.hazard}: no test")
        if each.reviewed != NOBODY and not DATED.match(each.reviewed):
            found.append(f"{each.hazard}: reviewed by whom, and when?")
        found += [f"{path}::{name} is no test" for path, name in each.tests if name not in named_in(path)]
    return found


def test_every_hazard_has_a_test_that_exists() -> None:
    assert wrong(SAFETY.read_text("utf-8")) == []


def test_there_are_thirty_hazards_and_more() -> None:
    assert len(hazards(SAFETY.read_text("utf-8"))) >= LEAST


def log_of(row: str) -> str:
    """A log with this row in it."""
    return f"# Safety\n\n## Hazards\n\n| hazard | cause | done | test | by |\n|---|---|---|---|---|\n{row}\n\n## More"


HERE = "`tests/safety/test_hazard_log.py::test_every_hazard_has_a_test_that_exists`"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (f"| a | b | c | {HERE} | nobody clinical yet |", []),
        (f"| a | b | c | {HERE} | a clinician, 2027-01-31 |", []),
        ("| a | b | c | `tests/safety/test_hazard_log.py::test_no_such` | nobody clinical yet |", ["tests/safety/test_hazard_log.py::test_no_such is no test"]),  # noqa: E501
        ("| a | b | c | `tests/safety/test_gone.py::test_it` | nobody clinical yet |", ["tests/safety/test_gone.py::test_it is no test"]),  # noqa: E501
        ("| a | b | c | `tests/safety/test_hazard_log.py::log_of` | nobody clinical yet |", ["tests/safety/test_hazard_log.py::log_of is no test"]),  # noqa: E501
        ("| a | b | c | by looking | nobody clinical yet |", ["a: no test"]),
        (f"| a | b | | {HERE} | nobody clinical yet |", ["a: something is empty"]),
        (f"| a | b | c | {HERE} | fine |", ["a: reviewed by whom, and when?"]),
        (f"| a | b | c | {HERE} | nobody clinical yet |\n" * 2, ["a: twice", "a: twice"]),
    ],
    ids=["whole", "reviewed", "no_such_test", "no_such_file", "no_test_at_all", "no_name", "empty", "undated", "twice"],
)  # fmt: skip
def test_the_control_a_log_that_claims_too_much_is_found(row: str, says: list[str]) -> None:
    assert wrong(log_of(row)) == says
