"""What a reader costs: time and memory in a process of its own, and what the extra adds on a disk."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from bench.reading.rows import SHORT, Row

ROOT = Path(__file__).parents[2]
MOST = 200  # short sentences


def alone(name: str, folder: Path, found: list[Row]) -> dict[str, float]:
    """The figures of bench/reading/alone.py for one reader."""
    texts = [row.text for row in found if len(row.text.split()) <= SHORT][:MOST]
    command = [sys.executable, "-m", "bench.reading.alone", name, str(folder)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=ROOT)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def installed_mb(extra: str = "reading") -> dict[str, float]:
    """What each package of an extra adds to the program's own, in MB; none where one of them isn't installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    try:
        own = _with_theirs(project["dependencies"])
        added = _with_theirs(project["optional-dependencies"][extra]) - own
        return {name: _size(name) / 1e6 for name in sorted(added)}
    except PackageNotFoundError:
        return {}


def weights_mb(folder: Path) -> float:
    """What the model's own files take inside the package, in MB."""
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) / 1e6


def _with_theirs(wanted: list[str]) -> set[str]:
    """The packages wanted, and what those want in turn."""
    found: set[str] = set()
    open_ones = list(wanted)
    while open_ones:
        each = Requirement(open_ones.pop())
        name = re.sub(r"[-_.]+", "-", each.name).lower()
        if name not in found and (not each.marker or each.marker.evaluate({"extra": ""})):
            found.add(name)
            open_ones += distribution(name).requires or []
    return found


def _size(name: str) -> int:
    places = (Path(str(file.locate())) for file in distribution(name).files or ())
    return sum(place.stat().st_size for place in places if place.is_file())
