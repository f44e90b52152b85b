"""What somebody takes along is what they chose, in each of three files, and none of their words does anything there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.adapters.exports.accessible import missing, structure, text_of
from tests.adapters.exports.hostile import HOSTILE, UNSET, sheet_of
from unforced.adapters.exports import pdf
from unforced.adapters.exports.markdown import plain
from unforced.adapters.exports.press import FilePress
from unforced.domain.errors import NoPressError
from unforced.domain.handover import Chapter, Format, Handover, Item, Section, flat

CALM = Handover(
    "Notes",
    "To take along",
    "4 March 2026",
    (
        Chapter(Section.PARTS, "Parts of me", (Item(Section.PARTS, "the clipboard", "A critic", ("In the jaw",)),)),
        Chapter(Section.QUESTIONS, "Questions for the session", (Item(Section.QUESTIONS, "Is it always this loud?"),)),
    ),
)
SET = tuple(text for text in HOSTILE if not any(text.startswith(other) for other in UNSET))
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "ul", "li", "span"}
BLOCKS = {"heading", "paragraph", "bullet_list", "list_item"}


def made(sheet: Handover, wanted: Format) -> str:
    """A file as text."""
    return FilePress().press(sheet, wanted).content.decode()


class Read(HTMLParser):
    """What a page holds: its tags, their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def squeezed(text: str) -> str:
    """Text without the spaces that a line break may have taken or given."""
    return re.sub(r"\s", "", text)


def test_there_are_two_hundred_of_them() -> None:
    assert len(HOSTILE) == 200


def test_on_the_page_no_words_are_ever_markup_and_all_of_them_are_there() -> None:
    sheet = sheet_of(HOSTILE)
    read = Read(made(sheet, Format.HTML))
    assert read.tags == TAGS
    assert read.attributes == {"lang", "charset", "http-equiv", "content", "name", "class", "dir"}
    assert set(sheet.texts()) <= set(read.texts)


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    text = made(CALM, Format.HTML)
    assert "default-src &#x27;none&#x27;" in text
    assert not re.search(r"url\(|@import|https?:|src=|href=", text)


def test_control_words_that_are_not_escaped_would_be_found() -> None:
    assert "script" in Read("<main><script>alert(1)</script></main>").tags


def test_in_markdown_no_words_are_ever_markup_and_all_of_them_are_there() -> None:
    sheet = sheet_of(HOSTILE)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made(sheet, Format.MARKDOWN))
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} - {"inline"}
    inner = [child for token in tokens for child in token.children or ()]
    assert kinds == BLOCKS
    assert {child.type for child in inner} <= {"text", "text_special"}
    texts = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    heads = [*(item.head for chapter in sheet.chapters for item in chapter.items if not item.label)]
    assert set(heads) <= set(texts)


@pytest.mark.parametrize("text", ["https://a.example", "www.a.example", "a@b.example", "mailto:a@b.example"])
def test_in_markdown_an_address_never_becomes_a_link_by_itself(text: str) -> None:
    assert not re.search(r"(?<!\\):(?=//)|www\.|(?<!\\)@|mailto:", plain(text))


def test_control_markdown_that_is_not_escaped_would_be_found() -> None:
    tokens = MarkdownIt("commonmark").parse("- [a](b) *c*")
    assert "link_open" in {child.type for token in tokens for child in token.children or ()}


@pytest.mark.parametrize("sheet", [CALM, sheet_of(SET)], ids=["calm", "hostile"])
def test_the_pdf_lacks_nothing_that_a_program_can_look_for(sheet: Handover) -> None:
    assert missing(FilePress().press(sheet, Format.PDF).content) == []


def test_control_a_pdf_without_tags_is_found_to_lack_them() -> None:
    typst = pytest.importorskip("typst")
    file = typst.compile(b"= A heading\nwords", format="pdf", pdf_tags=False, ignore_system_fonts=True)
    found = missing(file)
    assert "isn't marked as tagged" in found and "doesn't say that it is PDF/UA-1" in found
    assert any("outside of any tag" in what for what in found)


