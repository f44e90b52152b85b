"""Text stands out at least 7 to 1 and controls at least 3 to 1, in both themes, reckoned from the tokens."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "src/unforced/web/static/css/tokens.css").read_text("utf-8")
COLOUR = re.compile(r"--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")
LIGHT, DARK = (
    {found[1]: tuple(map(float, found.groups()[1:])) for found in COLOUR.finditer(part)}
    for part in TOKENS.split("@media")
)
THEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}
TEXT = [
    (text, ground)
    for text in ("ink", "quiet", "help")
    for ground in ("paper", "sheet", "chosen-wash")
    if (text, ground) != ("help", "chosen-wash")
]
CONTROLS = [
    ("line", "paper"),
    ("line", "sheet"),
    ("chosen", "paper"),
    ("on-chosen", "chosen"),
    ("ring", "paper"),
    ("ring", "sheet"),
]


def luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance of an OKLCH colour (Björn Ottosson's matrices; WCAG 2.2's weights), 0 to 1."""
    light, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    clamped = [min(1.0, max(0.0, part)) for part in (red, green, blue)]
    return 0.2126 * clamped[0] + 0.7152 * clamped[1] + 0.0722 * clamped[2]


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG contrast, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text(theme: str, text: str, ground: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens[text], tokens[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("control", "ground"), CONTROLS)
def test_controls(theme: str, control: str, ground: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens[control], tokens[ground]) >= 3


def test_the_reckoning_knows_black_from_white_and_would_see_a_faint_grey() -> None:
    assert contrast((0, 0, 0), (1, 0, 0)) == pytest.approx(21, abs=0.01)
    assert contrast((0.7, 0, 0), (1, 0, 0)) < 3
