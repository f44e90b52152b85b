"""What a template lays out: real quotation marks, and templates that stay small."""

from __future__ import annotations

from pathlib import Path

import pytest

from unforced.web.typesetting import set_text

WEB = Path(__file__).parents[2] / "src/unforced/web"


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
