"""What a template lays out: rounds told once, real quotation marks, and templates that stay small."""

from __future__ import annotations

from pathlib import Path

import pytest

from unforced.adapters.library import FileLibrary
from unforced.domain.practice import Cue
from unforced.web.page import line_with, rounds
from unforced.web.typesetting import set_text

WEB = Path(__file__).parents[2] / "src/unforced/web"
IN, OUT, REST = Cue(4, "in", "In."), Cue(6, "out", "Out."), Cue(60, "pause", "Rest.")


def told(*cues: Cue) -> list[tuple[int, int]]:
    """Times and cues of each round."""
    return [(found.times, len(found.cues)) for found in rounds(cues)]


def test_what_repeats_is_told_once() -> None:
    assert told(*[IN, OUT] * 6) == [(6, 2)]
    assert told(*[IN, OUT] * 18, REST, *[IN, OUT] * 18) == [(18, 2), (1, 1), (18, 2)]
    assert told(IN, OUT, REST) == [(1, 1)] * 3
    assert told(IN, OUT, IN, OUT) == [(1, 1)] * 4
    assert told() == []


def test_rounds_lose_no_cue_of_any_practice(library: FileLibrary) -> None:
    for practice in library.shelf:
        cues = [cue for found in rounds(practice.cues) for _ in range(found.times) for cue in found.cues]
        assert tuple(cues) == practice.cues, practice.id


def test_a_number_is_shown_exactly_as_it_is_stored(library: FileLibrary) -> None:
    for region in library.regions():
        number = library.emergency(region)[0]
        line = line_with(f"Emergency number in {region}: {number}", {number: f"tel:{number}"})
        assert (line.link, line.href) == (number, f"tel:{number}")
        assert line.before + line.link + line.after == f"Emergency number in {region}: {number}"
    assert line_with("Nothing to dial.", {"999": "tel:999"}).href == ""


def test_quotation_marks_are_real() -> None:
    assert set_text("It's \"no\", isn't it") == "It\u2019s \u201cno\u201d, isn\u2019t it"


@pytest.mark.parametrize("path", sorted((WEB / "templates").rglob("*.html")), ids=lambda path: str(path.name))
def test_a_template_is_small_and_holds_no_sentence_script_or_style(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 80
    assert " style=" not in text
    assert "<style" not in text
    assert "|safe" not in text
    assert "autoescape" not in text
