"""A page in docs/ whose figures a bench writes: what stands above the mark is written by hand, and stays."""

from __future__ import annotations

from pathlib import Path


def write_below(mark: str, lines: list[str], file: Path, title: str) -> None:
    """Everything from the mark on becomes these lines. ``title``: what a page that isn't there yet begins with."""
    above = file.read_text("utf-8").partition(mark)[0] if file.exists() else f"# {title}\n\n"
    file.write_text("\n".join([f"{above}{mark}", "", *lines, ""]), "utf-8")
