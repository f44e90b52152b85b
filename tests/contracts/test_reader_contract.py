"""The Reader port: one suite for every adapter. Whatever is written, the answer is whole, honest and in time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced import wiring
from unforced.adapters.reading.lexical import LexicalReader
from unforced.adapters.reading.silent import SilentReader
from unforced.domain.answers import BODY_WORDS
from unforced.domain.reading import LABELS, NONE, Lesson, Reading, Span, unknown
from unforced.domain.resistance import Kind
from unforced.domain.words import Words
from unforced.ports import Reader

READERS: dict[str, Callable[[], Reader]] = {
    "silent": SilentReader,
    "lexical": LexicalReader,
    "small model": lambda: wiring.reading().reader,
}
EVERY = pytest.mark.parametrize("reader", [make() for make in READERS.values()], ids=list(READERS))
LESSONS = tuple(
    Lesson(Words(text), kind)
    for text, kind in (
        ("the gremlin is back on my shoulder", Kind.NUMB),
        ("here comes the weather again", Kind.FLOODED),
        ("the committee has adjourned", Kind.TWO_SIDES),
    )
)
ODD = {
    "nothing": "",
    "spaces": " \n\t ",
    "one word": "qwertz",
    "another language": "Ich habe das nicht verdient und werde es nie verdienen.",
    "another script": "أنا لا أستحق ذلك",
    "a hundred sentences": "My jaw locks and a voice says who do you think you are. " * 100,
    "code": "for (int i = 0; i < n; i++) { total += a[i]; }",
    "a wall of emoji": "😭" * 3000,
    "one endless word": "no" * 10_000,
    "marks": "?!" * 4000,
    "control characters": "\x00\x1b[2J\ud800 no \u202e",
    "numbers": "404 12 7",
}
UNREADABLE = ("nothing", "spaces", "one word", "another language", "another script", "code", "a wall of emoji", "marks")
IN_TIME = 0.5  # seconds
PLAIN = (
    "my chest locks the second I try to be nice to myself, who do I think I am",
    "I don't deserve it after what I did",
    "no",
    "we just had pasta and watched the match",
)


def inside(span: Span, text: str) -> bool:
    """Whether it is some of the text, from the beginning of a word to the end of one."""
    start, end = span
    words = [match.span() for match in re.finditer(r"[\w'’]+", text)]
    return 0 <= start < end <= len(text) and start in {a for a, _ in words} and end in {b for _, b in words}


def whole(reading: Reading, text: str) -> bool:
    """Whether a reading has the form that was promised."""
    likely = [each.p for each in reading.kinds]
    spans = [each.span for each in reading.kinds if each.span]
    spans += [each.span for each in reading.body] + [each.place for each in reading.body if each.place]
    return (
        sorted(each.label for each in reading.kinds) == sorted(LABELS)
        and all(0 <= p <= 1 for p in likely)
        and sum(likely) <= 1.0001
        and likely == sorted(likely, reverse=True)
        and all(inside(span, text) for span in spans)
        and all(each.hint in ("", *BODY_WORDS) for each in reading.body)
        and all(0 <= each.p <= 1 for each in reading.feelings)
        and reading.unread in ("", "empty", "language", "late", "missing")
        and (reading.abstained or not reading.unread)
    )


def test_the_form_is_a_measure_a_reading_with_a_label_twice_or_a_span_in_a_word_always_fails() -> None:
    plain = unknown()
    first = plain.kinds[0]
    assert whole(plain, "my jaw")
    assert not whole(plain._replace(kinds=(first, *plain.kinds[:-1])), "my jaw")
    assert not whole(plain._replace(kinds=(first._replace(span=(4, 6)), *plain.kinds[1:])), "my jaw")
    assert not whole(plain._replace(kinds=(*plain.kinds[1:], first._replace(p=0.9))), "my jaw")
    assert not whole(plain._replace(unread="language", abstained=False), "my jaw")


@EVERY
@given(text=st.text(max_size=300) | st.text("no I'm ’\n.😭é", max_size=60))
def test_whatever_is_written_the_reading_is_whole(reader: Reader, text: str) -> None:
    assert whole(reader.read(Words(text)), text)
    assert whole(reader.read(Words(text), LESSONS), text)


@EVERY
@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_are_read_whole_and_the_same_way_twice(reader: Reader, text: str) -> None:
    reading = reader.read(Words(text))
    assert whole(reading, text)
    assert reader.read(Words(text)) == reading
    assert not any(each.span for each in reading.kinds if each.label == NONE)


@EVERY
@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_answered_in_time(reader: Reader, name: str) -> None:
    reader.read(Words("hello there"))
    began = time.perf_counter()
    reading = reader.read(Words(ODD[name]))
    assert time.perf_counter() - began < IN_TIME
    assert whole(reading, ODD[name])


@EVERY
@pytest.mark.parametrize("name", UNREADABLE)
def test_of_what_cant_be_read_nothing_is_ever_claimed(reader: Reader, name: str) -> None:
    reading = reader.read(Words(ODD[name]))
    assert reading.abstained
    assert reading.named() == ()
    assert reading.unread
    assert len({each.p for each in reading.kinds}) == 1, "every label as likely as any other"


@EVERY
def test_what_one_person_taught_never_changes_a_reading_without_it(reader: Reader) -> None:
    before = [reader.read(Words(text)) for text in PLAIN]
    for text in PLAIN:
        reader.read(Words(text), LESSONS)
        reader.read(Words(text), tuple(Lesson(Words(text), kind) for kind in Kind))
    assert [reader.read(Words(text)) for text in PLAIN] == before


@EVERY
@pytest.mark.parametrize("text", PLAIN)
def test_lessons_in_words_unlike_these_never_move_anything(reader: Reader, text: str) -> None:
    assert reader.read(Words(text), LESSONS) == reader.read(Words(text))
