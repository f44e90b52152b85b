"""Nothing flashes: no movement repeats by itself, and what moves changes size once, evenly.

Reads the styles and scripts as they ship. It shows what they ask for; no instrument measured a screen (WCAG 2.3.1).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent.parent / "src" / "unforced" / "web" / "static"
FLASHING = re.compile(r"@keyframes|animation-iteration-count|infinite|iterations\s*:|\bsteps\(|\bblink\b")
MOVING = {
    "js/player/stage.js",  # the shape of a breath and the line of its time
    "js/player/listening.js",  # the line of a silent clock
}


def flashing(text: str) -> list[str]:
    """What could make something flash."""
    return FLASHING.findall(text)


def test_no_style_and_no_script_ever_repeats_a_movement() -> None:
    shipped = [path for kind in ("css", "js") for path in (STATIC / kind).rglob(f"*.{kind}")]
    assert len(shipped) > 10
    assert {str(path): flashing(path.read_text("utf-8")) for path in shipped if flashing(path.read_text("utf-8"))} == {}


def test_only_what_carries_time_moves() -> None:
    moving = {
        str(path.relative_to(STATIC))
        for path in (STATIC / "js").rglob("*.js")
        if ".animate(" in path.read_text("utf-8")
    }
    assert moving == MOVING


@pytest.mark.parametrize(
    "text",
    ["@keyframes pulse {}", "x.animate(y, { iterations: Infinity })", "animation: a 100ms infinite", "steps(2)"],
)
def test_the_control_something_that_flashed_would_be_found(text: str) -> None:
    assert flashing(text)
