"""Every sentence that the program ships, and what is never said in them: for the tests of this folder.

Promise: phrases, practices, feelings, the four pages and the words about lifelines, each with its voice. A
sentence that were only in a template would not be here; another test shows that templates hold none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.app.conftest import Screen
from tests.people import Person
from unforced.adapters.library import FileLibrary
from unforced.app.view import View
from unforced.content.feelings import sentences_of_feelings
from unforced.content.finding import Source
from unforced.content.lifelines import sentences_of_lifelines
from unforced.content.manners import sentences_in, sentences_of
from unforced.domain.screening import Heard

OWN = Source("tests", "")
FILE = Path(__file__).parent / "banned_at_help.toml"


class Never(NamedTuple):
    """What is never said, by the row of VERA-MH it is about; ``only_app`` where a person may say it."""

    row: int
    what: str
    pattern: re.Pattern[str]
    catches: tuple[str, ...]
    leaves: tuple[str, ...]
    only_app: bool


class Shipped(NamedTuple):
    """A sentence as it ships, and whose it is."""

    voice: str
    text: str


def nevers() -> dict[int, Never]:
    """What is never said, by row."""
    table = tomllib.loads(FILE.read_text("utf-8"))["never"]
    return {
        each["row"]: Never(
            each["row"],
            each["what"],
            re.compile(each["pattern"], re.IGNORECASE),
            tuple(each["catches"]),
            tuple(each["leaves"]),
            each.get("only_app", False),
        )
        for each in table
    }


def everything_said(library: FileLibrary) -> Iterator[Shipped]:
    """Every sentence, in all of its tones."""
    sentences = [*sentences_in(library.phrases.all(), OWN), *sentences_of_feelings(library.feelings, OWN)]
    sentences += sentences_of_lifelines(library.every_lifeline, OWN)
    for practice in library.shelf:
        sentences += sentences_of(practice, OWN)
    for sentence in sentences:
        yield Shipped(sentence.voice, sentence.text)
    for page in library.why().values():
        yield Shipped("app", page)


def found(never: Never, sentences: Iterable[Shipped]) -> list[str]:
    """The sentences in which it is said all the same."""
    mine = (each for each in sentences if each.voice == "app" or not never.only_app)
    return [each.text for each in mine if never.pattern.search(each.text)]


def panel(screen: Screen, person: Person, heard: Heard) -> View:
    """The panel, after words of danger at the chips."""
    view = screen(person.says_no(words="…", heard=heard))
    assert view.panel
    return view
