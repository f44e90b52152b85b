"""The bench of faults itself, at a very small size: its figures hold, and each of its controls fails.

Each fault runs in a process of its own, since it forks and kills.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
SIZES = {
    "kills": 40,
    "passphrase": 15,
    "migration": 14,
    "full_disk": 3,
    "tabs": 12,
    "forgotten": 6,
    "canaries": 40,
    "speed": 200,
}
ASK = "import json; from bench.faults.{0} import measure; print('\\n' + json.dumps(measure({1})._asdict()))"
pytestmark = pytest.mark.slow


@cache
def brought_about(fault: str) -> dict[str, Any]:
    """What a fault led to."""
    command = [sys.executable, "-c", ASK.format(fault, SIZES[fault])]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def figures(fault: str) -> dict[str, Any]:
    """What was counted."""
    counted = brought_about(fault)["figures"]
    assert isinstance(counted, dict)
    return counted


@pytest.mark.parametrize("fault", SIZES)
def test_what_must_hold_does(fault: str) -> None:
    assert brought_about(fault)["holds"], brought_about(fault)


@pytest.mark.parametrize("fault", SIZES)
def test_the_control_fails(fault: str) -> None:
    assert brought_about(fault)["control_fails"], brought_about(fault)


def test_a_kill_loses_nothing_that_was_acknowledged() -> None:
    counted = figures("kills")
    assert counted["acknowledged"] > 0 and counted["killed with a page in hand"] > 0
    assert (counted["acknowledged and lost"], counted["half"]) == (0, 0)


def test_the_old_or_the_new_passphrase_opens_and_the_code_does() -> None:
    counted = figures("passphrase")
    assert counted["old one opens"] + counted["new one opens"] == SIZES["passphrase"]
    assert counted["a copy was unlocked"] == counted["recovery code opens"] == SIZES["passphrase"]
    assert counted["neither old nor new"] == 0


def test_an_upgrade_that_was_killed_is_the_old_file_or_the_new_one() -> None:
    counted = figures("migration")
    assert counted["half"] == 0
    assert counted["old"] + counted["new"] == counted["at the new version when tried again"] == SIZES["migration"]


def test_a_full_disk_takes_nothing_away() -> None:
    counted = figures("full_disk")
    assert counted["acknowledged"] > 0 and counted["acknowledged and lost"] == 0
    assert counted["text in hand unchanged"] == counted["writing resumed"] == SIZES["full_disk"]


def test_three_tabs_lose_no_piece() -> None:
    counted = figures("tabs")
    assert (counted["pieces"], counted["pieces lost"]) == (3 * SIZES["tabs"], 0)


def test_what_was_forgotten_is_in_no_file() -> None:
    counted = figures("forgotten")
    assert counted["found of those forgotten now"] == counted["found of those forgotten seven days ago"] == 0


def test_no_canary_can_be_read_in_any_file_or_dump() -> None:
    counted = figures("canaries")
    assert (counted["canaries found"], counted["code or keys found"]) == (0, 0)
    assert counted["pages, all opening after the fall"] == SIZES["canaries"] // 4
