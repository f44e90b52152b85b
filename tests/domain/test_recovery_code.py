"""The recovery code: what somebody writes on paper is read back, and a slip is named by its place.

A slip of one letter, of two neighbours or of two groups is always found; the controls show what no check letter sees.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.errors import CodeTypoError
from unforced.domain.recovery_code import LETTERS, RecoveryCode

CODES = st.binary(min_size=20, max_size=20).map(RecoveryCode)
FEW = [RecoveryCode(bytes(20)), RecoveryCode(b"\xff" * 20), RecoveryCode(bytes(range(20)))]
GROUP, PLACE = st.integers(0, 7), st.integers(0, 4)


def places(typed: str) -> tuple[int, ...] | None:
    """The groups that somebody is told about; None where the code is taken."""
    try:
        RecoveryCode.from_typed(typed)
    except CodeTypoError as typo:
        return typo.places
    return None


def with_letter(code: RecoveryCode, at: int, letter: str) -> str:
    """The code with another letter, counted without the spaces."""
    plain = code.spelled().replace(" ", "")
    return plain[:at] + letter + plain[at + 1 :]


@given(CODES)
def test_what_is_written_down_is_read_back(code: RecoveryCode) -> None:
    assert RecoveryCode.from_typed(code.spelled()) == code
    assert [len(group) for group in code.spelled().split(" ")] == [5] * 8
    assert set(code.spelled()) <= set(LETTERS + " ")


@given(CODES, st.sampled_from([" ", "", "-", " - ", "–", "—", "\n", "\t", "\u00a0"]), st.booleans())
def test_case_spaces_dashes_and_likenesses_do_not_matter(code: RecoveryCode, between: str, small: bool) -> None:
    typed = between.join(code.spelled().replace(" ", ""))
    typed = typed.replace("O", "0").replace("I", "1").replace("B", "8")
    assert RecoveryCode.from_typed(typed.lower() if small else typed) == code


@pytest.mark.parametrize("code", FEW, ids=["zeros", "ones", "counting"])
def test_any_single_wrong_letter_is_always_found_in_its_group(code: RecoveryCode) -> None:
    plain = code.spelled().replace(" ", "")
    for at in range(40):
        for letter in LETTERS:
            assert places(with_letter(code, at, letter)) == (None if letter == plain[at] else (at // 5 + 1,))


@given(CODES, GROUP, st.integers(0, 3))
def test_two_neighbours_that_changed_places_are_always_found(code: RecoveryCode, group: int, place: int) -> None:
    plain = [*code.spelled().replace(" ", "")]
    at = group * 5 + place
    same = plain[at] == plain[at + 1]
    plain[at], plain[at + 1] = plain[at + 1], plain[at]
    assert places("".join(plain)) == (None if same else (group + 1,))


@given(CODES, st.sampled_from([*combinations(range(8), 2)]))
def test_two_groups_that_changed_places_are_always_found(code: RecoveryCode, pair: tuple[int, int]) -> None:
    groups = code.spelled().split()
    one, two = pair
    groups[one], groups[two] = groups[two], groups[one]
    assert places(" ".join(groups)) == (one + 1, two + 1)


@given(CODES, st.lists(GROUP, min_size=2, max_size=8, unique=True))
def test_every_group_with_a_slip_is_named(code: RecoveryCode, groups: list[int]) -> None:
    plain = code.spelled().replace(" ", "")
    for group in groups:
        at = group * 5 + 4
        plain = plain[:at] + LETTERS[(LETTERS.index(plain[at]) + 1) % 32] + plain[at + 1 :]
    assert places(plain) == tuple(sorted(group + 1 for group in groups))


@given(CODES, GROUP, PLACE, st.sampled_from("9.!?ÄŁß£@"))
def test_what_is_no_letter_of_a_code_is_named_by_its_group(
    code: RecoveryCode, group: int, place: int, odd: str
) -> None:
    if len(odd.upper()) == 1:
        found = places(with_letter(code, group * 5 + place, odd))
        assert found is not None
        assert group + 1 in found


@given(CODES, st.integers(0, 39))
def test_a_letter_too_few_or_too_many_is_never_taken(code: RecoveryCode, at: int) -> None:
    plain = code.spelled().replace(" ", "")
    for typed in (plain[:at] + plain[at + 1 :], plain[:at] + "A" + plain[at:], "", plain * 2):
        assert places(typed) == ()


@given(CODES)
def test_the_code_can_not_be_printed_by_accident(code: RecoveryCode) -> None:
    for shown in (repr(code), str(code), f"{code}", repr([code])):
        assert "recovery code" in shown
        assert not any(group in shown for group in code.spelled().split())


def test_a_refusal_never_holds_what_was_typed() -> None:
    with pytest.raises(CodeTypoError) as typo:
        RecoveryCode.from_typed("QQQQQ" * 8)
    assert "QQQQQ" not in str(typo.value)


def test_a_code_that_is_known_is_spelled_as_it_always_was() -> None:
    assert RecoveryCode(bytes(20)).spelled() == "AAAAB AAAAC AAAAE AAAAI AAAAQ AAAAF AAAAK AAAAU"
    assert RecoveryCode(bytes(range(20))).spelled() == "AAAQM EAYE6 AUDAG OCAJY BIFQX YDION B4IBN CEQTM"


def test_the_control_two_slips_in_one_group_can_look_like_a_code() -> None:
    """One check letter in thirty-two: some pairs of slips pass, and open nothing."""
    code = FEW[0]
    taken = [
        typed
        for one in LETTERS[1:]
        for two in LETTERS[1:]
        if places(typed := one + two + with_letter(code, 0, "A")[2:]) is None
    ]
    assert len(taken) == 31
    assert all(RecoveryCode.from_typed(typed) != code for typed in taken)
