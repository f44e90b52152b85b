"""What a released version wrote opens for ever, with the same passphrase and code. The files never change.

Each test works on a copy. A new format adds files of its own beside these.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.vault.keeping import NEXT, Place, close, in_tables
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.errors import KeyDoesNotFitError
from unforced.domain.page import Page
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

RELEASED = Path(__file__).parent / "released"
SUMS = {
    "format-1.sqlite3": "74a7bbae10fcef05e6022196da28ba93d778580b0ed6ed510c36ffef12c83ce1",
    "format-1.unforced": "22d624c850fedaf6872908abc7bdfe114201f5406af6c4be0c4e0724b55edbb2",
}
THE_DAY_IT_WAS_MADE = 1_790_000_000


@pytest.fixture
def known() -> Any:
    """What is in it, and what opens it."""
    return json.loads((RELEASED / "format-1.json").read_text("utf-8"))


@pytest.fixture
def released(tmp_path: Path) -> Iterator[Place]:
    """A copy of the file of format 1."""
    (tmp_path / "vault").mkdir()
    shutil.copyfile(RELEASED / "format-1.sqlite3", tmp_path / "vault" / "vault.sqlite3")
    place = in_tables(tmp_path)
    place.now = THE_DAY_IT_WAS_MADE
    yield place
    close(tmp_path / "vault" / "vault.sqlite3")


def is_as_it_was(page: Page, known: Any) -> bool:
    """Whether a page is the one that was kept then."""
    then = known["pages"][page.id]
    digest = hashlib.sha256(json.dumps(page.document, sort_keys=True).encode()).hexdigest()
    return (page.revision, digest) == (then["revision"], then["sha256"])


def everything_is_there(vault: SealedVault, known: Any) -> None:
    """Every page that was kept then opens, and is as it was."""
    found = vault.inside.open_all()
    assert {page.id for page in found.pages} == set(known["pages"])
    assert all(is_as_it_was(page, known) for page in found.pages)
    assert found.damaged == ()
    assert {page.id: page.document for page, _ in found.leaving} == {
        name: then["document"] for name, then in known["leaving"].items()
    }


@pytest.mark.parametrize("name", SUMS)
def test_the_stored_files_never_change(name: str) -> None:
    assert hashlib.sha256((RELEASED / name).read_bytes()).hexdigest() == SUMS[name]


def test_a_vault_of_format_1_opens_with_its_passphrase(released: Place, known: Any) -> None:
    vault = released.unlocked(Passphrase.from_raw(known["passphrase"]))
    everything_is_there(vault, known)
    vault.inside.keep(Page("", 0, {"words": "and goes on"}))


def test_a_vault_of_format_1_opens_with_its_code(released: Place, known: Any) -> None:
    vault = released.vault()
    vault.recover(RecoveryCode.from_typed(known["code"]), NEXT)
    everything_is_there(vault, known)
    with pytest.raises(KeyDoesNotFitError):
        released.unlocked(Passphrase.from_raw(known["passphrase"]))


def test_what_was_forgotten_then_is_gone_a_week_later(released: Place, known: Any) -> None:
    released.now += 7 * 86400
    vault = released.unlocked(Passphrase.from_raw(known["passphrase"]))
    assert vault.inside.open_all().leaving == ()


def test_a_file_taken_home_by_format_1_is_adopted(tmp_path: Path, known: Any) -> None:
    file = (RELEASED / "format-1.unforced").read_bytes()
    place = in_tables(tmp_path)
    for secret in (Passphrase.from_raw(known["passphrase"]), RecoveryCode.from_typed(known["code"])):
        found = place.vault().look_into(file, secret)
        assert {page.id for page in found.pages} == set(known["pages"])
        assert all(is_as_it_was(page, known) for page in found.pages)
    place.vault().adopt(file, Passphrase.from_raw(known["passphrase"]))
    assert len(place.unlocked(Passphrase.from_raw(known["passphrase"])).inside.open_all().pages) == len(known["pages"])
    close(tmp_path / "vault" / "vault.sqlite3")
