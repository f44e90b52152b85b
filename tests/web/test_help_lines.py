"""Help on the pages: the same numbers as stored, links that dial them, and a region of one's own choosing."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.web.running import Running
from tests.web.visitor import Visitor
from unforced.domain.lifeline import digits
from unforced.lifelines import FILE

RECORDS = json.loads(FILE.read_text("utf-8"))["records"]
SHOWN = [record for record in RECORDS if record["confidence"].startswith("two_sources")]
REGIONS = sorted({record["region"] for record in RECORDS})
INTENT = "I want to kill myself tonight."


class Links(HTMLParser):
    """Every link of a page that leads away from it: where to, and what is shown of it in a <bdi>."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._href, self._in = "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "a":
            self._href = named.get("href") or ""
        self._in = tag == "bdi" and bool(self._href) and "lang" not in named

    def handle_data(self, data: str) -> None:
        if self._in:
            self.found.append((self._href, data))
            self._in = False

    def handle_endtag(self, tag: str) -> None:
        self._href = "" if tag == "a" else self._href


@pytest.fixture(scope="module")
def pages(running: Running) -> dict[str, str]:
    """Help of every region, for a browser that never came in."""
    somebody = Visitor(running)
    return {region: somebody.go(f"/help?region={region}").text for region in REGIONS}


def test_every_number_on_the_page_is_the_number_stored_byte_for_byte(pages: dict[str, str]) -> None:
    for record in SHOWN:
        links = Links(pages[record["region"]]).found
        for key, scheme in (("dial", "tel:"), ("sms", "sms:"), ("abroad", "tel:")):
            if key in record:
                assert any(shown == record[key] and href.startswith(scheme) for href, shown in links), record["id"]
        assert html.escape(record["service"]) in pages[record["region"]]


def test_a_link_dials_what_it_shows_and_nothing_else(pages: dict[str, str]) -> None:
    seen = 0
    for text in pages.values():
        for href, shown in Links(text).found:
            scheme, _, number = href.partition(":")
            if scheme in ("tel", "sms"):
                assert digits(number.replace("%2A", "*").replace("%23", "#")) == digits(shown)
                seen += 1
            else:
                assert href.startswith(("https://", "http://"))
    assert seen > 150


def test_a_line_that_may_not_be_shown_is_never_on_a_page(pages: dict[str, str]) -> None:
    for record in RECORDS:
        if record not in SHOWN:
            shown = [text for _, text in Links(pages[record["region"]]).found]
            others = [r.get("dial") for r in SHOWN if r["region"] == record["region"]]
            assert record.get("dial") not in shown or record["dial"] in others or record["dial"] in ("111", "15")
            assert html.escape(record["service"]) not in re.sub(r"<option.*?</option>", "", pages[record["region"]])


def test_a_name_in_another_language_says_which_and_in_which_direction_it_runs(pages: dict[str, str]) -> None:
    assert '<h3 lang="ja" dir="auto">' in pages["JP"]
    assert '<h3 lang="el" dir="auto">' in pages["GR"]


def test_every_link_away_tells_nobody_where_it_came_from(pages: dict[str, str]) -> None:
    for text in pages.values():
        for tag in re.findall(r"<a [^>]*href=\"https?://[^>]*>", text):
            assert 'rel="noreferrer noopener"' in tag


def test_without_a_session_the_region_is_asked_for_in_the_address_and_no_words_are(visitor: Visitor) -> None:
    outside = Visitor(visitor.running)
    page = outside.go("/help?region=DE").text
    assert 'action="/help"' in page and 'method="get"' in page
    assert "0800 111 0 111" in page
    assert '<option value="DE" selected>Germany</option>' in page


def test_with_a_session_a_region_once_chosen_is_remembered_and_a_page_that_is_read_changes_nothing(
    running: Running,
) -> None:
    somebody = Visitor(running).come_in()
    assert "116 123" in somebody.go("/help").text
    assert "0800 111 0 111" in somebody.go("/help?region=DE").text
    assert "0800 111 0 111" not in somebody.go("/help").text
    hidden = list(somebody.form.hidden.items()) or token(somebody)
    assert "0800 111 0 111" in somebody.send("/help/region", [*hidden, ("region", "DE")]).text
    assert "0800 111 0 111" in somebody.go("/help").text
    assert "0800 111 0 111" in somebody.send("/help/region", [*token(somebody), ("region", "<b>")]).text
    assert "0800 111 0 111" not in somebody.send("/help/region", [*token(somebody), ("region", "")]).text


def token(somebody: Visitor) -> list[tuple[str, str]]:
    """What Django's forms hold against forged ones."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', somebody.answer.text)
    assert found
    return [("csrfmiddlewaretoken", found[1])]


def test_a_region_is_refused_from_anywhere_else(running: Running) -> None:
    outside = Visitor(running)
    assert outside.ask("POST", "/help/region", "region=DE", outside.own_headers()).status == 403


@pytest.mark.parametrize("region", ["%3Cscript%3E", "%00", "XX", "gb"])
def test_any_region_at_all_is_answered(running: Running, region: str) -> None:
    answer = Visitor(running).go(f"/help?region={region}")
    assert answer.status == 200
    assert "findahelpline.com" in answer.text and "<script>alert" not in answer.text


# The panel


@pytest.fixture
def panel(visitor: Visitor) -> Iterator[Visitor]:
    """Somebody whose words sounded like danger to their life."""
    visitor.press("Something in me says no")
    visitor.press("Go on", words=INTENT)
    yield visitor


def test_the_panel_has_number_line_and_a_way_on_before_anything_else(panel: Visitor) -> None:
    assert panel.answer.text.index("choice number") < panel.answer.text.index("tel:116123")
    assert panel.answer.text.index("tel:116123") < panel.answer.text.index("No, continue")
    assert "Are you thinking about ending your life?" in panel.answer.text
    assert INTENT not in panel.answer.text and "Nobody is monitoring this." in panel.answer.text


def test_no_continue_leads_back_with_every_word(panel: Visitor) -> None:
    panel.press("No, continue")
    assert INTENT in panel.answer.text


def test_yes_opens_everything_there_is(panel: Visitor) -> None:
    panel.press("Yes. Show more help")
    assert "Nobody is monitoring this." in panel.answer.text
    assert "National Domestic Abuse Helpline (Refuge)" in panel.answer.text


def test_another_region_can_be_chosen_on_the_panel_too(panel: Visitor) -> None:
    page = panel.send(f"{panel.at}/region", [*token(panel), ("region", "IE")]).text
    assert "tel:999" in page and "Samaritans" in page and 'value="IE" selected' in page
    panel.send(f"{panel.at}/region", [*token(panel), ("region", "")])
