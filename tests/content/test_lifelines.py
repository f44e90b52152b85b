"""The files of lifelines and emergency numbers: those shipped are whole, a damaged one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from unforced.content import HERE
from unforced.content.finding import Source
from unforced.content.lifelines import digest_of, read_emergency, read_lifelines, sentences_of_lifelines
from unforced.domain.lifeline import Emergency, Lifelines, digits
from unforced.lifelines import FILE

TEXT = FILE.read_text("utf-8")
RECORD = {
    "id": "GB-1",
    "region": "GB",
    "about": "crisis",
    "service": "A line",
    "language": "en",
    "confidence": "two_sources",
    "sources": 2,
    "checked_on": "2026-11-22",
    "dial": "116 123",
    "hours": "24/7",
}


def a_file(*records: Any, **head: Any) -> Source:
    """A file of these records, with a digest that fits."""
    lines = [json.dumps(record) for record in records]
    whole = {"checked_on": "2026-11-22", "how": "Read.", "digest": digest_of(lines), **head}
    text = json.dumps(whole)[:-1] + ', "records": [\n' + ",\n".join(lines) + "\n]}\n"
    return Source("lifelines.json", text)


def found(source: Source) -> list[str]:
    """What is found in it; what has a finding is never read."""
    lifelines, findings = read_lifelines(source)
    assert (lifelines is None) == bool(findings)
    return [finding.finding for finding in findings]


# What ships


def test_every_shipped_record_is_read_and_none_has_a_finding() -> None:
    lifelines, findings = read_lifelines(Source("lifelines.json", TEXT))
    assert findings == []
    assert lifelines is not None
    assert len(lifelines.records) == len(json.loads(TEXT)["records"]) == 153
    assert len({line.region for line in lifelines.records}) == 70


def test_the_file_speaks_of_no_research_and_quotes_nobody() -> None:
    """The terms of what was read stay with those pages (lifelines/TERMS)."""
    keys = {key for record in json.loads(TEXT)["records"] for key in record}
    assert not keys & {"sources_seen", "text", "note", "quotes", "wikipedia_list", "old_numbers", "conflict"}


def test_a_digit_that_was_changed_anywhere_is_noticed() -> None:
    places = [place for place, letter in enumerate(TEXT) if letter.isdigit() and place > TEXT.index("\n")][::97]
    assert len(places) > 50
    for place in places:
        other = "1" if TEXT[place] != "1" else "2"
        assert found(Source("lifelines.json", TEXT[:place] + other + TEXT[place + 1 :])), TEXT[place - 30 : place + 5]


def test_the_same_number_is_never_lost_on_the_way_abroad() -> None:
    lifelines, _ = read_lifelines(Source("lifelines.json", TEXT))
    assert lifelines is not None
    shown = [line for line in lifelines.records if line.abroad]
    assert len(shown) > 10
    assert all(digits(line.abroad).endswith(digits(line.dial).lstrip("0")) for line in shown)


# What a check finds


def test_a_good_record_has_no_finding() -> None:
    more = {
        "also": ["112"],
        "sms": "112",
        "sms_word": "HELP",
        "chat": "https://a.example/x",
        "page": "http://a.example",
    }
    assert found(a_file({**RECORD, **more, "abroad": "+44 116123", "newest": "2024-09", "first": True})) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"region": "UK1"}, "region has to be two letters like GB"),
        ({"about": "sadness"}, "about has to be crisis, chat, young or danger"),
        ({"confidence": "hearsay"}, "confidence has to be one of two_sources_one_official"),
        ({"sources": True}, "sources has to be a number of sources"),
        ({"sources": 1}, "a line that is shown has 2 sources"),
        ({"checked_on": "yesterday"}, "checked_on has to be a day"),
        ({"dial": "116 123 or 112"}, "dial has to be a number"),
        ({"dial": 116123}, "dial has to be a number"),
        ({"also": "112"}, "also has to be a list of numbers"),
        ({"chat": "http://a.example"}, "chat has to be an https address"),
        ({"page": "javascript:alert(1)"}, "page has to be an address"),
        ({"first": False}, "first has to be true, or left out"),
        ({"hours": " "}, "hours has to be words, or 24/7"),
        ({"abroad": "+44 116124"}, "the international form is another number"),
        ({"abroad": "116 123"}, "the international form is another number"),
        ({"confidence": "two_sources_one_official"}, "a line with an official source has its page"),
        ({"price": "free"}, "price has to be left out; it is no key here"),
    ],
)
def test_what_is_wrong_with_a_record_is_found_on_its_line(change: dict[str, Any], finding: str) -> None:
    _, findings = read_lifelines(a_file({**RECORD, "id": "GB-0"}, {**RECORD, **change}))
    assert len(findings) == 1
    assert findings[0].finding.startswith(finding)
    assert findings[0].line == 3


@pytest.mark.parametrize(
    ("left_out", "finding"),
    [("service", "service is missing"), ("dial", "there has to be a way to reach it")],
)
def test_what_is_missing_is_found(left_out: str, finding: str) -> None:
    assert found(a_file({key: value for key, value in RECORD.items() if key != left_out})) == [finding]


def test_a_key_to_press_goes_with_a_number() -> None:
    record = {key: value for key, value in RECORD.items() if key != "dial"}
    assert found(a_file({**record, "sms": "112", "press": "8"})) == ["press, also and abroad go with a number"]


def test_a_record_stands_there_once() -> None:
    assert found(a_file(RECORD, RECORD)) == ["GB-1 stands there twice"]


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        (Source("f", "{"), "this file can't be read"),
        (Source("f", "[]"), "the file has exactly"),
        (a_file(RECORD, more=1), "the file has exactly"),
        (a_file(), "records are tables, one at least"),
        (a_file("GB"), "records are tables, one at least"),
        (a_file(RECORD, digest="0"), "a record was changed, or the digest"),
        (a_file(RECORD, how=""), "it says when and how it was checked"),
        (a_file(RECORD, checked_on="2026"), "it says when and how it was checked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_another_file_is_refused_as_a_whole(source: Source, finding: str) -> None:
    assert [text for text in found(source) if text.startswith(finding)]


def test_its_words_about_hours_scope_and_languages_are_words_of_the_program() -> None:
    record = {**RECORD, "hours": "on workdays", "scope": "for Flanders", "spoken": "Dutch"}
    lifelines, _ = read_lifelines(source := a_file(record))
    said = [sentence.text for sentence in sentences_of_lifelines(lifelines or Lifelines(), source)]
    assert said == ["on workdays", "for Flanders", "Dutch"]


# Emergency numbers


def test_the_shipped_numbers_hold_what_both_agree_on() -> None:
    table = json.loads((HERE / "emergency.json").read_text("utf-8"))
    numbers = read_emergency(table)
    assert len(numbers) > 200
    assert numbers["GB"] == Emergency(("999", "112"), ("999", "112"))
    assert numbers["AF"].one_source
    assert sorted(region for region, one in numbers.items() if one.differ) == ["CO", "GH", "NG", "PE", "RS", "ZA"]
    assert numbers["KE"].shown == ("999", "112")  # the list adds 911, the plan 114


@pytest.mark.parametrize(
    "break_it",
    [
        lambda table: {**table, "regions": {"GB": ["call 999"]}},
        lambda table: {**table, "agreed": {"GB": ["998"]}},
        lambda table: {**table, "agreed": {"XX": []}},
        lambda table: {"regions": table["regions"]},
        lambda table: {**table, "regions": ["999"]},
    ],
)
def test_numbers_of_another_form_are_refused(break_it: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        read_emergency(break_it({"regions": {"GB": ["999"]}, "agreed": {}}))
