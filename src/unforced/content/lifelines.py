"""Lifelines and emergency numbers: the form of their files, and what is asked of a record beyond that.

Promise: a file in which one digit was changed is refused as a whole, and nothing in it is guessed at or repaired.

Rules: every finding is collected with its file and line. A line that may be shown has two sources at least. A number
holds nothing but digits, star, hash and what stands between them. The international form ends as the number at home
does. A chat is reached over https. What the file says in words keeps the manners of everything that is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from unforced.content.finding import Finding, Source
from unforced.content.manners import Sentence
from unforced.domain.lifeline import About, Confidence, Emergency, Lifeline, Lifelines, digits, is_number

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
SEEN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
REGION = re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
PAGE = re.compile(r"https?://[^\s\"<>]+")
CHAT = re.compile(r"https://[^\s\"<>]+")
KEY = re.compile(r"[0-9*#]")
WORD = re.compile(r"[A-Za-z]{2,12}")
LEAST_SOURCES = 2
HEAD = ("checked_on", "how", "digest", "records")
Test = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _whole(pattern: re.Pattern[str]) -> Test:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _number(value: Any) -> bool:
    return isinstance(value, str) and is_number(value)


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(map(_number, value))


def _true(value: Any) -> bool:
    return value is True


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


REQUIRED: Mapping[str, tuple[Test, str]] = {
    "id": (_text, "a name of its own"),
    "region": (_whole(REGION), "two letters like GB"),
    "about": (lambda value: value in tuple(About), "crisis, chat, young or danger"),
    "service": (_text, "the name of the service"),
    "language": (_whole(LANGUAGE), "a language like en"),
    "confidence": (lambda value: value in tuple(Confidence), "one of " + ", ".join(Confidence)),
    "sources": (_count, "a number of sources"),
    "checked_on": (_whole(DAY), "a day like 2026-11-22"),
}
OPTIONAL: Mapping[str, tuple[Test, str]] = {
    "first": (_true, "true, or left out"),
    "dial": (_number, "a number"),
    "press": (_whole(KEY), "one key"),
    "also": (_numbers, "a list of numbers"),
    "abroad": (_number, "a number"),
    "sms": (_number, "a number"),
    "sms_word": (_whole(WORD), "one word"),
    "whatsapp": (_number, "a number"),
    "chat": (_whole(CHAT), "an https address"),
    "hours": (_text, "words, or 24/7"),
    "spoken": (_text, "words"),
    "stated": (_true, "true, or left out"),
    "scope": (_text, "words"),
    "page": (_whole(PAGE), "an address"),
    "newest": (_whole(SEEN), "a day, a month or a year"),
}


def digest_of(records: Iterable[str]) -> str:
    """What a list of records, each as it stands on its line, comes to: SHA-256 in hexadecimal."""
    return sha256("\n".join(records).encode()).hexdigest()


def read_lifelines(source: Source) -> tuple[Lifelines | None, list[Finding]]:
    """The lifelines in a file, or None, with everything that is wrong with it."""
    try:
        table = json.loads(source.text)
    except ValueError as error:
        return None, [source.found("", f"this file can't be read: {error}")]
    findings = list(_of_file(table, source))
    if findings:
        return None, findings
    for record in table["records"]:
        findings += _of_record(record, source)
    findings += [] if findings else _of_all(table["records"], source)
    return (None, findings) if findings else (Lifelines(tuple(map(_made, table["records"]))), [])


def sentences_of_lifelines(lifelines: Lifelines, source: Source) -> Iterator[Sentence]:
    """What the file says in words of the program; the name of a service is its own."""
    for line in lifelines.records:
        for text in filter(None, (line.hours, line.scope, line.spoken)):
            yield Sentence(source, "app", text)


def read_emergency(table: Mapping[str, Any]) -> dict[str, Emergency]:
    """Emergency numbers by region. ValueError, KeyError, TypeError or AttributeError for another form."""
    agreed = {region: tuple(map(str, found)) for region, found in table["agreed"].items()}
    numbers = {region: tuple(map(str, found)) for region, found in table["regions"].items()}
    if not all(map(is_number, (number for found in (*numbers.values(), *agreed.values()) for number in found))):
        raise ValueError("something in it is no number")
    if any(not set(found) <= set(numbers[region]) for region, found in agreed.items()):
        raise ValueError("a number is agreed on that the plan doesn't hold")
    return {region: Emergency(found, agreed.get(region)) for region, found in numbers.items()}


def _of_file(table: Any, source: Source) -> Iterator[Finding]:
    """What holds of the file as a whole."""
    if not isinstance(table, dict) or set(table) != set(HEAD) or not isinstance(table["records"], list):
        yield source.found("", f"the file has exactly {', '.join(HEAD)}")
    elif not all(isinstance(record, dict) for record in table["records"]) or not table["records"]:
        yield source.found("", "records are tables, one at least")
    elif table["digest"] != digest_of(line.removesuffix(",") for line in source.text.splitlines()[1:-1]):
        yield source.found("digest", "a record was changed, or the digest: run scripts/build_lifelines.py")
    elif not DAY.fullmatch(str(table["checked_on"])) or not _text(table["how"]):
        yield source.found("", "it says when and how it was checked")


def _of_record(record: Mapping[str, Any], source: Source) -> Iterator[Finding]:
    """What holds of one record: its keys, what they hold, and how they go together."""
    at = f'"{record.get("id", "")}"'
    missing = [key for key in REQUIRED if key not in record]
    yield from (source.found(at, f"{key} is missing") for key in missing)
    wrong = [key for key, value in record.items() if not _known(key)[0](value)]
    yield from (source.found(at, f"{key} has to be {_known(key)[1]}") for key in wrong)
    if not missing and not wrong:
        yield from (source.found(at, finding) for finding in _together(_made(record)))


def _known(key: str) -> tuple[Test, str]:
    return REQUIRED.get(key) or OPTIONAL.get(key) or (lambda value: False, "left out; it is no key here")


def _together(line: Lifeline) -> Iterator[str]:
    if not (line.dial or line.sms or line.chat):
        yield "there has to be a way to reach it"
    if line.may_be_shown and line.sources < LEAST_SOURCES:
        yield f"a line that is shown has {LEAST_SOURCES} sources"
    if line.confidence is Confidence.OFFICIAL and not line.page:
        yield "a line with an official source has its page"
    if (line.press or line.also or line.abroad) and not line.dial:
        yield "press, also and abroad go with a number"
    if line.abroad and not _same_number(line.abroad, line.dial):
        yield "the international form is another number"


def _same_number(abroad: str, home: str) -> bool:
    return abroad.startswith("+") and digits(abroad).endswith(digits(home).lstrip("0"))


def _of_all(records: list[dict[str, Any]], source: Source) -> Iterator[Finding]:
    ids = [record["id"] for record in records]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield source.found(f'"{name}"', f"{name} stands there twice")


def _made(record: Mapping[str, Any]) -> Lifeline:
    known = {**record, "about": About(record["about"]), "confidence": Confidence(record["confidence"])}
    return Lifeline(**{**known, "also": tuple(record.get("also", ()))})
