"""A page, a passphrase and a code never print what they hold."""

from __future__ import annotations

import pytest

from unforced.domain.errors import TooShortError
from unforced.domain.page import Beginning, Kept, Leaving, Opened, Page
from unforced.domain.passphrase import LONGEST, SHORTEST, Passphrase
from unforced.domain.recovery_code import RecoveryCode

PAGE = Page("ab" * 16, 3, {"words": "canary"})
CODE = RecoveryCode(b"canary canary canary")


@pytest.mark.parametrize(
    "holder",
    [
        PAGE,
        Kept(PAGE),
        Leaving(PAGE, 9),
        Opened((PAGE,), (Leaving(PAGE, 9),)),
        Beginning(CODE, {"canary": 1}),
        Passphrase.from_raw("canary canary"),
        CODE,
    ],
)
def test_nothing_it_holds_is_ever_printed(holder: object) -> None:
    for printed in (repr(holder), str(holder), f"{holder}", repr([holder]), repr({1: holder})):
        assert "canary" not in printed and CODE.spelled() not in printed and printed


def test_a_plain_tuple_of_the_same_would_print_it() -> None:
    assert "canary" in repr(PAGE.document)


def test_a_page_says_which_revision_it_is() -> None:
    assert repr(PAGE) == str(PAGE) == "<page, revision 3>"


@pytest.mark.parametrize("letters", [SHORTEST, LONGEST])
def test_a_passphrase_between_the_shortest_and_the_longest_is_fit(letters: int) -> None:
    whole = Passphrase.from_raw("é" * letters)
    assert whole.fit_to_seal() is whole
    for other in ("é" * (SHORTEST - 1), "é" * (LONGEST + 1)):
        with pytest.raises(TooShortError):
            Passphrase.from_raw(other).fit_to_seal()


def test_two_keyboards_that_write_the_same_letters_write_the_same_passphrase() -> None:
    assert Passphrase.from_raw("cafe\u0301 at night") == Passphrase.from_raw("caf\u00e9 at night")
    assert Passphrase.from_raw(" with a space ") != Passphrase.from_raw("with a space")
    assert Passphrase.from_raw("\ud800 lone").for_stretching() == b"? lone"
