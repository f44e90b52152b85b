"""A passphrase: the same letters are the same passphrase on every keyboard, and it is never printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.errors import TooShortError
from unforced.domain.passphrase import Passphrase

ANYTHING = st.text(st.characters(), max_size=200)


@given(ANYTHING)
def test_two_ways_to_write_the_same_letters_are_one_passphrase(raw: str) -> None:
    forms = {Passphrase.from_raw(unicodedata.normalize(form, raw)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert len({form.for_stretching() for form in forms | {Passphrase.from_raw(raw)}}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("\ufb01ne", "fine"),
        ("\uff41\uff42", "ab"),
        ("\u2460", "1"),
        ("\u212b", "\u00e5".upper()),
    ],
)
def test_letters_that_look_alike_by_compatibility_are_the_same(one: str, other: str) -> None:
    assert Passphrase.from_raw(one) == Passphrase.from_raw(other)


@given(ANYTHING)
def test_nothing_is_trimmed_and_case_counts(raw: str) -> None:
    assert Passphrase.from_raw(" " + raw).for_stretching() != Passphrase.from_raw(raw).for_stretching()
    assert Passphrase.from_raw("A" + raw) != Passphrase.from_raw("a" + raw)


def test_from_eight_characters_to_a_thousand_and_twenty_four_it_is_fit_to_seal() -> None:
    for fit in ("x" * 8, "x" * 1024, " " * 8, "é" * 8):
        assert Passphrase.from_raw(fit).fit_to_seal() == Passphrase.from_raw(fit)
    for unfit in ("", "x" * 7, "x" * 1025, "e\u0301" * 7):
        with pytest.raises(TooShortError):
            Passphrase.from_raw(unfit).fit_to_seal()


def test_of_an_endless_one_only_so_much_is_stretched_and_it_is_never_one_that_was_sealed() -> None:
    endless = Passphrase.from_raw("x" * 100_000).for_stretching()
    assert len(endless) == 1025
    assert endless != Passphrase.from_raw("x" * 1024).for_stretching()


def test_half_a_sign_becomes_a_question_mark_and_never_an_error() -> None:
    assert Passphrase.from_raw("\ud83c quiet place").for_stretching() == b"? quiet place"


@given(st.text(min_size=4, max_size=50))
def test_it_can_not_be_printed_by_accident(raw: str) -> None:
    passphrase = Passphrase.from_raw(raw)
    assert repr(passphrase) == str(passphrase) == f"{passphrase}" == "<passphrase>"
    with pytest.raises(TooShortError) as refusal:
        Passphrase.from_raw("kettle").fit_to_seal()
    assert "kettle" not in str(refusal.value)
