"""A page on why: its title, a few plain paragraphs, and what it stands on.

Its manners: at most 90 words between title and sources, and sources are named. A clinician's review is said where there
is one, and so is that there is none.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.content.finding import Finding, Source

LONGEST = 90
"""Words between the title and the sources."""
SOURCES = "Sources:"
REVIEW = ("Reviewed by", "Not yet reviewed")


class Why(NamedTuple):
    """One page. ``footnotes``: its sources, and who reviewed it."""

    title: str
    paragraphs: tuple[str, ...]
    footnotes: tuple[str, ...]


def why_of(text: str) -> Why:
    """The page of a text: ``# title``, paragraphs with empty lines between, sources, review."""
    title, _, body = text.partition("\n")
    parts = [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
    notes = tuple(part for part in parts if part.startswith((SOURCES, *REVIEW)))
    return Why(title.removeprefix("# ").strip(), tuple(part for part in parts if part not in notes), notes)


def check_why(source: Source) -> list[Finding]:
    """What is wrong with a page: too many words, no title, no sources, nothing on its review."""
    page = why_of(source.text)
    words = sum(len(paragraph.split()) for paragraph in page.paragraphs)
    findings = []
    if not source.text.startswith("# "):
        findings.append(Finding(source.file, 1, "a page begins with its title, as in # When …"))
    if not page.paragraphs or words > LONGEST:
        findings.append(Finding(source.file, 3, f"a page has 1 to {LONGEST} words, this one {words}"))
    if not any(note.removeprefix(SOURCES).strip() for note in page.footnotes if note.startswith(SOURCES)):
        findings.append(Finding(source.file, 1, f"a page names its sources in a paragraph beginning {SOURCES}"))
    if not any(note.startswith(REVIEW) for note in page.footnotes):
        findings.append(Finding(source.file, 1, "a page says who reviewed it, or that nobody has yet"))
    return findings
