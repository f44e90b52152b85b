"""The Vault port: one suite for every store, the one in memory and the one in a file.

What was acknowledged is there afterwards, and asking makes nothing. Waiting and damage have suites of their own beside
the adapters (test_waiting.py, test_damage.py), over the same stores.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import (
    DAY,
    MINE,
    NEXT,
    PLACES,
    WRONG,
    Place,
    at_once,
    documents,
    flipped,
    in_memory,
    kept,
    living_at,
)
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.errors import (
    AlreadyKeptError,
    CodeTypoError,
    ForeignFileError,
    KeyDoesNotFitError,
    LockedError,
    NewerFormatError,
    NothingKeptError,
    TooShortError,
    VaultError,
)
from unforced.domain.page import Page, Standing
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Every store of the port, in turn."""
    with living_at(request.param, tmp_path) as here:
        yield here


# Beginning


def test_asking_how_it_stands_makes_nothing_and_so_does_preparing(place: Place, tmp_path: Path) -> None:
    vault = place.vault()
    assert vault.standing() is Standing.ABSENT
    vault.prepare(MINE)
    vault.sweep()
    vault.lock()
    assert vault.standing() is Standing.ABSENT
    assert not list(tmp_path.iterdir())


def test_a_vault_is_absent_then_open_then_locked_then_open_again(place: Place) -> None:
    vault = place.begun()
    assert vault.standing() is Standing.OPEN
    for _ in range(2):
        vault.lock()
        assert vault.standing() is Standing.LOCKED
    vault.unlock(MINE)
    assert vault.standing() is Standing.OPEN
    assert place.vault().standing() is Standing.LOCKED


def test_a_vault_that_is_there_is_never_begun_over(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="stays")
    with pytest.raises(AlreadyKeptError):
        vault.begin(vault.prepare(NEXT))
    assert documents(place.unlocked()) == [{"words": "stays"}]


@pytest.mark.parametrize("typed", ["", "1234567", "x" * 1025])
def test_nothing_is_sealed_with_a_passphrase_that_is_too_short_or_endless(place: Place, typed: str) -> None:
    unfit = Passphrase.from_raw(typed)
    with pytest.raises(TooShortError):
        place.vault().prepare(unfit)
    vault = place.begun()
    with pytest.raises(TooShortError):
        vault.change_passphrase(MINE, unfit)
    with pytest.raises(TooShortError):
        vault.recover(place.code, unfit)
    place.unlocked(MINE)


def test_where_nothing_is_kept_every_key_is_told_so(place: Place) -> None:
    vault = place.vault()
    with pytest.raises(NothingKeptError):
        vault.unlock(MINE)
    with pytest.raises(NothingKeptError):
        vault.change_passphrase(MINE, NEXT)
    with pytest.raises(NothingKeptError):
        vault.recover(place.code, NEXT)
    assert vault.standing() is Standing.ABSENT


# Locking and unlocking


def test_a_locked_vault_answers_locked_to_every_deed(place: Place) -> None:
    vault = place.begun()
    inside, page = vault.inside, kept(vault, words="mine")
    vault.lock()
    with pytest.raises(LockedError):
        _ = vault.inside
    for deed in (
        lambda: inside.keep(page),
        lambda: inside.open(page.id),
        inside.open_all,
        lambda: inside.forget(page.id),
        lambda: inside.take_back(page.id),
        lambda: inside.forget_now(page.id),
        inside.take_home,
        inside.mend,
    ):
        with pytest.raises(LockedError):
            deed()
    assert documents(place.unlocked()) == [{"words": "mine"}]


def test_a_wrong_passphrase_never_opens_and_changes_nothing(place: Place) -> None:
    kept(place.begun(), words="mine")
    vault = place.vault()
    with pytest.raises(KeyDoesNotFitError):
        vault.unlock(WRONG)
    assert vault.standing() is Standing.LOCKED
    vault.unlock(MINE)
    assert documents(vault) == [{"words": "mine"}]


def test_two_keyboards_that_write_the_same_letters_open_the_same_vault(place: Place) -> None:
    vault = place.vault()
    vault.begin(vault.prepare(Passphrase.from_raw("caf\u00e9 au lait")))
    place.unlocked(Passphrase.from_raw("cafe\u0301 au lait"))


def test_after_a_change_only_the_new_passphrase_opens(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="mine")
    with pytest.raises(KeyDoesNotFitError):
        vault.change_passphrase(WRONG, NEXT)
    vault.change_passphrase(MINE, NEXT)
    assert documents(vault) == [{"words": "mine"}]
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)
    assert documents(place.unlocked(NEXT)) == [{"words": "mine"}]


