"""What the documents show is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from scripts import build_emergency_numbers, draw_docs

from unforced.content import HERE

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", draw_docs.PAGES)
def test_a_drawing_is_what_the_tables_say_now(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == draw_docs.PAGES[name](), "run `make docs`"


@pytest.mark.slow
def test_emergency_numbers_are_those_of_libphonenumber() -> None:
    shipped = json.loads((HERE / "emergency.json").read_text("utf-8"))["regions"]
    assert shipped == build_emergency_numbers.build()


def test_no_file_reaches_for_what_is_not_the_project() -> None:
    """One path outside is named, and only by the benches and their notes."""
    outside = re.compile(r"\.\./shared(?!/data)|/work/")
    named = [
        str(path.relative_to(ROOT))
        for pattern in ("src/**/*.py", "bench/*.py", "docs/**/*.md", "*.md", "Makefile", "scripts/*.py")
        for path in ROOT.glob(pattern)
        if outside.search(path.read_text("utf-8"))
    ]
    assert named == []


def test_every_source_file_keeps_to_its_budget() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / "src").rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > 200
    }
    assert long == {}
