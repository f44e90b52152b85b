"""Over time on the pages: opened from a part or from what is between two, read without JavaScript, and never pushed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.web.keeping import Person, somebody
from tests.web.thirty_visits import There, over_thirty_visits

TAG = re.compile(r"<[^>]+>")
WORD_OF_TREND = re.compile(r"\b(average|trend|progress|improv\w*|score|goal)\b|%", re.I)


@pytest.fixture(scope="module")
def there() -> Iterator[There]:
    """The program over what was kept."""
    with over_thirty_visits() as found:
        yield found


@pytest.fixture
def person(there: There) -> Person:
    """Somebody with the vault open."""
    found = somebody(there.program)
    found.unlocks()
    return found


def said(found: Person) -> str:
    """What the page says in words, drawing and list."""
    return " ".join(unescape(TAG.sub(" ", found.answer.text)).split())


def test_it_is_opened_from_the_part_and_leads_back_to_it(there: There, person: Person) -> None:
    person.go(f"/parts/{there.one}")
    assert f'href="/parts/{there.one}/over-time"' in person.answer.text
    person.go(f"/parts/{there.one}/over-time")
    assert person.answer.status == 200 and person.form.heading == "the foreman, over time"
    assert f'href="/parts/{there.one}"' in person.answer.text and person.answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("address", ["/", "/past", "/parts", "/home"])
def test_it_is_never_pushed(address: str, there: There, person: Person) -> None:
    person.go(address)
    assert person.answer.status == 200 and "over-time" not in person.answer.text.lower()
    person.go(f"/parts/{there.one}")
    assert "over-time" in person.answer.text, "the control"


def test_the_latest_come_first_and_earlier_ones_are_a_page_away(there: There, person: Person) -> None:
    person.go(f"/parts/{there.one}/over-time")
    assert person.answer.text.count("<details>") == 24 and "Earlier ones" in said(person)
    assert person.answer.text.count('class="mark"') + person.answer.text.count('class="open"') == 3 * 24
    earlier = re.search(r'href="(\?visits=1[^"]*)"', person.answer.text)
    assert earlier
    person.go(f"/parts/{there.one}/over-time{unescape(earlier[1])}")
    assert person.answer.text.count("<details>") == 7
    assert "Later ones" in said(person) and "Earlier ones" not in said(person)


@pytest.mark.parametrize("asked", ["-1", "x", "9" * 400, "٣", "", "1.5"])
def test_an_address_that_asks_for_nothing_there_still_shows_a_page(asked: str, there: There, person: Person) -> None:
    from urllib.parse import quote  # noqa: PLC0415

    person.go(f"/parts/{there.one}/over-time?visits={quote(asked)}&days={quote(asked)}")
    assert person.answer.status == 200 and "<details>" in person.answer.text


def test_the_drawing_has_a_title_and_a_description_and_the_list_says_the_same(there: There, person: Person) -> None:
    text = person.go(f"/parts/{there.alone}/over-time").text
    assert re.search(r'<svg[^>]*role="img" aria-labelledby="ribbon-title-1-1 ribbon-told-1-1"', text)
    assert '<title id="ribbon-title-1-1">' in text and '<desc id="ribbon-told-1-1">' in text
    assert "The no: absolute. It was: not said. Afterwards: not said." in said(person)


def test_two_that_pull_against_each_other_have_their_line_and_each_their_rows(there: There, person: Person) -> None:
    token = f"polarised-{there.one}-{there.other}"
    assert f'href="/parts/between/{token}/over-time"' in person.go(f"/parts/between/{token}").text
    person.go(f"/parts/between/{token}/over-time")
    text = said(person)
    assert person.form.heading == "the foreman and one who wants a rest, over time"
    assert person.answer.text.count("<svg") == 3 and "Very taut 1 March 2026" in text and "Slack 10 May 2026" in text
    assert "The no: absolute. Toward it: I want it gone." in text


def test_what_only_guards_has_no_line_over_time(there: There, person: Person) -> None:
    for token in (f"protects-{there.one}-{there.other}", "polarised-1-2", "x"):
        assert person.go(f"/parts/between/{token}/over-time").status == 409
    assert person.go(f"/parts/{there.gone}/over-time").status == 409


def test_no_word_of_a_trend_stands_there(there: There, person: Person) -> None:
    for address in (f"/parts/{there.one}/over-time", f"/parts/between/polarised-{there.one}-{there.other}/over-time"):
        person.go(address)
        assert not WORD_OF_TREND.search(said(person))
    assert WORD_OF_TREND.search("60 %") and WORD_OF_TREND.search("Your progress"), "the control"


def test_hostile_words_are_text(there: There, person: Person) -> None:
    person.go(f"/parts/{there.alone}/over-time")
    assert "<script>alert" not in person.answer.text and "&lt;script&gt;alert" in person.answer.text
    assert "{{ t }}" in unescape(person.answer.text) and "<title>Notes</title>" in person.answer.text


def test_a_visit_opened_from_there_is_the_whole_one_and_forgotten_it_has_no_place(there: There, person: Person) -> None:
    page = f"/parts/{there.one}/over-time"
    first = re.findall(r'href="(/past/[0-9a-f]{32})"', person.go(page).text)[0]
    person.go(first)
    assert person.answer.status == 200
    person.press("Forget it")
    assert first not in person.go(page).text
    person.go(first)
    person.press("Take it back")
    assert first in person.go(page).text


def test_locked_the_passphrase_comes_first_and_leads_back(there: There, person: Person) -> None:
    person.locks()
    person.go(f"/parts/{there.one}/over-time")
    assert person.answer.headers["location"] == "/unlock"
    person.go("/unlock")
    person.unlocks()
    assert person.at == f"/parts/{there.one}/over-time"


def test_nothing_can_be_sent_to_it(there: There, person: Person) -> None:
    person.go(f"/parts/{there.one}")
    answer = person.asks_with(f"/parts/{there.one}/over-time", {"csrfmiddlewaretoken": person.token()})
    assert answer.status == 405
