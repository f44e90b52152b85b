"""A page to print, whole in one file: it asks for nothing from anywhere, and no script of anybody's runs in it.

Words are text and nothing else. Each line finds its own direction, and none can turn that of the next.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from unforced.domain.handover import Handover, Item

STYLE = Path(__file__).with_name("page.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(sheet: Handover) -> str:
    """The page."""
    chapters = "".join(
        f"<section>\n<h2>{escape(chapter.title)}</h2>\n<ul>\n{''.join(map(_line, chapter.items))}</ul>\n</section>\n"
        for chapter in sheet.chapters
    )
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{escape(sheet.lead)}</h1>\n<p>{escape(sheet.day)}</p>\n{chapters}</main>\n</body>\n</html>\n"
    )


def _line(item: Item) -> str:
    label = f'<span class="label" dir="auto">{escape(item.label)}</span>\n' if item.label else ""
    more = "".join(f'<span class="more" dir="auto">{escape(line)}</span>\n' for line in item.lines)
    return f'<li>\n{label}<span class="head" dir="auto">{escape(item.head)}</span>\n{more}</li>\n'
