"""The reader of rules and words: plain texts, its evidence, its doubt, and what one person taught."""

from __future__ import annotations

import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from unforced.adapters.reading.lexical import LexicalReader
from unforced.adapters.reading.speaking import speaker_of
from unforced.adapters.reading.sure import SURE, surely
from unforced.adapters.reading.terms import LONGEST, terms, words_of
from unforced.adapters.reading.weighed import FILE, weighed_from
from unforced.domain.reading import LABELS, Lesson, Likely, Speaker
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

QUICK = 0.02  # seconds for one short text at the median; measured 0.0005 on a machine with nothing else to do


@cache
def reader() -> LexicalReader:
    """The reader that is shipped."""
    return LexicalReader()


def likeliest(text: str, *lessons: Lesson) -> Likely:
    """What stands first."""
    return reader().read(Words(text), lessons).kinds[0]


@pytest.mark.parametrize(
    ("text", "label", "heard"),
    [
        ("the moment I try it my jaw clenches and my shoulders go up", "tense", "jaw"),
        ("tears start and I can't stop them, it all comes at once", "flooded", "can't stop"),
        ("others need it more than me", "selfish", "others"),
        ("I don't know how, nobody ever showed me", "unknown_how", "showed"),
        ("it feels cheesy, like a greeting card", "fake", "greeting card"),
        ("half of me wants it and half of me says no", "two_sides", "half"),
        ("if I go easy on myself I'd never get anything done", "edge", "easy"),
    ],
)
def test_plain_words_lead_to_their_kind_and_to_the_words_that_said_it(text: str, label: str, heard: str) -> None:
    first = likeliest(text)
    assert first.label == label
    assert first.span is not None
    assert heard in text[slice(*first.span)].lower()


@pytest.mark.parametrize(
    "text", ["no", "No.", "nope, not today", "Can't. Won't.", "no thanks", "not having it", "NO!!"]
)
def test_a_bare_no_is_a_no_and_all_of_it_is_the_evidence(text: str) -> None:
    reading = reader().read(Words(text))
    first = reading.kinds[0]
    assert (first.label, reading.abstained) == ("just_no", False)
    assert first.p >= SURE
    assert first.span == (0, len(text.rstrip(".!")))


@pytest.mark.parametrize("text", ["no idea how", "no one showed me", "not today, my jaw hurts", "now", "no " * 60, ""])
def test_a_no_with_anything_beside_it_is_never_sure(text: str) -> None:
    assert surely(text) is None


def test_where_nothing_stands_out_nothing_is_claimed() -> None:
    reading = reader().read(Words("well it is what it is I think"))
    assert reading.abstained
    assert reading.named() == ()
    assert len(reading.kinds) == len(LABELS)


def test_there_are_words_for_the_body_beside_the_kinds() -> None:
    text = "my chest is tight"
    word = reader().read(Words(text)).body[0]
    assert word.place is not None
    assert (text[slice(*word.span)], text[slice(*word.place)]) == ("tight", "chest")


TAUGHT = tuple(
    Lesson(Words(text), kind)
    for text, kind in (
        ("the grey lady is in the kitchen", Kind.NUMB),
        ("the grey lady came when I sat down", Kind.NUMB),
        ("Radio Gloom has started broadcasting", Kind.CRITIC_VOICE),
        ("Radio Gloom all the way home", Kind.CRITIC_VOICE),
        ("the bouncer is on the door", Kind.DANGER),
        ("bouncer says nobody comes in", Kind.DANGER),
        ("it went custard", Kind.FAKE),
        ("custard again, all of it", Kind.FAKE),
        ("the harbour is filling", Kind.FLOODED),
        ("harbour up to the wall", Kind.FLOODED),
    )
)
LATER = (
    ("the grey lady sat beside me on the bus", "numb"),
    ("grey lady again", "numb"),
    ("the grey lady, all morning", "numb"),
    ("Radio Gloom was on when I woke", "critic_voice"),
    ("a bit of Radio Gloom", "critic_voice"),
    ("Radio Gloom, volume ten", "critic_voice"),
    ("the bouncer was there at once", "danger"),
    ("my bouncer again", "danger"),
    ("bouncer on the door, arms folded", "danger"),
    ("tried it, went custard", "fake"),
    ("pure custard", "fake"),
    ("it was custard from the first word", "fake"),
    ("the harbour was over my head", "flooded"),
    ("harbour filling since noon", "flooded"),
    ("that harbour thing", "flooded"),
)


def test_ten_lessons_raise_what_is_right_in_this_persons_own_words_by_far_more_than_ten_in_a_hundred() -> None:
    before = sum(likeliest(text).label == label for text, label in LATER) / len(LATER)
    after = sum(likeliest(text, *TAUGHT).label == label for text, label in LATER) / len(LATER)
    assert after >= before + 0.5, (before, after)


def test_ten_lessons_leave_texts_that_are_unlike_them_exactly_as_they_were() -> None:
    for text in ("I don't deserve it after what I did", "my shoulders lock up", "others need it more", "no"):
        assert reader().read(Words(text), TAUGHT) == reader().read(Words(text))


def test_where_the_file_is_missing_or_another_kind_of_file_nothing_is_claimed(tmp_path: Path) -> None:
    for text in (None, "", "labels:\tone two\nbias:\t0 0\ntemperature:\t1\nleast:\t0\n", "labels:\n"):
        file = tmp_path / "lexical.txt"
        if text is not None:
            file.write_text(text, "utf-8")
        reading = LexicalReader(file).read(Words("my jaw locks"))
        assert (reading.unread, reading.abstained) == ("missing", True)


def test_every_line_of_the_file_holds_what_it_says() -> None:
    weighed = weighed_from(FILE.read_text("utf-8"))
    assert sorted(weighed.labels) == sorted(LABELS)
    assert 0 < weighed.least < 1
    assert len(weighed.lines) > 5000
    for line in weighed.lines.values():
        rare, adds = line.split("\t")
        assert int(rare) > 0
        assert len([int(each) for each in adds.split()]) == len(LABELS)


def test_a_long_text_is_read_from_its_beginning() -> None:
    text = "jaw " * (LONGEST * 2)
    assert len(words_of(text)) == LONGEST
    assert max(term.last for term in terms(text)) == LONGEST - 1


def test_a_short_text_is_quick() -> None:
    reader().read(Words("hello there"))
    took = []
    for text, _ in LATER * 4:
        began = time.perf_counter()
        reader().read(Words(text))
        took.append(time.perf_counter() - began)
    assert median(took) < QUICK


def test_it_needs_nothing_but_python() -> None:
    code = (
        "import sys; from unforced.adapters.reading.lexical import LexicalReader; "
        "from unforced.domain.words import Words; LexicalReader().read(Words('my jaw locks')); "
        "print(sorted({'numpy', 'onnxruntime', 'scipy', 'sklearn', 'socket', 'django'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("who do you think you are", Speaker.CRITIC),
        ("you useless lump", Speaker.CRITIC),
        ("Pull yourself together.", Speaker.CRITIC),
        ("I see you, you can stay", Speaker.TO_PART),
        ("I know you're scared. You don't have to stop.", Speaker.TO_PART),
        ("it says I'm useless", Speaker.SELF),
        ("my jaw locks", Speaker.SELF),
        ("a voice goes who do you think you are and I go quiet", Speaker.SELF),
        ("you", None),
        ("", None),
    ],
)
def test_who_speaks_is_told_by_the_form_of_the_words(text: str, speaker: Speaker | None) -> None:
    assert speaker_of(text) is speaker