def test_the_code_opens_under_a_new_passphrase_and_stays_the_code(place: Place) -> None:
    kept(place.begun(), words="mine")
    place.vault().recover(RecoveryCode.from_typed(place.code.spelled().lower()), NEXT)
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)
    assert documents(place.unlocked(NEXT)) == [{"words": "mine"}]
    place.vault().recover(place.code, MINE)
    place.unlocked(MINE)


def test_another_code_never_opens_and_a_mistyped_one_says_where(place: Place) -> None:
    place.begun()
    with pytest.raises(KeyDoesNotFitError):
        place.vault().recover(RecoveryCode(bytes(range(20))), NEXT)
    groups = place.code.spelled().split()
    groups[2] = ("B" if groups[2][0] == "A" else "A") + groups[2][1:]
    with pytest.raises(CodeTypoError) as typo:
        RecoveryCode.from_typed(" ".join(groups))
    assert typo.value.places == (3,)
    place.unlocked(MINE)


# Keeping


def test_what_was_kept_is_there_afterwards_word_for_word(place: Place) -> None:
    document = {
        "words": "Ünï 🌊 \u0000 \ud800",
        "when": [1, 2.5, None, True],
        "deep": {"b": {}, "a": []},
        "long": "x" * 70000,
    }
    vault = place.begun()
    page = kept(vault, **document)
    assert (page.revision, len(page.id)) == (1, 32)
    assert vault.inside.open(page.id) == Page(page.id, 1, document)
    again = place.unlocked()
    assert again.inside.open(page.id) == page
    assert again.inside.open_all().pages == (page,)


def test_a_page_kept_again_is_the_same_page_at_its_next_revision(place: Place) -> None:
    vault = place.begun()
    first = kept(vault, words="one")
    second = vault.inside.keep(Page(first.id, 1, {"words": "two"}))
    assert second == (Page(first.id, 2, {"words": "two"}), False)
    assert documents(place.unlocked()) == [{"words": "two"}]


def test_a_page_under_a_chosen_name_is_found_by_it(place: Place) -> None:
    vault = place.begun()
    name = "0f" * 16
    assert vault.inside.keep(Page(name, 0, {"words": "here"})).page == Page(name, 1, {"words": "here"})
    assert place.unlocked().inside.open(name).document == {"words": "here"}


def test_a_page_that_serves_a_purpose_is_found_by_it_after_a_restart_and_by_nobody_else(place: Place) -> None:
    vault = place.begun()
    name = vault.inside.name_of("inner map")
    vault.inside.keep(Page(name, 0, {"words": "the map"}))
    again = place.unlocked()
    assert again.inside.open(again.inside.name_of("inner map")).document == {"words": "the map"}
    assert again.inside.name_of("what stays away") != name
    assert in_memory(Path()).begun().inside.name_of("inner map") != name


def test_a_page_that_nobody_kept_is_nothing_kept(place: Place) -> None:
    inside = place.begun().inside
    for name in ("00" * 16, "no name"):
        with pytest.raises(NothingKeptError):
            inside.open(name)
        with pytest.raises(NothingKeptError):
            inside.forget(name)
        with pytest.raises(NothingKeptError):
            inside.keep(Page(name, 3, {}))


