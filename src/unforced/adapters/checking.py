"""Checking a folder of content: every finding of every file; a broken file is one finding and never the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from unforced.content import body
from unforced.content.feelings import read_feelings, sentences_of_feelings
from unforced.content.finding import Finding
from unforced.content.form import read_practice
from unforced.content.lifelines import read_lifelines, sentences_of_lifelines
from unforced.content.manners import Ban, Sentence, check_practice, check_sentences, sentences_in, sentences_of
from unforced.content.nouns import read_nouns, sentences_of_nouns
from unforced.content.whys import check_why
from unforced.domain.errors import BrokenContentError
from unforced.domain.feelings import Feelings
from unforced.domain.lifeline import Lifelines
from unforced.domain.nouns import Nouns

if TYPE_CHECKING:
    from unforced.adapters.library import FileLibrary

PAGE_LINE = 400  # a page on why is prose: its lines are not counted as lines said


def findings_in(library: FileLibrary) -> list[Finding]:
    """Everything that is wrong, file by file."""
    bans, found = _bans(library)
    found += _collected(lambda: _nothing_from(library.rules))
    found += _collected(lambda: _nothing_from(library.emergency("GB")))
    found += _collected(lambda: _lifeline_findings(library, bans))
    found += _practice_findings(library, bans)
    found += _collected(lambda: _phrase_findings(library, bans))
    found += _collected(lambda: _feelings_findings(library, bans))
    found += _collected(lambda: _nouns_findings(library, bans))
    found += _collected(lambda: body.read_body(library.source(body.FILE))[1])
    for name in library.why_files():
        found += _collected(partial(_page_findings, library, name, bans))
    return found


def _bans(library: FileLibrary) -> tuple[tuple[Ban, ...], list[Finding]]:
    try:
        return library.bans, []
    except BrokenContentError as error:
        return (), [Finding(error.file, error.line, error.detail)]


def _collected(read: Callable[[], Iterable[Finding]]) -> list[Finding]:
    try:
        return list(read())
    except BrokenContentError as error:
        return [Finding(error.file, error.line, error.detail)]


def _nothing_from(read: object) -> list[Finding]:
    """Something that could be read; nothing to find in it here."""
    return []


def _practice_findings(library: FileLibrary, bans: tuple[Ban, ...]) -> Iterator[Finding]:
    sources = []
    for name in library.practice_files():
        try:
            sources.append(library.source(name))
        except BrokenContentError as error:
            yield Finding(error.file, error.line, error.detail)
    read = [(source, *read_practice(source)) for source in sources]
    ids = frozenset(practice.id for _, practice, _ in read if practice is not None)
    for source, practice, findings in read:
        yield from findings
        if practice is not None:
            yield from check_practice(practice, source, ids)
            yield from check_sentences(sentences_of(practice, source), bans)


def _phrase_findings(library: FileLibrary, bans: tuple[Ban, ...]) -> list[Finding]:
    phrases = library.phrases
    source = library.source(library.phrases_file)
    return check_sentences(sentences_in(phrases.all(), source), bans)


def _feelings_findings(library: FileLibrary, bans: tuple[Ban, ...]) -> list[Finding]:
    source = library.source(library.feelings_file)
    feelings, findings = read_feelings(source)
    return findings + check_sentences(sentences_of_feelings(feelings or Feelings(), source), bans)


def _nouns_findings(library: FileLibrary, bans: tuple[Ban, ...]) -> list[Finding]:
    source = library.source(library.nouns_file)
    nouns, findings = read_nouns(source)
    return findings + check_sentences(sentences_of_nouns(nouns or Nouns(), source), bans)


def _lifeline_findings(library: FileLibrary, bans: tuple[Ban, ...]) -> list[Finding]:
    source = library.lifelines_source()
    lifelines, findings = read_lifelines(source)
    return findings + check_sentences(sentences_of_lifelines(lifelines or Lifelines(), source), bans)


def _page_findings(library: FileLibrary, name: str, bans: tuple[Ban, ...]) -> list[Finding]:
    source = library.source(name)
    body = (line for line in source.text.splitlines() if line and not line.startswith("Sources:"))
    return check_why(source) + check_sentences((Sentence(source, "app", line, PAGE_LINE) for line in body), bans)