def test_the_pdf_is_read_as_a_heading_then_sections_of_lists() -> None:
    kinds = [kind for kind in structure(FilePress().press(CALM, Format.PDF).content) if re.match(r"/(H\d|L$|LI)", kind)]
    assert kinds == ["/H1", "/H2", "/L", "/LI", "/H2", "/L", "/LI"]


def test_every_chosen_word_comes_out_of_the_pdf_again() -> None:
    found = squeezed(text_of(FilePress().press(CALM, Format.PDF).content))
    assert all(squeezed(text) in found for text in CALM.texts())


@pytest.mark.parametrize("text", [flat(text) for text in SET if flat(text)])
def test_hostile_words_come_out_of_the_pdf_as_they_went_in(text: str) -> None:
    sheet = Handover("Notes", "To take along", "4 March 2026", sheet_of((text,)).chapters[1:])
    pressed = FilePress().press(sheet, Format.PDF)
    found = squeezed(text_of(pressed.content))
    assert pressed.unset == 0
    if re.search(r"[\u0590-\u06ff\u0300-\u036f]", text):  # a reader may give these back in the order of the eye
        assert set(squeezed(text)) <= set(found) | set("\u200c\u200d") | set("éí")
    else:
        assert squeezed(text).replace("\u200c", "").replace("\u200d", "") in re.sub(r"[\u200c\u200d]", "", found)


@pytest.mark.parametrize("text", UNSET)
def test_a_letter_without_a_shape_is_never_passed_off_as_there(text: str) -> None:
    sheet = Handover("Notes", "To take along", "4 March 2026", sheet_of((f"{text} and the rest",)).chapters[1:])
    pressed = FilePress().press(sheet, Format.PDF)
    found = text_of(pressed.content)
    assert "and the rest" in found and missing(pressed.content) == []
    assert (pressed.unset > 0) is (pdf.SQUARE in found)
    assert pressed.unset > 0 or squeezed(text)[0] in found


def test_letters_are_given_up_one_by_one_where_the_typesetter_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def without_own_fonts(sheet: Handover, lost: frozenset[str], own_letters: bool) -> tuple[bytes, frozenset[str]]:
        asked.append(own_letters)
        return (b"%PDF", frozenset()) if "x" not in "".join(sheet.texts()) or lost else (b"", frozenset("x"))

    monkeypatch.setattr(pdf, "_set", without_own_fonts)
    sheet = Handover("Notes", "x", "4 March 2026", ())
    assert pdf.as_pdf(sheet).unset == 1 and asked == [True, False, False]


def test_a_page_that_is_refused_whatever_is_left_out_is_a_calm_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_set", lambda *_, **__: (b"", frozenset()))
    with pytest.raises(NoPressError, match="refused the page"):
        pdf.as_pdf(CALM)


def test_the_pdf_says_no_time_of_day_and_nothing_of_this_computer() -> None:
    content = FilePress().press(CALM, Format.PDF).content
    assert content == FilePress().press(CALM, Format.PDF).content
    assert not re.search(rb"CreationDate|ModDate|xmp:CreateDate", content)
    assert str(Path.home()).encode() not in content


def test_no_file_is_written_for_a_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    FilePress().press(CALM, Format.PDF)
    assert list(tmp_path.iterdir()) == []


def test_without_the_typesetter_the_other_two_stay_and_a_pdf_is_a_calm_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", absent)
    pdf._typesetter.cache_clear()
    try:
        assert FilePress().formats() == (Format.HTML, Format.MARKDOWN)
        assert made(CALM, Format.HTML) and made(CALM, Format.MARKDOWN)
        with pytest.raises(NoPressError):
            FilePress().press(CALM, Format.PDF)
    finally:
        pdf._typesetter.cache_clear()


def test_no_word_of_a_page_that_could_not_be_set_is_in_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "STANDARD", "no such standard")
    with pytest.raises(Exception) as refused:
        FilePress().press(CALM, Format.PDF)
    assert "clipboard" not in f"{refused.value!r} {refused.value.__context__!r}"
