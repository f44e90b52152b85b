"""A sheet to take along, on the pages: nothing on it at first, looked at before it is taken, and kept nowhere."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.web.keeping import SAID, Person, cookies_of, files_in, somebody
from tests.web.running import Running
from unforced.domain.handover import Format

ASKED = "Is it always <b>this</b> loud?"
COPIES = {Format.HTML: "notes.html", Format.MARKDOWN: "notes.md", Format.PDF: "notes.pdf"}


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """A program with a home of its own."""
    with Running() as program:
        yield program


@pytest.fixture(scope="module")
def keeper(running: Running) -> Person:
    """Somebody with a visit kept."""
    return somebody(running).has_kept()


@pytest.fixture
def chooser(keeper: Person) -> Person:
    """The same person, before a sheet on which nothing is chosen."""
    keeper.unlocks()
    keeper.go("/sheet")
    keeper.press("Leave it")
    keeper.go("/sheet")
    return keeper


def looks(person: Person, *labels: str, written: str = "") -> str:
    """The sheet with these lines and questions on it."""
    picks = [("pick", value) for label, value in person.form.chips.items() if any(part in label for part in labels)]
    fields = [*person.form.hidden.items(), *picks, ("words", written), ("choice", "look")]
    return person.send("/sheet", fields).text


def took(person: Person, copy: str) -> tuple[int, dict[str, str], bytes]:
    """A file of the sheet."""
    asking = http.client.HTTPConnection("127.0.0.1", person.running.port, timeout=30)
    body = urlencode({"csrfmiddlewaretoken": person.token(), "choice": copy})
    asking.request("POST", "/sheet/take", body, {**person.own_headers(), "Cookie": cookies_of(person)})
    got = asking.getresponse()
    content = got.read()
    asking.close()
    return got.status, {name.lower(): value for name, value in got.getheaders()}, content


def test_nothing_is_ever_ticked_at_first(chooser: Person) -> None:
    assert chooser.form.chips and chooser.form.checked == [] and chooser.form.written == ""


def test_what_leaves_the_seal_is_said_before_anything_is_chosen_and_before_a_file_is_taken(chooser: Person) -> None:
    said = "A sheet leaves the seal: anybody who has it can read it."
    text = chooser.answer.text
    assert text.index(said) < text.index("checkbox")
    text = looks(chooser, written=ASKED)
    assert text.index(said) < text.index("A page to print")


def test_only_what_was_ticked_is_on_the_sheet(chooser: Person) -> None:
    text = looks(chooser, SAID)
    assert chooser.at == "/sheet/page" and SAID in text and "What says no" in text
    assert "Questions for the session" not in text and "Nothing was chosen" not in text


def test_a_sheet_with_nothing_chosen_is_no_sheet_and_no_file(chooser: Person) -> None:
    assert "Nothing was chosen" in looks(chooser)
    status, headers, _ = took(chooser, "html")
    assert status == 303 and headers["location"] == "/sheet/page"


def test_what_was_written_is_on_the_sheet_as_text_and_in_no_address(chooser: Person) -> None:
    text = looks(chooser, written=ASKED)
    assert "Is it always &lt;b&gt;this&lt;/b&gt; loud?" in text and chooser.at == "/sheet/page"
    assert chooser.answer.headers["cache-control"] == "no-store"
    assert chooser.form.title == "Notes"


def test_a_choice_can_be_changed_and_is_still_there_until_it_is_left(chooser: Person) -> None:
    looks(chooser, SAID, written=ASKED)
    chooser.go("/sheet")
    assert len(chooser.form.checked) == 1 and chooser.form.written == ASKED
    chooser.press("Leave it")
    chooser.go("/sheet")
    assert chooser.form.checked == [] and chooser.form.written == ""


@pytest.mark.parametrize("copy", list(Format))
def test_a_file_is_handed_over_under_a_neutral_name_and_never_stored(copy: Format, chooser: Person) -> None:
    before = files_in(chooser.running.folder)
    looks(chooser, SAID, written="one question")
    status, headers, content = took(chooser, copy)
    assert status == 200 and headers["cache-control"] == "no-store"
    assert headers["content-disposition"] == f'attachment; filename="{COPIES[copy]}"'
    assert headers["content-type"] == "application/octet-stream"
    assert content.startswith({"html": b"<!doctype html>", "markdown": b"# To take along", "pdf": b"%PDF-1.7"}[copy])
    assert files_in(chooser.running.folder) == before


def test_a_kind_of_file_that_there_is_not_leads_back_to_the_sheet(chooser: Person) -> None:
    looks(chooser, SAID)
    assert took(chooser, "exe")[0] == 303


def test_a_line_that_is_no_longer_there_is_not_on_it_and_that_is_said(chooser: Person) -> None:
    fields = [*chooser.form.hidden.items(), ("pick", "parts-0123456789abcdef"), ("words", "x"), ("choice", "look")]
    assert "no longer there" in chooser.send("/sheet", fields).text


def test_letters_without_a_shape_in_the_pdf_are_counted_before_it_is_taken(chooser: Person) -> None:
    assert "have no shape in the PDF" in looks(chooser, written="\U0001f98a \U0001f98a here")
    assert "One letter has no shape" in looks(chooser, written="\U0001f98a here")
    assert "no shape in the PDF" not in looks(chooser, written="ελληνικά here")


def test_more_than_is_kept_of_an_answer_is_cut_and_that_is_said(chooser: Person) -> None:
    assert "20,000" in looks(chooser, written="no " * 8000)


def test_words_of_danger_bring_help_beside_the_sheet_and_the_sheet_stays(chooser: Person) -> None:
    text = looks(chooser, written="I want to kill myself tonight")
    assert re.search("danger to your life|life could be in danger|be about dying", text) and 'href="tel:' in text
    assert 'href="/help"' in text and '<article class="paper">' in text


def test_control_without_such_words_no_panel_is_there(chooser: Person) -> None:
    assert 'class="heard"' not in looks(chooser, written="Is it always this loud?")


def test_once_it_is_locked_nothing_of_the_choice_and_nothing_kept_is_there(chooser: Person) -> None:
    looks(chooser, SAID, written=ASKED)
    chooser.locks()
    text = chooser.go("/sheet").text
    assert chooser.form.checked == [] and chooser.form.written == "" and SAID not in text
    assert "What you kept is locked" in text and 'href="/unlock"' in text
    assert "Nothing was chosen" in chooser.go("/sheet/page").text


def test_it_is_found_from_what_is_kept(chooser: Person) -> None:
    assert re.search(r'href="/sheet">A sheet to take along', chooser.go("/past").text)


def test_without_a_vault_it_is_the_visit_that_is_there_and_nothing_is_kept_for_it() -> None:
    with Running() as program:
        person = somebody(program)
        assert "There is nothing to choose from yet." in person.go("/sheet").text
        person.begins()
        person.go("/sheet")
        assert SAID in looks(person, SAID)
        assert files_in(program.home) == []


def test_where_somebody_could_see_it_nothing_is_offered_and_nothing_stays_chosen() -> None:
    with Running() as program:
        person = somebody(program)
        person.begins()
        looks_at = person.at
        person.go("/sheet")
        looks(person, SAID, written=ASKED)
        person.go(looks_at)
        person.press("Somebody could see this")
        text = person.go("/sheet").text
        assert SAID not in text and person.form.written == "" and person.form.checked == []


def test_after_a_visit_it_is_offered_beside_keeping_it() -> None:
    with Running() as program:
        person = somebody(program)
        person.begins().stops()
        assert 'href="/sheet"' in person.answer.text
        assert SAID in person.go("/sheet").text


def test_without_a_session_there_is_no_sheet(running: Running) -> None:
    stranger = Person(running)
    assert stranger.go("/sheet").status == 404
    assert stranger.go("/sheet/page").status == 404
