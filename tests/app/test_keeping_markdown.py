"""Markdown to take home: for reading, with every word as it was written and none of them as markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.app.test_keeping_home_and_back import emptied, somewhere
from tests.app.walks import LIBRARY, TONIGHT, kept_visit
from unforced.app import take_home
from unforced.app.kept import keep
from unforced.app.past import Told
from unforced.app.take_home import as_markdown
from unforced.domain.errors import NothingKeptError
from unforced.domain.visit import Said, Use, Visit
from unforced.domain.words import Words

INSIDE = somewhere()
INLINE = {"text", "softbreak"}
BLOCKS = {"heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open"}
BLOCKS |= {"list_item_close", "paragraph_open", "paragraph_close", "inline"}


def home_as_markdown(words: str, draft: str = "", practice: str = "move.gone") -> str:
    """A visit in which this was written, as Markdown."""
    inside = emptied(INSIDE)
    said = (Said("words", Words(words)),) if words.strip() else ()
    keep(kept_visit(Visit(said=said, uses=(Use(practice, worse=False),)), draft=draft), inside, TONIGHT)
    return as_markdown(inside, LIBRARY)


def read(text: str) -> list[Token]:
    """Markdown as CommonMark reads it, html and all, with strikethrough and tables."""
    return MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"]).parse(text)


def stands_as_text(text: str, *wanted: str) -> bool:
    """Whether there are two headings and one list of lines, and each of the wanted is the end of a line, as text."""
    tokens = read(text)
    lines = [token.content for token in tokens if token.type == "inline"]
    plain = all(child.type in INLINE for token in tokens for child in token.children or [])
    shown = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    blocks = {token.type for token in tokens} <= BLOCKS and [t.tag for t in tokens].count("ul") == 2
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    whole = len(lines) == 2 + len(wanted) and all(s.endswith(w) for s, w in zip(shown[2:], wanted, strict=True))
    return plain and blocks and headings == ["h1", "h2"] and whole


ESCAPES = [
    *("# a heading", "## a", "a\n# b", "a\n\n- b", "- a", "+ a", "* a", "1. a", "23) a", "1.", "---", "- - -", "***"),
    *("===", "= a", "[a](javascript:b)", "![a](b)", "[a]: b", "[a][b]", "<b>", "<script>alert(1)</script>", "<!-- a"),
    *(
        "<a@b.c>",
        "<http://a.b>",
        "`a`",
        "```",
        "``` a\nb",
        "~~~",
        "~~a~~",
        "*a*",
        "__a__",
        "&lt;b&gt;",
        "&#35; a",
        "\\",
    ),
    *(
        "a\\",
        "\\# a",
        "    a",
        "\ta",
        "> a",
        "| a | b |\n|--|--|\n| c | d |",
        "a  \nb",
        "a\\\nb",
        "\u2028# a",
        "$a$",
        "-",
        "+",
    ),
]


@pytest.mark.parametrize("words", ESCAPES)
def test_markdown_can_never_be_broken_out_of(words: str) -> None:
    text = " ".join(words.split())
    assert stands_as_text(home_as_markdown(words, words, text), text, text, text)


@settings(max_examples=150)
@given(st.text(st.sampled_from("#-+*_=`~<>[]()!&|\\.:;1a \n\t\"'{}$^@/"), min_size=1, max_size=12))
def test_nothing_anybody_could_write_is_read_as_markup(words: str) -> None:
    text = " ".join(words.split())
    if text:
        assert stands_as_text(home_as_markdown(words, words, text), text, text, text)


def test_words_put_in_as_they_are_would_break_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_home, "_flat", lambda text: text)
    broken = [
        words for words in ESCAPES if not stands_as_text(home_as_markdown(words, words, words), words, words, words)
    ]
    assert len(broken) > len(ESCAPES) // 2


def test_markdown_tells_every_visit_oldest_first() -> None:
    inside = emptied(INSIDE)
    for day in (5, 1, 3):
        visit = Visit(said=(Said("words", Words(f"day {day}")),))
        keep(kept_visit(visit, TONIGHT.replace(day=day), draft="typed" if day == 3 else ""), inside, TONIGHT)
    lines = as_markdown(inside, LIBRARY).split("\n")
    assert [line for line in lines if line.startswith("##")] == [f"## {day} March 2026, 22:10" for day in (1, 3, 5)]
    assert lines.count("- In your words: day 3") == 1 and lines.count("- typed") == 1
    assert lines[0].startswith("# ")


def test_where_nothing_is_kept_it_is_a_title_and_nothing_else() -> None:
    assert as_markdown(emptied(INSIDE), LIBRARY).startswith("# ")
    assert as_markdown(INSIDE, LIBRARY).count("\n") == 1


def test_a_visit_that_went_while_the_list_was_made_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> Told:
        raise NothingKeptError("forgotten meanwhile")

    text = home_as_markdown("mine")
    monkeypatch.setattr(take_home, "told", gone)
    assert "mine" in text and "mine" not in as_markdown(INSIDE, LIBRARY)