def test_what_cannot_be_kept_leaves_everything_as_it_was(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    with pytest.raises(ValueError):
        vault.inside.keep(Page(page.id, 1, {"number": float("nan")}))
    assert vault.inside.open_all().pages == (page,)


def test_whoever_kept_a_page_later_finds_theirs_in_a_second_copy(place: Place) -> None:
    here = place.begun()
    there = place.unlocked()
    page = kept(here, words="one")
    here.inside.keep(Page(page.id, 1, {"words": "here"}))
    second = there.inside.keep(Page(page.id, 1, {"words": "there"}))
    assert second.copied
    assert second.page.id != page.id
    assert second.page == Page(second.page.id, 1, {"words": "there", "copy_of": page.id})
    assert documents(here) == [{"copy_of": page.id, "words": "there"}, {"words": "here"}]


def test_three_writers_on_one_page_never_lose_a_piece(place: Place) -> None:
    page = kept(place.begun(), pieces=[])
    writers = [place.unlocked() for _ in range(3)]

    def writes(vault: SealedVault, mine: int) -> None:
        for piece in range(5):
            found = vault.inside.open(page.id)
            pieces: list[object] = [*found.document["pieces"], [mine, piece]]  # type: ignore[misc]
            vault.inside.keep(Page(page.id, found.revision, {"pieces": pieces}))

    at_once([partial(writes, vault, mine) for mine, vault in enumerate(writers)])
    found = [piece for document in documents(place.unlocked()) for piece in document["pieces"]]  # type: ignore[attr-defined]
    assert all([mine, piece] in found for mine in range(3) for piece in range(5))


# Forgetting


def test_what_was_forgotten_can_be_taken_back_within_seven_days(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    day = vault.inside.forget(page.id)
    assert day == vault.today() + 7
    with pytest.raises(NothingKeptError):
        vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    place.now += 7 * DAY - 1 - place.now % DAY
    vault = place.unlocked()
    assert [(leaving.page, leaving.day) for leaving in vault.inside.open_all().leaving] == [(page, day)]
    assert vault.inside.open_all().pages == ()
    vault.inside.take_back(page.id)
    place.now += 30 * DAY
    place.vault().sweep()
    assert place.unlocked().inside.open_all() == ((page,), (), ())


@pytest.mark.parametrize("sweeping", ["by a sweep while it is locked", "by unlocking", "by a sweep while it is open"])
def test_after_seven_days_it_is_gone(place: Place, sweeping: str) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    sealed = place.sealed(page)
    vault.inside.forget(page.id)
    place.now += 7 * DAY
    if sweeping == "by a sweep while it is locked":
        vault = place.vault()
        vault.sweep()
        with place.rows() as change:
            assert sealed not in change.pages().values()
        vault.unlock(MINE)
    elif sweeping == "by unlocking":
        vault = place.unlocked()
    else:
        vault.sweep()
    with place.rows() as change:
        assert sealed not in change.pages().values()
    assert vault.inside.open_all() == ((stays,), (), ())
    with pytest.raises(NothingKeptError):
        vault.inside.take_back(page.id)


def test_forgotten_now_is_gone_at_once_and_twice_is_once(place: Place) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    vault.inside.forget_now(page.id)
    vault.inside.forget_now(page.id)
    with pytest.raises(NothingKeptError):
        vault.inside.open(page.id)
    with pytest.raises(NothingKeptError):
        vault.inside.keep(Page(page.id, 1, {"words": "back"}))
    with place.rows() as change:
        assert [*change.pages()] == [bytes.fromhex(stays.id)]


def test_everything_forgotten_is_gone_open_or_locked_and_a_new_vault_knows_nothing_of_it(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    old_code = place.code
    place.vault().forget_everything()  # locked
    assert vault.standing() is Standing.ABSENT
    with pytest.raises(LockedError):
        _ = vault.inside
    vault = place.begun()
    assert vault.inside.open_all() == ((), (), ())
    with pytest.raises(KeyDoesNotFitError):
        place.vault().recover(old_code, NEXT)
    vault.forget_everything()  # open
    assert vault.standing() is Standing.ABSENT


# Taking home


def test_what_was_taken_home_is_equal_by_content_and_twice_is_the_same_as_once(place: Place) -> None:
    vault = place.begun()
    pages = [kept(vault, words="one"), kept(vault, words="two")]
    leaving = kept(vault, words="leaving")
    vault.inside.forget(leaving.id)
    file = vault.inside.take_home()
    for secret in (MINE, place.code):
        found = vault.look_into(file, secret)
        assert sorted(found.pages, key=lambda page: page.id) == sorted(pages, key=lambda page: page.id)
        assert (found.leaving, found.damaged) == ((), ())
    with pytest.raises(AlreadyKeptError):
        vault.adopt(file, MINE)
    vault.forget_everything()
    assert place.vault().adopt(file, place.code).pages == found.pages
    again = place.unlocked(MINE)
    assert sorted(again.inside.open_all().pages, key=lambda page: page.id) == sorted(pages, key=lambda page: page.id)
    assert again.look_into(again.inside.take_home(), MINE) == found
    place.vault().recover(place.code, NEXT)


def test_looking_into_a_file_changes_nothing_and_needs_its_own_key(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    file = vault.inside.take_home()
    vault.change_passphrase(MINE, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        vault.look_into(file, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        vault.look_into(file, RecoveryCode(bytes(20)))
    assert len(vault.look_into(file, MINE).pages) == 1
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)


def test_a_file_that_is_cut_or_changed_or_newer_is_never_adopted(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    file = vault.inside.take_home()
    vault.forget_everything()
    refused: list[tuple[bytes, type[VaultError]]] = [
        (b"", ForeignFileError),
        (b"a letter to somebody", ForeignFileError),
        (file[:-1], ForeignFileError),
        (flipped(file, 8 * 200), ForeignFileError),
        (file[:4] + b"\2" + file[5:], NewerFormatError),
    ]
    for changed, answer in refused:
        with pytest.raises(answer):
            place.vault().look_into(changed, MINE)
        with pytest.raises(answer):
            place.vault().adopt(changed, MINE)
    assert place.vault().standing() is Standing.ABSENT
