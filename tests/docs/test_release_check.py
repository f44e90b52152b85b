"""The check before a release: a lifeline that was checked a year ago stops it, the numbering plan stops nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scripts import build_emergency_numbers, build_lifelines, release_check

from unforced.adapters.library import FileLibrary
from unforced.content import HERE
from unforced.lifelines import FILE


@pytest.mark.parametrize(("today", "waits"), [("2026-11-22", 0), ("2027-11-21", 0), ("2027-11-22", 1)])
def test_twelve_months_after_they_were_checked_lifelines_stop_a_release(
    library: FileLibrary, capsys: pytest.CaptureFixture[str], today: str, waits: int
) -> None:
    assert release_check.check(library, today) == waits
    assert ("was due on 2027-11-22" in capsys.readouterr().out) == bool(waits)


def test_a_damaged_file_stops_a_release(tmp_path: Path) -> None:
    (tmp_path / "lifelines.json").write_text(FILE.read_text("utf-8").replace("116 123", "116 124", 1), "utf-8")
    assert release_check.check(FileLibrary(lifelines=tmp_path / "lifelines.json"), "2026-11-22") == 1


def test_a_number_that_the_plan_lacks_is_named_and_stops_nothing(
    library: FileLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release_check.check(library, "2026-11-22") == 0
    out = capsys.readouterr().out
    assert all(number in out for number in ("KR 109", "IN 14416", "BR 188", "NL 113", "PT 1411"))


def test_what_ships_is_what_the_research_gives_where_that_is_here() -> None:
    """Without the folder of data nothing can be compared; the form is checked all the same, in content."""
    try:
        rows = build_lifelines.researched()
    except SystemExit:
        pytest.skip("the folder of data isn't here")
    assert build_lifelines.text_of([build_lifelines.record_of(row) for row in rows]) == FILE.read_text("utf-8")
    shipped = json.loads((HERE / "emergency.json").read_text("utf-8"))
    assert shipped["agreed"] == build_emergency_numbers.agreed(shipped["regions"])
