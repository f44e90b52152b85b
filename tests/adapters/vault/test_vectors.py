"""The format is what its specification says: every vector opens step by step, or is refused with the expected answer.

A second reader, in another language and without a line of the program, has to agree.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scripts.draw_vectors import OUT, drawn

from unforced.adapters.vault.contents import opened
from unforced.adapters.vault.documents import read
from unforced.adapters.vault.memory_store import MemoryStore
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import Cost, Keys, derived, stretched
from unforced.adapters.vault.sealing.locks import Secret, open_lock
from unforced.adapters.vault.sealing.pages import open_sealed
from unforced.adapters.vault.sealing.register import Entry, open_register
from unforced.domain.errors import CodeTypoError, VaultError
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

Vector = dict[str, Any]
VECTORS: dict[str, list[Vector]] = json.loads(OUT.read_text("utf-8"))
READER = Path(__file__).parent / "open_vectors.mjs"


def secret_of(given: Vector) -> Secret:
    if "code" in given:
        return RecoveryCode.from_typed(given["code"])
    return Passphrase.from_raw(given["passphrase"])


def keys_of(given: Vector) -> Keys:
    return Keys(bytes.fromhex(given["person"]), bytes.fromhex(given["person_key"]))


def a_code(given: Vector) -> Vector:
    code = RecoveryCode.from_typed(given["typed"])
    return {"secret": code.secret.hex(), "spelled": code.spelled()}


def a_lock(given: Vector) -> Vector:
    keys = Keys(*open_lock(bytes.fromhex(given["lock"]), secret_of(given)))
    return {"person": keys.person.hex(), "person_key": keys.person_key.hex(), "pages_key": keys.pages_key.hex()}


def a_page(given: Vector) -> Vector:
    sealed, page, revision = bytes.fromhex(given["sealed"]), bytes.fromhex(given["page"]), int(given["revision"])
    if "tag" in given:
        return {"document": opened(page, sealed, Entry(revision, bytes.fromhex(given["tag"])), keys_of(given)).document}
    return {"document": read(open_sealed(sealed, page, revision, keys_of(given)))}


def a_register(given: Vector) -> Vector:
    register = open_register(bytes.fromhex(given["sealed"]), keys_of(given))
    entries = [
        {"page": page.hex(), "revision": str(entry.revision), "tag": entry.tag.hex(), "goes": entry.goes}
        for page, entry in register.entries.items()
    ]
    return {"revision": str(register.revision), "entries": entries}


def a_bundle(given: Vector) -> Vector:
    vault = SealedVault(MemoryStore(), lambda: 0.0)
    found = vault.look_into(bytes.fromhex(given["file"]), secret_of(given))
    return {"documents": {page.id: page.document for page in found.pages}, "damaged": [*found.damaged]}


OPENS: dict[str, Callable[[Vector], Vector]] = {
    "code": a_code,
    "lock": a_lock,
    "page": a_page,
    "register": a_register,
    "bundle": a_bundle,
}


def name(vector: Vector) -> str:
    """What a vector is called in the list of tests."""
    return f"{vector['of']}: {vector['name']}"


@pytest.mark.parametrize("vector", VECTORS["open"], ids=name)
def test_what_opens_gives_what_was_sealed(vector: Vector) -> None:
    assert OPENS[vector["of"]](vector["given"]) == vector["gives"]


@pytest.mark.parametrize("vector", VECTORS["refuse"], ids=name)
def test_what_must_not_open_never_does_and_gets_one_answer(vector: Vector) -> None:
    with pytest.raises(VaultError) as refusal:
        OPENS[vector["of"]](vector["given"])
    assert refusal.value.code == vector["answer"]
    if isinstance(refusal.value, CodeTypoError):
        assert [*refusal.value.places] == vector["places"]


@pytest.mark.parametrize("vector", [vector for vector in VECTORS["open"] if vector["of"] == "lock"], ids=name)
def test_each_step_from_a_secret_to_its_key_is_the_one_that_is_written_down(vector: Vector) -> None:
    steps, lock = vector["steps"], bytes.fromhex(vector["given"]["lock"])
    secret = secret_of(vector["given"])
    if isinstance(secret, Passphrase):
        assert secret.for_stretching().hex() == steps["utf8"]
        cost = Cost(*(int.from_bytes(lock[at : at + 4], "big") for at in (22, 26, 30)))
        start = stretched(bytes.fromhex(steps["utf8"]), lock[34:50], cost)
        assert start.hex() == steps["stretched"]
    else:
        start = bytes.fromhex(steps["secret"])
    assert bytes.fromhex(steps["info"]) == b"unforced lock " + lock[:50]
    assert derived(start, b"lock " + lock[:50], lock[34:50]).hex() == steps["wrapping_key"]


def test_there_are_enough_of_them_and_no_two_are_called_the_same() -> None:
    assert len(VECTORS["open"]) >= 40
    assert len(VECTORS["refuse"]) >= 120
    for vectors in VECTORS["open"], VECTORS["refuse"]:
        assert len({name(vector) for vector in vectors}) == len(vectors)
    assert {vector["answer"] for vector in VECTORS["refuse"]} == {
        "page_damaged", "key_does_not_fit", "newer_format", "foreign_file", "code_typo"
    }  # fmt: skip


def test_the_specification_says_how_many_there_are() -> None:
    said = OUT.with_name("vault-format.md").read_text("utf-8")
    assert f"{len(VECTORS['open'])} examples that open and {len(VECTORS['refuse'])} that must not" in said


def test_the_file_is_what_drawing_it_again_would_write() -> None:
    assert hashlib.sha256(drawn().encode()).hexdigest() == hashlib.sha256(OUT.read_bytes()).hexdigest()


def reads(path: Path) -> subprocess.CompletedProcess[str]:
    """What the second reader says of a file of vectors."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node isn't here")
    return subprocess.run([node, str(READER), str(path)], capture_output=True, text=True, check=False, timeout=120)


def test_a_second_reader_that_shares_nothing_with_the_program_agrees() -> None:
    done = reads(OUT)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found == {"opened": len(VECTORS["open"]), "refused": len(VECTORS["refuse"]), "differences": []}


def test_the_control_the_second_reader_notices_vectors_that_were_changed(tmp_path: Path) -> None:
    changed = json.loads(json.dumps({"open": VECTORS["open"][-3:], "refuse": VECTORS["refuse"][-3:]}))
    changed["open"][0]["gives"] = {"documents": {"00": {}}, "damaged": []}
    changed["refuse"][0]["answer"] = "locked"
    (tmp_path / "vectors.json").write_text(json.dumps(changed))
    done = reads(tmp_path / "vectors.json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["differences"]) == 2
