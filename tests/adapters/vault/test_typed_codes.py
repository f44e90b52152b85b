"""A code as somebody typed it: any hyphen is one, and a wrong length names no group."""

from __future__ import annotations

import pytest

from unforced.domain.errors import CodeTypoError
from unforced.domain.recovery_code import DASHES, RecoveryCode

CODE = RecoveryCode(bytes(range(20)))


@pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"{ord(dash):04x}")
def test_a_hyphen_of_any_kind_between_the_groups_is_no_slip(dash: str) -> None:
    assert RecoveryCode.from_typed(CODE.spelled().replace(" ", dash)) == CODE


@pytest.mark.parametrize("typed", ["", "9" * 60, "A" * 39, "A" * 41, "9" * 39, CODE.spelled() + " AAAAA"])
def test_another_length_names_no_group_whatever_the_letters(typed: str) -> None:
    with pytest.raises(CodeTypoError) as typo:
        RecoveryCode.from_typed(typed)
    assert typo.value.places == ()
