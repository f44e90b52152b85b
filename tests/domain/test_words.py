"""A person's words are never printed by accident, and never steer a terminal."""

from __future__ import annotations

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import Person
from unforced.domain.errors import OutOfPlaceError, UnforcedError, UnusableAnswerError
from unforced.domain.visit import Deed, Reply, Said, Visit
from unforced.domain.words import JOINER, LONGEST, Words

CANARY = "canary seventeen at the window"


def words(raw: str = CANARY) -> Words:
    """Words that surely hold something."""
    kept = Words.from_raw(raw)
    assert kept is not None
    return kept


@pytest.mark.parametrize(
    "printed",
    [
        repr(words()),
        str(words()),
        f"{words()}",
        f"{words()!r:>40}",
        "%s %r" % (words(), words()),  # noqa: UP031
        "{0} {0!r} {0!s}".format(words()),
        repr(Reply(Deed.CHOOSE, (), words())),
        repr(Visit(said=(Said("words", words()),), names=(words(), None))),
        str([words()]),
    ],
)
def test_what_somebody_wrote_never_shows_by_being_printed(printed: str) -> None:
    assert not any(word in printed for word in CANARY.split())


def test_only_the_number_of_words_shows() -> None:
    assert repr(words()) == str(words()) == "<5 words>"


def test_no_error_holds_what_somebody_wrote(person: Person) -> None:
    person.says_no("critic_voice", words=CANARY)
    for deed, value in ((Deed.ANSWER, CANARY), (Deed.TAKE, CANARY), (Deed.CHIPS, CANARY), (Deed.FINISH, CANARY)):
        try:
            person.does(deed, value, words=CANARY)
        except UnforcedError as error:
            shown = "".join(traceback.format_exception_only(error))
            assert CANARY not in shown


def test_an_unusable_answer_names_the_question_and_never_the_answer(person: Person) -> None:
    person.says_no()
    with pytest.raises(UnusableAnswerError) as refused:
        person.body(CANARY)
    assert CANARY not in str(refused.value)
    assert refused.value.key == "body_words"
    with pytest.raises(OutOfPlaceError) as out_of_place:
        person.does(Deed.FINISH, CANARY)
    assert CANARY not in str(out_of_place.value)


def test_somebody_reads_back_what_they_wrote_as_they_wrote_it() -> None:
    assert words("  لا أستطيع 🌧\n\tno  ").reveal() == "لا أستطيع 🌧\n\tno"


@pytest.mark.parametrize("nothing", ["", "   ", "\n\n", "\x00\x01", "\x1b", "\ufffd\ufffd"])
def test_writing_nothing_readable_is_writing_nothing(nothing: str) -> None:
    assert Words.from_raw(nothing) is None


@given(st.text())
def test_what_somebody_wrote_can_never_steer_a_terminal(raw: str) -> None:
    kept = Words.from_raw(raw)
    shown = kept.reveal() if kept else ""
    assert all(character in "\n\t" or character.isprintable() for character in shown.replace(JOINER, ""))
    assert not shown.startswith(JOINER) and not shown.endswith(JOINER)


@pytest.mark.parametrize("joined", ["👩\u200d👧", "👁️\u200d🗨️", "👩🏽\u200d🚀 rests", "क्\u200dष"])
def test_signs_that_somebody_joined_stay_one(joined: str) -> None:
    assert words(joined).reveal() == joined


def test_the_control_without_the_joiner_one_picture_falls_into_two() -> None:
    apart = "".join(filter(str.isprintable, "👩\u200d👧"))
    assert apart == "👩👧" != words("👩\u200d👧").reveal()


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("fore\u200dman", "foreman"), ("\u200d🐺\u200d", "🐺"), ("🐺\u200d\u200d🐺", "🐺🐺"), ("🐺\u200d no", "🐺 no")],
)
def test_a_joiner_that_joins_nothing_goes(raw: str, kept: str) -> None:
    assert words(raw).reveal() == kept


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_two_words_stay_two_whatever_space_is_between_them(space: str) -> None:
    assert words(f"not{space}now").reveal() == "not now"
    assert Words.from_raw(space) is None


@pytest.mark.parametrize(
    "steering", ["\x1b", "\x00", "\x9b", "\u202e", "\u2066", "\u2069", "\u200f", "\u200b", "\ufeff"]
)
def test_what_turns_text_round_or_steers_never_stays(steering: str) -> None:
    assert words(f"not{steering}now").reveal() == "notnow"
    assert words(f"🐺{steering}🐺").reveal() == "🐺🐺"


def test_a_very_long_answer_is_cut_at_its_end() -> None:
    assert words("no " * LONGEST).reveal() == ("no " * LONGEST)[:LONGEST].strip()
